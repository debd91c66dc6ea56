import type { SchemaMaker } from './schema-maker.ts';

/** What an account's users may do for themselves, and how they log on; an account without a row has the defaults. */
export async function securityPreferences(schema: SchemaMaker): Promise<void> {
  await schema.create('security_preferences', {
    columns: {
      account_id: 'text',
      save_mfa_ticket: 'integer',
      change_password: 'integer',
      login_with_passkey: 'integer',
      session_hours: 'integer',
      network_masks: 'text',
      mfa_for_login: 'text',
      risk_login: 'text',
      manage_access_keys: 'integer',
      manage_service_credentials: 'integer',
      manage_mfa_devices: 'integer',
      manage_public_keys: 'integer',
      manage_personal_ding_talk: 'integer',
      verification_types: 'text',
      max_idle_days_users: 'integer',
      max_idle_days_access_keys: 'integer',
    },
    key: ['account_id'],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
