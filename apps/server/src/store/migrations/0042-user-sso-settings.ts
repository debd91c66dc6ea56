import type { SchemaMaker } from './schema-maker.ts';

/** How the users of an account log on through an identity provider. */
export async function userSsoSettings(schema: SchemaMaker): Promise<void> {
  await schema.create('user_sso_settings', {
    columns: {
      account_id: 'text',
      enabled: 'integer',
      metadata_document: 'text',
      entity_id: 'text',
      redirect_url: 'text',
      post_url: 'text',
      certificates: 'text',
      wants_signed_requests: 'integer',
      auxiliary_domain: 'text',
      domain_required: 'integer',
      sign_algorithm: 'text',
    },
    key: ['account_id'],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
