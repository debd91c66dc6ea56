import type { Limits } from '../kernel/limits.ts';
import type { Settings } from './settings.ts';

/** The quotas of an account as the rules take them. */
export function limitsOf(settings: Settings): Limits {
  return Object.freeze({
    users: settings.quotaUsers,
    groups: settings.quotaGroups,
    roles: settings.quotaRoles,
    policies: settings.quotaPolicies,
    virtualMfaDevices: settings.quotaVirtualMfaDevices,
    groupsPerUser: settings.quotaGroupsPerUser,
    accessKeysPerUser: settings.quotaAccessKeysPerUser,
    accessKeysPerAccount: settings.quotaAccessKeysPerAccount,
    systemPoliciesPerPrincipal: settings.quotaSystemPoliciesPerPrincipal,
    customPoliciesPerPrincipal: settings.quotaCustomPoliciesPerPrincipal,
    versionsPerPolicy: settings.quotaVersionsPerPolicy,
    tagsPerResource: settings.quotaTagsPerResource,
    policyDocument: settings.quotaPolicyDocument,
    oidcProviders: settings.quotaOidcProviders,
    clientIdsPerOidcProvider: settings.quotaClientIdsPerOidcProvider,
    fingerprintsPerOidcProvider: settings.quotaFingerprintsPerOidcProvider,
    samlProviders: settings.quotaSamlProviders,
    gatewayTokens: settings.quotaGatewayTokens,
    resourceGroups: settings.quotaResourceGroups,
    applications: settings.quotaApplications,
    secretsPerApplication: settings.quotaSecretsPerApplication,
    serviceCredentialsPerUserPerService: settings.quotaServiceCredentialsPerUserPerService,
    recycledUsers: settings.quotaRecycledUsers,
    recycledAccessKeysPerUser: settings.quotaRecycledAccessKeysPerUser,
    daysInRecycleBin: settings.quotaDaysInRecycleBin,
    statementsPerAccessKeyPolicy: settings.quotaStatementsPerAccessKeyPolicy,
    addressesPerAccessKeyPolicy: settings.quotaAddressesPerAccessKeyPolicy,
  });
}

/** How large what services send may be, and how much work. */
export function checkBoundsOf(settings: Settings) {
  return {
    checks: settings.checksPerCall,
    resources: settings.resourcesPerCheck,
    conditions: settings.conditionsPerCheck,
    controlPolicies: settings.controlPoliciesPerCheck,
    resourceName: settings.checkResourceLimit,
    text: settings.checkTextLimit,
    computing: settings.decisionTimeLimitMs,
  };
}
