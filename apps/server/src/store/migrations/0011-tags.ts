import type { SchemaMaker } from './schema-maker.ts';

/** What users, roles and custom policies are labelled with. */
export async function tags(schema: SchemaMaker): Promise<void> {
  await schema.create('tags', {
    columns: {
      account_id: 'text',
      resource_type: 'text',
      resource_id: 'text',
      tag_key: 'text',
      tag_value: 'text',
    },
    key: ['account_id', 'resource_type', 'resource_id', 'tag_key'],
    references: { accounts: ['account_id'] },
    // Lists are narrowed to what carries a tag.
    indexes: [['account_id', 'resource_type', 'tag_key', 'tag_value', 'resource_id']],
    clustered: true,
  });
  await schema.assumeLargeAccounts();
}
