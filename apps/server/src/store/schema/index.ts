/**
 * The tables of the state database, for both databases: text ids, integer milliseconds, 0/1 booleans, JSON as text.
 * Every primary, unique and foreign key of account data begins with account_id, so that an account can be moved or
 * sharded as a whole. Nullable columns are `string | null`.
 */
import type { AccountAliasesTable, AccountsTable, RootsTable } from './accounts.ts';
import type { AccountMfaTable, MfaDevicesTable, PasskeysTable, VerificationDevicesTable } from './factors.ts';
import type {
  ApplicationProvisionsTable,
  ApplicationSecretsTable,
  ApplicationsTable,
  ExternalApplicationsTable,
  GatewayTokensTable,
  OidcProvidersTable,
  SamlProvidersTable,
  ServiceCredentialsTable,
  UserSsoSettingsTable,
} from './federation.ts';
import type { DataKeysTable, InstallationTable, JobLeasesTable, SessionKeysTable } from './installation.ts';
import type {
  ChangesTable,
  JournalTable,
  JournalWritersTable,
  NonceBatchesTable,
  NoncesTable,
} from './ledger.ts';
import type {
  LoginProfilesTable,
  PasswordAttemptsTable,
  PasswordHistoryTable,
  PasswordPoliciesTable,
  SecurityPreferencesTable,
} from './logon.ts';
import type {
  AttachmentCountsTable,
  AttachmentsTable,
  PoliciesTable,
  PolicyHoldersTable,
  PolicyVersionsTable,
  ResourceGroupsTable,
  RoleDeletionsTable,
  RolesTable,
  TagsTable,
} from './permissions.ts';
import type {
  RecycledAccessKeysTable,
  RecycledLoginProfilesTable,
  RecycledUsersTable,
} from './recycle-bin.ts';
import type { ReportPartsTable, ReportsTable } from './reports.ts';
import type {
  AccessKeyPoliciesTable,
  AccessKeysTable,
  AccessKeyUsesTable,
  GroupMembersTable,
  GroupsTable,
  UsersTable,
} from './users.ts';

export type * from './accounts.ts';
export type * from './factors.ts';
export type * from './federation.ts';
export type * from './installation.ts';
export type * from './ledger.ts';
export type * from './logon.ts';
export type * from './permissions.ts';
export type * from './recycle-bin.ts';
export type * from './reports.ts';
export type * from './users.ts';

export interface Database {
  accounts: AccountsTable;
  roots: RootsTable;
  users: UsersTable;
  login_profiles: LoginProfilesTable;
  password_history: PasswordHistoryTable;
  password_attempts: PasswordAttemptsTable;
  mfa_devices: MfaDevicesTable;
  account_mfa: AccountMfaTable;
  passkeys: PasskeysTable;
  verification_devices: VerificationDevicesTable;
  account_aliases: AccountAliasesTable;
  password_policies: PasswordPoliciesTable;
  security_preferences: SecurityPreferencesTable;
  groups: GroupsTable;
  group_members: GroupMembersTable;
  access_keys: AccessKeysTable;
  access_key_uses: AccessKeyUsesTable;
  access_key_policies: AccessKeyPoliciesTable;
  recycled_users: RecycledUsersTable;
  recycled_login_profiles: RecycledLoginProfilesTable;
  recycled_access_keys: RecycledAccessKeysTable;
  policies: PoliciesTable;
  policy_versions: PolicyVersionsTable;
  attachments: AttachmentsTable;
  policy_holders: PolicyHoldersTable;
  attachment_counts: AttachmentCountsTable;
  resource_groups: ResourceGroupsTable;
  roles: RolesTable;
  role_deletions: RoleDeletionsTable;
  tags: TagsTable;
  gateway_tokens: GatewayTokensTable;
  oidc_providers: OidcProvidersTable;
  saml_providers: SamlProvidersTable;
  user_sso_settings: UserSsoSettingsTable;
  applications: ApplicationsTable;
  application_secrets: ApplicationSecretsTable;
  application_provisions: ApplicationProvisionsTable;
  external_applications: ExternalApplicationsTable;
  service_credentials: ServiceCredentialsTable;
  reports: ReportsTable;
  report_parts: ReportPartsTable;
  changes: ChangesTable;
  journal: JournalTable;
  journal_writers: JournalWritersTable;
  nonces: NoncesTable;
  nonce_batches: NonceBatchesTable;
  job_leases: JobLeasesTable;
  data_keys: DataKeysTable;
  session_keys: SessionKeysTable;
  installation: InstallationTable;
}
