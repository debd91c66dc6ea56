import type { SchemaMaker } from './schema-maker.ts';

/** Roles that belong to a service, and the tasks that deleted some of them. */
export async function serviceLinkedRoles(schema: SchemaMaker): Promise<void> {
  await schema.extend('roles', { service_name: 'text?' });
  await schema.create('role_deletions', {
    columns: { account_id: 'text', task_id: 'text', created_at: 'integer' },
    key: ['account_id', 'task_id'],
    indexes: [['account_id', 'created_at']],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
