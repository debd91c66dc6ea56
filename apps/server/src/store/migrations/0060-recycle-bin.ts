import type { SchemaMaker } from './schema-maker.ts';

/** Users and AccessKeys that were deleted a short while ago. */
export async function recycleBin(schema: SchemaMaker): Promise<void> {
  await schema.create('recycled_users', {
    columns: {
      account_id: 'text',
      user_id: 'text',
      user_name: 'text',
      user_name_key: 'text',
      display_name: 'text',
      created_at: 'integer',
      recycled_at: 'integer',
      purge_at: 'integer',
    },
    key: ['account_id', 'user_id'],
    references: { accounts: ['account_id'] },
    // The last one is for cleaning up, which goes by time and not by account.
    indexes: [['account_id', 'user_name_key'], ['account_id', 'purge_at', 'user_id'], ['purge_at']],
  });
  await schema.create('recycled_login_profiles', {
    columns: {
      account_id: 'text',
      user_id: 'text',
      password_hash: 'text',
      password_reset_required: 'integer',
      mfa_bind_required: 'integer',
      created_at: 'integer',
      password_set_at: 'integer',
      initial_at: 'integer?',
    },
    key: ['account_id', 'user_id'],
    references: { recycled_users: ['account_id', 'user_id'] },
  });
  await schema.create('recycled_access_keys', {
    columns: {
      account_id: 'text',
      access_key_id: 'text',
      user_id: 'text',
      sealed_secret: 'text',
      created_at: 'integer',
      recycled_at: 'integer',
      purge_at: 'integer',
    },
    key: ['account_id', 'access_key_id'],
    references: { accounts: ['account_id'] },
    indexes: [['access_key_id'], ['account_id', 'user_id', 'purge_at'], ['purge_at']],
  });
  await schema.assumeLargeAccounts();
}
