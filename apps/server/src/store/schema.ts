/**
 * The tables of the state database, for both databases: text ids, integer milliseconds, 0/1 booleans, JSON as text.
 * Every primary, unique and foreign key of account data begins with account_id, so that an account can be moved or
 * sharded as a whole. Nullable columns are `string | null`.
 */

/** One account; its row is the lock and the revision of everything in it. */
export interface AccountsTable {
  account_id: string;
  revision: number;
  created_at: number;
}

/** The root identity of an account. */
export interface RootsTable {
  account_id: string;
  logon_name: string;
  password_hash: string;
  /** 1 while the one-time password of the first start is in force. */
  password_reset_required: number;
  created_at: number;
}

export interface UsersTable {
  account_id: string;
  user_id: string;
  user_name: string;
  /** Lower-cased name: unique without case. */
  user_name_key: string;
  display_name: string;
  comments: string;
  mobile_phone: string;
  email: string;
  created_at: number;
  updated_at: number;
  last_login_at: number | null;
}

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

/** The name of an account in place of its id: lower case, and of one account only. */
export interface AccountAliasesTable {
  account_id: string;
  alias: string;
  set_at: number;
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

export interface GroupsTable {
  account_id: string;
  group_id: string;
  group_name: string;
  group_name_key: string;
  display_name: string;
  comments: string;
  created_at: number;
  updated_at: number;
}

export interface GroupMembersTable {
  account_id: string;
  user_id: string;
  group_id: string;
  joined_at: number;
}

export interface AccessKeysTable {
  account_id: string;
  access_key_id: string;
  /** Empty for a key of the account itself. */
  user_id: string;
  status: 'Active' | 'Inactive';
  sealed_secret: string;
  created_at: number;
  updated_at: number;
}

export interface AccessKeyUsesTable {
  account_id: string;
  access_key_id: string;
  used_at: number;
  service_name: string;
}

export interface PoliciesTable {
  account_id: string;
  policy_name: string;
  policy_name_key: string;
  description: string;
  /** Number of the default version: 1 for `v1`. */
  default_version: number;
  /** Number that the next version gets; numbers are never used again. */
  next_version: number;
  created_at: number;
  updated_at: number;
}

export interface PolicyVersionsTable {
  account_id: string;
  policy_name_key: string;
  version: number;
  document: string;
  created_at: number;
}

export interface AttachmentsTable {
  account_id: string;
  principal_type: 'user' | 'group' | 'role';
  principal_id: string;
  policy_type: 'System' | 'Custom';
  /** Lower-cased for custom policies, exact for system policies. */
  policy_key: string;
  /** Empty for the whole account. */
  resource_group_id: string;
  attached_at: number;
}

export interface RolesTable {
  account_id: string;
  role_id: string;
  role_name: string;
  /** Lower-cased name: unique without case. */
  role_name_key: string;
  description: string;
  /** JSON text of the policy that says who may take the role on. */
  trust_document: string;
  /** Seconds that a session may last. */
  max_session_duration: number;
  /** Sessions born under a lower number have ended. */
  session_epoch: number;
  created_at: number;
  updated_at: number;
}

/** Labels of users, roles and custom policies. */
export interface TagsTable {
  account_id: string;
  resource_type: 'user' | 'role' | 'policy';
  /** The id of a user or role, the lower-cased name of a policy. */
  resource_id: string;
  tag_key: string;
  tag_value: string;
}

/** Tokens with which proxies ask about the requests that they receive. */
export interface GatewayTokensTable {
  account_id: string;
  token_id: string;
  description: string;
  /** SHA-256 of the secret, in hexadecimal: it was drawn, so that a slow hash would add nothing. */
  secret_hash: string;
  dry_run: number;
  created_at: number;
}

/** The change feed of an account: what each revision touched. */
export interface ChangesTable {
  account_id: string;
  revision: number;
  kind: string;
  id: string;
  at: number;
}

export interface OidcProvidersTable {
  account_id: string;
  /** The name in lower case. */
  name_key: string;
  name: string;
  issuer_url: string;
  /** With commas between them, as is the next. */
  client_ids: string;
  fingerprints: string;
  issuance_limit_hours: number;
  description: string;
  created_at: number;
  updated_at: number;
}

/** Lists stand in one text, with semicolons between their items. */
export interface ApplicationsTable {
  account_id: string;
  application_id: string;
  /** The name in lower case. */
  name_key: string;
  name: string;
  display_name: string;
  type: 'WebApp' | 'NativeApp' | 'ServerApp';
  redirect_uris: string;
  scopes: string;
  required_scopes: string;
  secret_required: number;
  access_token_seconds: number;
  refresh_token_seconds: number;
  multi_tenant: number;
  protocol_version: '2.0' | '2.1';
  created_at: number;
  updated_at: number;
}

export interface ApplicationSecretsTable {
  account_id: string;
  application_id: string;
  secret_id: string;
  /** Sealed for the row `<application_id>/<secret_id>`: it opens for no other application. */
  sealed_secret: string;
  created_at: number;
}

/** Applications of the account that are installed in it. */
export interface ApplicationProvisionsTable {
  account_id: string;
  application_id: string;
  scopes: string;
  created_at: number;
  updated_at: number;
}

export interface JournalTable {
  writer: number;
  sequence: number;
  account_id: string;
  at: number;
  record: string;
  mac: string;
}

export interface JournalWritersTable {
  writer: number;
  node: string;
  started_at: number;
}

/** PostgreSQL: one row a nonce, shared by all nodes. */
export interface NoncesTable {
  digest: Uint8Array;
  expires_at: number;
}

/** SQLite: the nonces of one committed batch in one row; the process keeps them in memory and reads them at its start. */
export interface NonceBatchesTable {
  batch: number;
  expires_at: number;
  digests: Uint8Array;
}

export interface JobLeasesTable {
  job: string;
  holder: string;
  /** Raised by every new holder: a write with an older token is refused. */
  token: number;
  expires_at: number;
}

/** Data keys wrapped by the master key. */
export interface DataKeysTable {
  data_key_id: number;
  wrapped: string;
  created_at: number;
}

/** Facts about the installation: that it is bootstrapped, which version wrote it. */
export interface InstallationTable {
  name: string;
  value: string;
}

export interface Database {
  accounts: AccountsTable;
  roots: RootsTable;
  users: UsersTable;
  login_profiles: LoginProfilesTable;
  password_history: PasswordHistoryTable;
  password_attempts: PasswordAttemptsTable;
  account_aliases: AccountAliasesTable;
  password_policies: PasswordPoliciesTable;
  security_preferences: SecurityPreferencesTable;
  groups: GroupsTable;
  group_members: GroupMembersTable;
  access_keys: AccessKeysTable;
  access_key_uses: AccessKeyUsesTable;
  policies: PoliciesTable;
  policy_versions: PolicyVersionsTable;
  attachments: AttachmentsTable;
  roles: RolesTable;
  tags: TagsTable;
  gateway_tokens: GatewayTokensTable;
  oidc_providers: OidcProvidersTable;
  applications: ApplicationsTable;
  application_secrets: ApplicationSecretsTable;
  application_provisions: ApplicationProvisionsTable;
  changes: ChangesTable;
  journal: JournalTable;
  journal_writers: JournalWritersTable;
  nonces: NoncesTable;
  nonce_batches: NonceBatchesTable;
  job_leases: JobLeasesTable;
  data_keys: DataKeysTable;
  installation: InstallationTable;
}
