import { type ApiError, apiError, type ErrorKind } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { TextParameter } from '../../kernel/parameters.ts';
import type { Scope } from '../../kernel/scope.ts';
import {
  groupNameFromPrincipalName,
  groupPrincipalName,
  roleNameFromPrincipalName,
  rolePrincipalName,
  userNameFromPrincipalName,
  userPrincipalName,
} from '../accounts/index.ts';
import {
  findGroupByName,
  findGroupsById,
  type Group,
  groupByName,
  groupName,
  groupNotExist,
  groupResource,
} from '../groups/index.ts';
import {
  changeableRoleByName,
  findRoleByName,
  findRolesById,
  type Role,
  roleByName,
  roleName,
  roleNotExist,
  roleOfService,
  roleResource,
} from '../roles/index.ts';
import {
  findUserByName,
  findUsersById,
  type User,
  userByName,
  userName,
  userNotExist,
  userResource,
} from '../users/index.ts';
import { type AttachmentErrors, attachmentErrors } from './errors.ts';

/** Who policies are attached to. */
export type PrincipalType = 'user' | 'group' | 'role';

/** Somebody who holds policies. */
export interface Principal {
  readonly type: PrincipalType;
  /** Immutable id. */
  readonly id: string;
  readonly name: string;
}

/** What an account's principals are named with outside of it. */
export interface AccountNames {
  /** The account's alias, or its id. */
  readonly alias: string;
  /** Its default domain. */
  readonly domain: string;
}

/** What the operations on attachments need to know of one kind of principal. */
export interface PrincipalKind {
  readonly type: PrincipalType;
  /** As in `AttachPolicyTo<noun>`. */
  readonly noun: 'User' | 'Group' | 'Role';
  readonly chinese: string;
  readonly name: TextParameter<true>;
  readonly notExist: ErrorKind;
  readonly errors: AttachmentErrors;
  /** What is answered beside `notExist` when the policies of one are fixed. */
  readonly notChangeable: readonly ErrorKind[];
  /** The error for a name of nobody. */
  missing(name: string): ApiError;
  resource(name: string): ResourceName;
  /** @returns undefined when there is nobody of this name */
  lookUp(scope: Scope, name: string): Promise<Principal | undefined>;
  /** @throws ApiError `notExist` */
  find(scope: Scope, name: string): Promise<Principal>;
  /** @throws ApiError `notExist`, or one of `notChangeable` */
  findToChange(scope: Scope, name: string): Promise<Principal>;
  /** Those of some ids; ids of nobody are absent. */
  findById(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string }>>;
  /** The name that ResourceManager shows. */
  principalName(name: string, account: AccountNames): string;
  /** Reads such a name; undefined for one in somebody else's domain. */
  nameIn(scope: Scope, principalName: string): Promise<string | undefined>;
}

function userPrincipal({ userId, name }: User): Principal {
  return { type: 'user', id: userId, name };
}

async function findUser(scope: Scope, name: string): Promise<Principal> {
  return userPrincipal(await userByName(scope, name));
}

export const users: PrincipalKind = {
  type: 'user',
  noun: 'User',
  chinese: '用户',
  name: userName,
  notExist: userNotExist,
  errors: attachmentErrors('User'),
  notChangeable: [],
  missing: name => apiError(userNotExist, { user: name }),
  resource: userResource,
  async lookUp(scope, name) {
    const user = await findUserByName(scope, name);
    return user && userPrincipal(user);
  },
  find: findUser,
  findToChange: findUser,
  findById: findUsersById,
  principalName: (name, { domain }) => userPrincipalName(name, domain),
  nameIn: userNameFromPrincipalName,
};

function groupPrincipal({ groupId, name }: Group): Principal {
  return { type: 'group', id: groupId, name };
}

async function findGroup(scope: Scope, name: string): Promise<Principal> {
  return groupPrincipal(await groupByName(scope, name));
}

export const groups: PrincipalKind = {
  type: 'group',
  noun: 'Group',
  chinese: '用户组',
  name: groupName,
  notExist: groupNotExist,
  errors: attachmentErrors('Group'),
  notChangeable: [],
  missing: name => apiError(groupNotExist, { group: name }),
  resource: groupResource,
  async lookUp(scope, name) {
    const group = await findGroupByName(scope, name);
    return group && groupPrincipal(group);
  },
  find: findGroup,
  findToChange: findGroup,
  findById: findGroupsById,
  principalName: (name, { domain }) => groupPrincipalName(name, domain),
  nameIn: groupNameFromPrincipalName,
};

function rolePrincipal({ roleId, name }: Role): Principal {
  return { type: 'role', id: roleId, name };
}

export const roles: PrincipalKind = {
  type: 'role',
  noun: 'Role',
  chinese: '角色',
  name: roleName,
  notExist: roleNotExist,
  errors: attachmentErrors('Role'),
  notChangeable: [roleOfService],
  missing: name => apiError(roleNotExist, { role: name }),
  resource: roleResource,
  async lookUp(scope, name) {
    const role = await findRoleByName(scope, name);
    return role && rolePrincipal(role);
  },
  find: async (scope, name) => rolePrincipal(await roleByName(scope, name)),
  findToChange: async (scope, name) => rolePrincipal(await changeableRoleByName(scope, name)),
  findById: findRolesById,
  principalName: (name, { alias }) => rolePrincipalName(name, alias),
  nameIn: roleNameFromPrincipalName,
};
