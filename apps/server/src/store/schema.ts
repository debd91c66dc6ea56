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
  password_hash: string;
  password_reset_required: number;
  mfa_bind_required: number;
  created_at: number;
  updated_at: number;
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
  changes: ChangesTable;
  journal: JournalTable;
  journal_writers: JournalWritersTable;
  nonces: NoncesTable;
  nonce_batches: NonceBatchesTable;
  job_leases: JobLeasesTable;
  data_keys: DataKeysTable;
  installation: InstallationTable;
}
