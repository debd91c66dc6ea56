import type { ErrorKind } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { TextParameter } from '../../kernel/parameters.ts';
import type { Scope } from '../../kernel/scope.ts';
import { groupByName, groupName, groupNotExist, groupResource } from '../groups/index.ts';
import {
  changeableRoleByName,
  type Role,
  roleByName,
  roleName,
  roleNotExist,
  roleOfService,
  roleResource,
} from '../roles/index.ts';
import { userByName, userName, userNotExist, userResource } from '../users/index.ts';
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

/** What the operations on attachments need to know of one kind of principal. */
export interface PrincipalKind {
  /** As in `AttachPolicyTo<noun>`. */
  readonly noun: 'User' | 'Group' | 'Role';
  readonly chinese: string;
  readonly name: TextParameter<true>;
  readonly notExist: ErrorKind;
  readonly errors: AttachmentErrors;
  /** What is answered beside `notExist` when the policies of one are fixed. */
  readonly notChangeable: readonly ErrorKind[];
  resource(name: string): ResourceName;
  /** @throws ApiError `notExist` */
  find(scope: Scope, name: string): Promise<Principal>;
  /** @throws ApiError `notExist`, or one of `notChangeable` */
  findToChange(scope: Scope, name: string): Promise<Principal>;
}

async function findUser(scope: Scope, name: string): Promise<Principal> {
  const user = await userByName(scope, name);
  return { type: 'user', id: user.userId, name: user.name };
}

export const users: PrincipalKind = {
  noun: 'User',
  chinese: '用户',
  name: userName,
  notExist: userNotExist,
  errors: attachmentErrors('User'),
  notChangeable: [],
  resource: userResource,
  find: findUser,
  findToChange: findUser,
};

async function findGroup(scope: Scope, name: string): Promise<Principal> {
  const group = await groupByName(scope, name);
  return { type: 'group', id: group.groupId, name: group.name };
}

export const groups: PrincipalKind = {
  noun: 'Group',
  chinese: '用户组',
  name: groupName,
  notExist: groupNotExist,
  errors: attachmentErrors('Group'),
  notChangeable: [],
  resource: groupResource,
  find: findGroup,
  findToChange: findGroup,
};

function principalOf({ roleId, name }: Role): Principal {
  return { type: 'role', id: roleId, name };
}

export const roles: PrincipalKind = {
  noun: 'Role',
  chinese: '角色',
  name: roleName,
  notExist: roleNotExist,
  errors: attachmentErrors('Role'),
  notChangeable: [roleOfService],
  resource: roleResource,
  find: async (scope, name) => principalOf(await roleByName(scope, name)),
  findToChange: async (scope, name) => principalOf(await changeableRoleByName(scope, name)),
};
