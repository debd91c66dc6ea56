/**
 * Quotas of one account; every one is a setting (`WARDENRY_QUOTA_…`). GetAccountSummary shows those that its reply has a
 * field for: none of tags, identity providers, gateway tokens, resource groups, applications and the recycle bin.
 *
 * What one call may bring is no quota but part of its parameters, and fixed (spec: domain 1.4): 50 things and 20 tags of one
 * call, 40 blocks and 512 characters of log-on networks, 64 characters of a default domain, 4096 of a trust policy, 2048 of
 * a session's, one descriptor and 2 certificates of SAML metadata.
 */
export interface Limits {
  readonly users: number;
  readonly groups: number;
  readonly roles: number;
  readonly policies: number;
  readonly virtualMfaDevices: number;
  readonly groupsPerUser: number;
  readonly accessKeysPerUser: number;
  readonly accessKeysPerAccount: number;
  readonly systemPoliciesPerPrincipal: number;
  readonly customPoliciesPerPrincipal: number;
  readonly versionsPerPolicy: number;
  /** Tags of one user, role or custom policy. */
  readonly tagsPerResource: number;
  /** Characters of one custom policy document. */
  readonly policyDocument: number;
  readonly oidcProviders: number;
  readonly clientIdsPerOidcProvider: number;
  readonly fingerprintsPerOidcProvider: number;
  readonly samlProviders: number;
  readonly gatewayTokens: number;
  /** Beside the one that every account has. */
  readonly resourceGroups: number;
  readonly applications: number;
  readonly secretsPerApplication: number;
  readonly serviceCredentialsPerUserPerService: number;
  readonly recycledUsers: number;
  readonly recycledAccessKeysPerUser: number;
  /** Days for which what was deleted can be restored. */
  readonly daysInRecycleBin: number;
  readonly statementsPerAccessKeyPolicy: number;
  /** Addresses and networks of one statement. */
  readonly addressesPerAccessKeyPolicy: number;
}

/** The most characters that the quota of policy documents can be set to. */
export const HIGHEST_DOCUMENT_QUOTA = 131_072;

/** The most that the quotas of client ids and of fingerprints can be set to. */
export const HIGHEST_CLIENT_IDS_QUOTA = 500;
export const HIGHEST_FINGERPRINTS_QUOTA = 50;

/** The most that the quota of resource groups can be set to: lists hold all of them at once. */
export const HIGHEST_RESOURCE_GROUPS_QUOTA = 1000;

/** The documented defaults (spec: domain 1.4). */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  users: 5000,
  groups: 300,
  roles: 1000,
  policies: 1500,
  virtualMfaDevices: 5000,
  groupsPerUser: 10,
  accessKeysPerUser: 2,
  accessKeysPerAccount: 2,
  systemPoliciesPerPrincipal: 20,
  customPoliciesPerPrincipal: 10,
  versionsPerPolicy: 5,
  tagsPerResource: 20,
  policyDocument: 6144,
  oidcProviders: 100,
  clientIdsPerOidcProvider: 50,
  fingerprintsPerOidcProvider: 5,
  samlProviders: 100,
  gatewayTokens: 20,
  resourceGroups: 30,
  applications: 100,
  secretsPerApplication: 2,
  serviceCredentialsPerUserPerService: 2,
  recycledUsers: 1000,
  recycledAccessKeysPerUser: 3,
  daysInRecycleBin: 30,
  statementsPerAccessKeyPolicy: 8,
  addressesPerAccessKeyPolicy: 50,
});
