import type { SchemaMaker } from './schema-maker.ts';

/** Reports, and an index that tells old AccessKeys of users without a look at the keys. */
export async function reports(schema: SchemaMaker): Promise<void> {
  await schema.create('reports', {
    columns: {
      account_id: 'text',
      kind: 'text',
      item: 'text',
      generated_at: 'integer',
      columns: 'text',
      metric: 'text',
    },
    key: ['account_id', 'kind', 'item'],
    references: { accounts: ['account_id'] },
  });
  await schema.create('report_parts', {
    columns: { account_id: 'text', kind: 'text', item: 'text', first_row: 'integer', rows: 'text' },
    key: ['account_id', 'kind', 'item', 'first_row'],
    references: { reports: ['account_id', 'kind', 'item'] },
  });
  await schema.run('drop index access_keys_by_user_id');
  await schema.run(
    'create index access_keys_by_user_id_created_at on access_keys (account_id, user_id, created_at)',
  );
  await schema.assumeLargeAccounts();
}
