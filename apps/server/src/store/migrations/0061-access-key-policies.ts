import type { SchemaMaker } from './schema-maker.ts';

/** From where AccessKeys may be used. */
export async function accessKeyPolicies(schema: SchemaMaker): Promise<void> {
  // A policy outlives its key in the recycle bin: no reference to the key.
  await schema.create('access_key_policies', {
    columns: { account_id: 'text', access_key_id: 'text', document: 'text', updated_at: 'integer' },
    key: ['account_id', 'access_key_id'],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
