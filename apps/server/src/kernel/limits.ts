/** Quotas of one account; every one is a setting (`WARDENRY_QUOTA_…`) and shows in GetAccountSummary. */
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
  readonly samlProviders: number;
  readonly gatewayTokens: number;
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
  samlProviders: 100,
  gatewayTokens: 20,
  applications: 100,
  secretsPerApplication: 2,
  serviceCredentialsPerUserPerService: 2,
  recycledUsers: 1000,
  recycledAccessKeysPerUser: 3,
  daysInRecycleBin: 30,
  statementsPerAccessKeyPolicy: 8,
  addressesPerAccessKeyPolicy: 50,
});
