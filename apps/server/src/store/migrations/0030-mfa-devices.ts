import type { SchemaMaker } from './schema-maker.ts';

/** Devices that show one-time passwords: those of users, and the one of the account itself. */
export async function mfaDevices(schema: SchemaMaker): Promise<void> {
  await schema.create('mfa_devices', {
    columns: {
      account_id: 'text',
      name_key: 'text',
      name: 'text',
      sealed_seed: 'text',
      user_id: 'text?',
      maker_id: 'text?',
      created_at: 'integer',
      activated_at: 'integer?',
      last_step: 'integer',
    },
    key: ['account_id', 'name_key'],
    // Of devices that are bound to nobody there may be many: NULL equals no other NULL.
    unique: [['account_id', 'user_id']],
    references: { accounts: ['account_id'], users: ['account_id', 'user_id'] },
    indexes: [['account_id', 'maker_id', 'user_id']],
  });
  await schema.create('account_mfa', {
    columns: {
      account_id: 'text',
      sealed_seed: 'text',
      activated_at: 'integer',
      last_step: 'integer',
      at_logon: 'integer',
      at_sensitive_operations: 'integer',
    },
    key: ['account_id'],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
