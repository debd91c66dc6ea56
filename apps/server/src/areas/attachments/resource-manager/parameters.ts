/** Parameters that name principals as ResourceManager does: by a kind and a name with a domain (spec: api ResourceManager). */
import { choice, lettersDigitsAnd, text } from '../../../kernel/parameters.ts';
import { groups, type PrincipalKind, roles, users } from '../principal.ts';

/** The kinds of principals as ResourceManager names them. */
export const principalTypes = ['IMSUser', 'IMSGroup', 'ServiceRole'] as const;

/** One of them. */
export type WirePrincipalType = (typeof principalTypes)[number];

/** What ResourceManager calls the kinds of principals. */
export const kinds: Readonly<Record<WirePrincipalType, PrincipalKind>> = {
  IMSUser: users,
  IMSGroup: groups,
  ServiceRole: roles,
};

const typeDoc = [
  'Kind of the principal: IMSUser for a user, IMSGroup for a group, ServiceRole for a role.',
  '授权对象类型：IMSUser 为用户，IMSGroup 为用户组，ServiceRole 为角色。',
] as const;

export const principalType = choice('PrincipalType', principalTypes, { required: true, doc: typeDoc });
export const optionalPrincipalType = choice('PrincipalType', principalTypes, { doc: typeDoc });

const nameOptions = {
  min: 1,
  max: 256,
  characters: lettersDigitsAnd('.-_@'),
  doc: [
    'Name of the principal: <user>@<alias>.onaliyun.com, <group>@group.<alias>.onaliyun.com or <role>@role.<alias>.onaliyunservice.com; the id of the account stands for its alias.',
    '授权对象名称：<用户名>@<账号别名>.onaliyun.com、<用户组名>@group.<账号别名>.onaliyun.com 或 <角色名>@role.<账号别名>.onaliyunservice.com，账号 ID 可代替账号别名。',
  ],
} as const;

export const principalName = text('PrincipalName', { ...nameOptions, required: true });
export const optionalPrincipalName = text('PrincipalName', nameOptions);
