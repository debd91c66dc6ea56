import {
  DEFAULT_LIMITS,
  HIGHEST_CLIENT_IDS_QUOTA,
  HIGHEST_DOCUMENT_QUOTA,
  HIGHEST_FINGERPRINTS_QUOTA,
  HIGHEST_RESOURCE_GROUPS_QUOTA,
} from '../../kernel/limits.ts';
import type { Localized } from '../../kernel/parameters.ts';
import type { Declaration } from '../declaration.ts';
import { integer } from '../kinds.ts';

function quota(name: keyof typeof DEFAULT_LIMITS, max: number, doc: Localized) {
  return { section: 'quotas', kind: integer(0, max), default: String(DEFAULT_LIMITS[name]), doc } as const;
}

/** Settings of the quotas; each default is the documented one (spec: domain 1.4). */
export const quotas = {
  quotaUsers: quota('users', 10_000_000, ['Users.', '用户数。']),
  quotaGroups: quota('groups', 1_000_000, ['Groups.', '用户组数。']),
  quotaRoles: quota('roles', 1_000_000, ['Roles.', '角色数。']),
  quotaPolicies: quota('policies', 1_000_000, ['Custom policies.', '自定义策略数。']),
  quotaVirtualMfaDevices: quota('virtualMfaDevices', 10_000_000, [
    'Virtual MFA devices.',
    '虚拟 MFA 设备数。',
  ]),
  quotaGroupsPerUser: quota('groupsPerUser', 1000, [
    'Groups that one user is in.',
    '单个用户所属的用户组数。',
  ]),
  quotaAccessKeysPerUser: quota('accessKeysPerUser', 100, [
    'AccessKeys of one user.',
    '单个用户的 AccessKey 数。',
  ]),
  quotaAccessKeysPerAccount: quota('accessKeysPerAccount', 100, [
    'AccessKeys of the account itself.',
    '账号自身的 AccessKey 数。',
  ]),
  quotaSystemPoliciesPerPrincipal: quota('systemPoliciesPerPrincipal', 1000, [
    'System policies attached to one user, group or role.',
    '附加到单个用户、用户组或角色的系统策略数。',
  ]),
  quotaCustomPoliciesPerPrincipal: quota('customPoliciesPerPrincipal', 1000, [
    'Custom policies attached to one user, group or role.',
    '附加到单个用户、用户组或角色的自定义策略数。',
  ]),
  quotaVersionsPerPolicy: quota('versionsPerPolicy', 1000, ['Versions of one policy.', '单个策略的版本数。']),
  quotaTagsPerResource: quota('tagsPerResource', 1000, [
    'Tags of one user, role or custom policy.',
    '单个用户、角色或自定义策略的标签数。',
  ]),
  quotaPolicyDocument: quota('policyDocument', HIGHEST_DOCUMENT_QUOTA, [
    'Characters of one policy document.',
    '单个策略文档的字符数。',
  ]),
  quotaOidcProviders: quota('oidcProviders', 10_000, ['OIDC providers.', 'OIDC 身份提供商数。']),
  quotaClientIdsPerOidcProvider: quota('clientIdsPerOidcProvider', HIGHEST_CLIENT_IDS_QUOTA, [
    'Client ids of one OIDC provider.',
    '单个 OIDC 身份提供商的客户端 ID 数。',
  ]),
  quotaFingerprintsPerOidcProvider: quota('fingerprintsPerOidcProvider', HIGHEST_FINGERPRINTS_QUOTA, [
    'Fingerprints of one OIDC provider.',
    '单个 OIDC 身份提供商的指纹数。',
  ]),
  quotaSamlProviders: quota('samlProviders', 10_000, ['SAML providers.', 'SAML 身份提供商数。']),
  quotaGatewayTokens: quota('gatewayTokens', 1000, [
    'Gateway tokens, with which proxies ask at /v1/auth-request.',
    '网关令牌数，供反向代理在 /v1/auth-request 使用。',
  ]),
  quotaResourceGroups: quota('resourceGroups', HIGHEST_RESOURCE_GROUPS_QUOTA, [
    'Resource groups beside the default one.',
    '默认资源组以外的资源组数。',
  ]),
  quotaApplications: quota('applications', 10_000, ['Applications.', '应用数。']),
  quotaSecretsPerApplication: quota('secretsPerApplication', 100, [
    'Secrets of one application.',
    '单个应用的密钥数。',
  ]),
  quotaServiceCredentialsPerUserPerService: quota('serviceCredentialsPerUserPerService', 1000, [
    'Service credentials of one user for one service.',
    '单个用户在单个服务下的服务凭证数。',
  ]),
  quotaRecycledUsers: {
    ...quota('recycledUsers', 100_000, [
      'Users in the recycle bin; the oldest leave it for another.',
      '回收站中的用户数，超出时最早的将被清除。',
    ]),
    // A deleted user passes through the bin, since its keys go there.
    kind: integer(1, 100_000),
  },
  quotaRecycledAccessKeysPerUser: quota('recycledAccessKeysPerUser', 100, [
    'AccessKeys of one user in the recycle bin; the oldest leave it for another.',
    '单个用户在回收站中的 AccessKey 数，超出时最早的将被清除。',
  ]),
  quotaDaysInRecycleBin: quota('daysInRecycleBin', 3650, [
    'Days for which deleted users and AccessKeys can be restored.',
    '已删除的用户和 AccessKey 可恢复的天数。',
  ]),
  quotaStatementsPerAccessKeyPolicy: quota('statementsPerAccessKeyPolicy', 20, [
    'Statements of one network access policy of AccessKeys.',
    '单个 AccessKey 网络访问策略的语句数。',
  ]),
  quotaAddressesPerAccessKeyPolicy: quota('addressesPerAccessKeyPolicy', 100, [
    'Addresses and networks in one statement of such a policy.',
    '策略单条语句中的地址和网段数。',
  ]),
} as const satisfies Record<string, Declaration>;
