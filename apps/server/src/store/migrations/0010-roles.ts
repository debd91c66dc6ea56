import type { SchemaMaker } from './schema-maker.ts';

/** Identities without credentials of their own, which whoever is trusted may take on for a while. */
export async function roles(schema: SchemaMaker): Promise<void> {
  await schema.create('roles', {
    columns: {
      account_id: 'text',
      role_id: 'text',
      role_name: 'text',
      role_name_key: 'text',
      description: 'text',
      trust_document: 'text',
      max_session_duration: 'integer',
      session_epoch: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'role_id'],
    unique: [['account_id', 'role_name_key']],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
