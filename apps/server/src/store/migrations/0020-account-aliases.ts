import type { SchemaMaker } from './schema-maker.ts';

/**
 * Names that accounts are called by in place of their ids. An alias leads to its account before anybody is known, at the
 * log-on page, so that it is the one value that no two accounts may share.
 */
export async function accountAliases(schema: SchemaMaker): Promise<void> {
  await schema.create('account_aliases', {
    columns: { account_id: 'text', alias: 'text', set_at: 'integer' },
    key: ['account_id'],
    unique: [['alias']],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
