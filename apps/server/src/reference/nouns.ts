/** The nouns of the product in the words of its readers: titles of groups of operations. */
import type { Localized } from '../kernel/parameters.ts';

const nouns: Readonly<Record<string, Localized>> = {
  'access-key-policies': ['Networks of AccessKeys', 'AccessKey 网络访问限制'],
  'access-keys': ['AccessKeys', 'AccessKey'],
  accounts: ['Account', '账号'],
  applications: ['Applications', '应用'],
  attachments: ['Policy attachments', '策略授权'],
  authorization: ['Decisions for your services', '业务服务鉴权'],
  diagnostics: ['Refusals explained', '拒绝诊断'],
  domains: ['Default domain', '默认域名'],
  'gateway-tokens': ['Gateway tokens', '网关令牌'],
  groups: ['Groups', '用户组'],
  'login-profiles': ['Login profiles and passwords', '登录配置与密码'],
  mfa: ['MFA devices', '多因素认证设备'],
  'oidc-providers': ['OIDC providers', 'OIDC 身份提供商'],
  passkeys: ['Passkeys', '通行密钥'],
  'password-policy': ['Password policy', '密码策略'],
  policies: ['Policies', '策略'],
  'recycle-bin': ['Recycle bin', '回收站'],
  reports: ['Reports', '报告'],
  'resource-groups': ['Resource groups', '资源组'],
  roles: ['Roles', '角色'],
  'saml-providers': ['SAML providers', 'SAML 身份提供商'],
  'security-preference': ['Security preference', '安全偏好'],
  'server-info': ['The server', '服务器'],
  'sso-settings': ['User SSO', '用户 SSO'],
  'stored-only': ['Stored without effect', '仅存储的配置'],
  sts: ['Temporary credentials', '临时凭证'],
  summary: ['Summary and quotas', '概览与配额'],
  tags: ['Tags', '标签'],
  users: ['Users', '用户'],
  verification: ['Verification', '安全验证'],
};

/**
 * The title of a noun.
 *
 * @param area name of the area's folder
 * @returns the name itself where no title is given
 */
export function nounOf(area: string): Localized {
  return nouns[area] ?? [area, area];
}

/** Whether a noun has a title. */
export function hasTitle(area: string): boolean {
  return area in nouns;
}
