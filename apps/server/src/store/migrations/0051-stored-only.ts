import type { SchemaMaker } from './schema-maker.ts';

/** What is kept for clients that ask for it, without an effect. */
export async function storedOnly(schema: SchemaMaker): Promise<void> {
  await schema.create('external_applications', {
    columns: {
      account_id: 'text',
      application_id: 'text',
      scopes: 'text',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'application_id'],
    references: { accounts: ['account_id'] },
    clustered: true,
  });
  await schema.create('service_credentials', {
    columns: {
      account_id: 'text',
      credential_id: 'text',
      owner_id: 'text',
      name: 'text',
      service_name: 'text',
      status: 'text',
      secret_hash: 'text',
      expires_at: 'integer?',
      created_at: 'integer',
    },
    key: ['account_id', 'credential_id'],
    references: { accounts: ['account_id'] },
    indexes: [
      ['account_id', 'owner_id', 'credential_id'],
      ['account_id', 'service_name', 'credential_id'],
    ],
  });
  await schema.assumeLargeAccounts();
}
