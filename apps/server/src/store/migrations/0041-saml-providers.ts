import type { SchemaMaker } from './schema-maker.ts';

/** Identity providers whose SAML assertions roles may trust. */
export async function samlProviders(schema: SchemaMaker): Promise<void> {
  await schema.create('saml_providers', {
    columns: {
      account_id: 'text',
      provider_id: 'text',
      name: 'text',
      name_key: 'text',
      description: 'text',
      metadata_document: 'text',
      entity_id: 'text',
      redirect_url: 'text',
      post_url: 'text',
      certificates: 'text',
      wants_signed_requests: 'integer',
      sign_algorithm: 'text',
      session_epoch: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'provider_id'],
    unique: [['account_id', 'name_key']],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
