import type { SchemaMaker } from './schema-maker.ts';

/** Identity providers whose OIDC tokens roles may trust. */
export async function oidcProviders(schema: SchemaMaker): Promise<void> {
  await schema.create('oidc_providers', {
    columns: {
      account_id: 'text',
      name_key: 'text',
      name: 'text',
      issuer_url: 'text',
      client_ids: 'text',
      fingerprints: 'text',
      issuance_limit_hours: 'integer',
      description: 'text',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'name_key'],
    unique: [['account_id', 'issuer_url']],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
