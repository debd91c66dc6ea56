import type { SchemaMaker } from './schema-maker.ts';

/**
 * What sessions end by: the epochs of accounts, users, AccessKeys and OIDC providers, as roles and SAML providers have
 * them already; an id of OIDC providers that is never given out again; and the keys that tokens are sealed with.
 */
export async function sessionEpochs(schema: SchemaMaker): Promise<void> {
  for (const table of ['accounts', 'users', 'access_keys']) {
    await schema.extend(table, { session_epoch: { kind: 'integer', value: 0 } });
  }
  await schema.extend('oidc_providers', {
    provider_id: { kind: 'text', value: '' },
    session_epoch: { kind: 'integer', value: 0 },
  });
  // Ids that are drawn hold no second hyphen, so that none of them is ever one of these.
  await schema.run("update oidc_providers set provider_id = 'oidc-of-' || name_key");
  await schema.create('session_keys', {
    columns: { key_id: 'integer', sealed_key: 'text', created_at: 'integer' },
    key: ['key_id'],
  });
}
