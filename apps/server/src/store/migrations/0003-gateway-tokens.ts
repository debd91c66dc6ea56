import type { SchemaMaker } from './schema-maker.ts';

/** Tokens with which proxies ask about the requests that they receive. */
export async function gatewayTokens(schema: SchemaMaker): Promise<void> {
  await schema.create('gateway_tokens', {
    columns: {
      account_id: 'text',
      token_id: 'text',
      description: 'text',
      secret_hash: 'text',
      dry_run: 'integer',
      created_at: 'integer',
    },
    key: ['account_id', 'token_id'],
    references: { accounts: ['account_id'] },
    // A proxy presents its token and names no account.
    indexes: [['token_id']],
    clustered: true,
  });
}
