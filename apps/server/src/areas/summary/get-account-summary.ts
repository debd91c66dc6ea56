import type { Limits } from '../../kernel/limits.ts';
import { ims, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { integerField, object } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { countGroups } from '../groups/index.ts';
import { countBoundDevices, countDevices } from '../mfa/index.ts';
import { countCustomPolicies } from '../policies/index.ts';
import { countRoles } from '../roles/index.ts';
import { countUsers } from '../users/index.ts';

/** IMS GetAccountSummary: what the account holds, and how much it may hold (spec: domain 1.4). */
export const imsGetAccountSummary = readOperation({
  api: ims,
  name: 'GetAccountSummary',
  summary: ['Shows how much the account holds and how much it may hold.', '查询账号中各类对象的数量和配额。'],
  parameters: {},
  response: {
    SummaryMap: object({
      Users: integerField,
      UsersQuota: integerField,
      Groups: integerField,
      GroupsQuota: integerField,
      GroupsPerUserQuota: integerField,
      Roles: integerField,
      RolesQuota: integerField,
      Policies: integerField,
      PoliciesQuota: integerField,
      PolicySizeQuota: integerField,
      VersionsPerPolicyQuota: integerField,
      AttachedPoliciesPerUserQuota: integerField,
      AttachedPoliciesPerGroupQuota: integerField,
      AttachedPoliciesPerRoleQuota: integerField,
      AttachedSystemPoliciesPerUserQuota: integerField,
      AttachedSystemPoliciesPerGroupQuota: integerField,
      AttachedSystemPoliciesPerRoleQuota: integerField,
      AccessKeysPerUserQuota: integerField,
      AccountAccessKeysPerAccountQuota: integerField,
      AuthorizedClientPerUserQuota: integerField,
      ConditionsPerAKPolicyQuota: integerField,
      IPItemsPerAKPolicyQuota: integerField,
      ServiceCredentialsPerUserPerServiceQuota: integerField,
      MFADevices: integerField,
      MFADevicesInUse: integerField,
      VirtualMFADevicesQuota: integerField,
    }),
  },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: summarize,
  render: ({ users, groups, roles, policies, devices, boundDevices, limits }) => ({
    SummaryMap: {
      Users: users,
      UsersQuota: limits.users,
      Groups: groups,
      GroupsQuota: limits.groups,
      GroupsPerUserQuota: limits.groupsPerUser,
      Roles: roles,
      RolesQuota: limits.roles,
      Policies: policies,
      PoliciesQuota: limits.policies,
      PolicySizeQuota: limits.policyDocument,
      VersionsPerPolicyQuota: limits.versionsPerPolicy,
      AttachedPoliciesPerUserQuota: limits.customPoliciesPerPrincipal,
      AttachedPoliciesPerGroupQuota: limits.customPoliciesPerPrincipal,
      AttachedPoliciesPerRoleQuota: limits.customPoliciesPerPrincipal,
      AttachedSystemPoliciesPerUserQuota: limits.systemPoliciesPerPrincipal,
      AttachedSystemPoliciesPerGroupQuota: limits.systemPoliciesPerPrincipal,
      AttachedSystemPoliciesPerRoleQuota: limits.systemPoliciesPerPrincipal,
      AccessKeysPerUserQuota: limits.accessKeysPerUser,
      AccountAccessKeysPerAccountQuota: limits.accessKeysPerAccount,
      // No value is published. Nothing keeps a user from letting every application of the account act for it.
      AuthorizedClientPerUserQuota: limits.applications,
      ConditionsPerAKPolicyQuota: limits.statementsPerAccessKeyPolicy,
      IPItemsPerAKPolicyQuota: limits.addressesPerAccessKeyPolicy,
      ServiceCredentialsPerUserPerServiceQuota: limits.serviceCredentialsPerUserPerService,
      MFADevices: devices,
      MFADevicesInUse: boundDevices,
      VirtualMFADevicesQuota: limits.virtualMfaDevices,
    },
  }),
});

interface AccountSummary {
  readonly users: number;
  readonly groups: number;
  readonly roles: number;
  /** Custom policies. */
  readonly policies: number;
  /** Virtual MFA devices, and those of them that are bound to a user. */
  readonly devices: number;
  readonly boundDevices: number;
  readonly limits: Limits;
}

async function summarize(scope: Scope): Promise<AccountSummary> {
  return {
    users: await countUsers(scope),
    groups: await countGroups(scope),
    roles: await countRoles(scope),
    policies: await countCustomPolicies(scope),
    devices: await countDevices(scope),
    boundDevices: await countBoundDevices(scope),
    limits: scope.context.limits,
  };
}
