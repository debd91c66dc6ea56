import type { SchemaMaker } from './schema-maker.ts';

/**
 * Resource groups, of which every account has one; an index that tells what is attached for a group, and counts of
 * attachments: a list says how many it has on all of its pages, however many there are.
 */
export async function resourceGroups(schema: SchemaMaker): Promise<void> {
  await schema.create('resource_groups', {
    columns: {
      account_id: 'text',
      resource_group_id: 'text',
      name: 'text',
      name_key: 'text',
      display_name: 'text',
      created_at: 'integer',
    },
    key: ['account_id', 'resource_group_id'],
    unique: [['account_id', 'name_key']],
    references: { accounts: ['account_id'] },
  });
  await schema.run(
    `insert into resource_groups (account_id, resource_group_id, name, name_key, display_name, created_at)
     select account_id, 'rg-' || substr(account_id, 2), 'default', 'default', 'Default Resource Group', created_at
     from accounts`,
  );
  await schema.run(
    'create index attachments_by_resource_group_id on attachments (account_id, resource_group_id)',
  );
  await schema.createCount('attachment_counts', {
    of: 'attachments',
    by: ['account_id', 'resource_group_id', 'principal_type', 'policy_type', 'policy_key'],
    each: ['principal_id'],
    as: 'attachments',
  });
  await schema.run(
    'create index attachment_counts_by_policy on attachment_counts (account_id, policy_type, policy_key)',
  );
  await schema.assumeLargeAccounts();
}
