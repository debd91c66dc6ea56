/** How people log on: profiles, passwords and what the account asks of them. */

export interface LoginProfilesTable {
  account_id: string;
  user_id: string;
  status: 'Active' | 'Inactive';
  /** PHC text; empty for a profile that has no password. */
  password_hash: string;
  password_reset_required: number;
  mfa_bind_required: number;
  created_at: number;
  updated_at: number;
  password_set_at: number;
  /** Since when the password is one that somebody else chose; null once the user has chosen its own. */
  initial_at: number | null;
}

/** Passwords that a user had before, the newest with the highest number. */
export interface PasswordHistoryTable {
  account_id: string;
  user_id: string;
  number: number;
  password_hash: string;
  replaced_at: number;
}

/** Attempts that failed one after another; decides nothing that is cached, and is written outside of the account's lock. */
export interface PasswordAttemptsTable {
  account_id: string;
  /** Empty for the account itself. */
  user_id: string;
  failures: number;
  last_at: number;
}

/** What passwords must be like; switches are 0 or 1. */
export interface PasswordPoliciesTable {
  account_id: string;
  minimum_length: number;
  require_lowercase: number;
  require_uppercase: number;
  require_numbers: number;
  require_symbols: number;
  minimum_different: number;
  not_contain_user_name: number;
  max_age_days: number;
  hard_expire: number;
  reuse_prevention: number;
  max_login_attempts: number;
  initial_age_days: number;
  intercept_risk: number;
}

/** What users may do for themselves and how they log on; switches are 0 or 1. */
export interface SecurityPreferencesTable {
  account_id: string;
  save_mfa_ticket: number;
  change_password: number;
  login_with_passkey: number;
  session_hours: number;
  /** Blocks of addresses with semicolons between them, as they were given. */
  network_masks: string;
  mfa_for_login: 'mandatory' | 'independent' | 'adaptive';
  risk_login: 'autonomous' | 'enforceVerify';
  manage_access_keys: number;
  manage_service_credentials: number;
  manage_mfa_devices: number;
  manage_public_keys: number;
  manage_personal_ding_talk: number;
  /** With commas between them. */
  verification_types: string;
  max_idle_days_users: number;
  max_idle_days_access_keys: number;
}
