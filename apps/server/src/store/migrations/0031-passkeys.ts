import type { SchemaMaker } from './schema-maker.ts';

/** Passkeys of users and of the account itself, whose owner is an empty text. */
export async function passkeys(schema: SchemaMaker): Promise<void> {
  await schema.create('passkeys', {
    columns: {
      account_id: 'text',
      passkey_id: 'text',
      user_id: 'text',
      name: 'text',
      credential_id: 'text',
      public_key: 'text',
      sign_count: 'integer',
      transports: 'text',
      backed_up: 'integer',
      created_at: 'integer',
      last_used_at: 'integer?',
    },
    key: ['account_id', 'passkey_id'],
    unique: [['account_id', 'credential_id']],
    references: { accounts: ['account_id'] },
    indexes: [['account_id', 'user_id']],
  });
  await schema.assumeLargeAccounts();
}
