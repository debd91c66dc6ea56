import type { SchemaMaker } from './schema-maker.ts';

/** What passwords of an account's users must be like; an account without a row has the defaults. */
export async function passwordPolicies(schema: SchemaMaker): Promise<void> {
  await schema.create('password_policies', {
    columns: {
      account_id: 'text',
      minimum_length: 'integer',
      require_lowercase: 'integer',
      require_uppercase: 'integer',
      require_numbers: 'integer',
      require_symbols: 'integer',
      minimum_different: 'integer',
      not_contain_user_name: 'integer',
      max_age_days: 'integer',
      hard_expire: 'integer',
      reuse_prevention: 'integer',
      max_login_attempts: 'integer',
      initial_age_days: 'integer',
      intercept_risk: 'integer',
    },
    key: ['account_id'],
    references: { accounts: ['account_id'] },
  });
  await schema.assumeLargeAccounts();
}
