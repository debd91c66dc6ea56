/** Whose keys a call is about: a named user's, or the caller's own (spec: domain 2.3). */
import type { Caller } from '../../kernel/identity.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import { type User, userByName, userByPrincipalName, userResource } from '../users/index.ts';

/** The holder of AccessKeys. */
export interface Owner {
  /** The user's id; empty for the account itself. */
  readonly id: string;
  /** How error messages call it. */
  readonly title: string;
}

/**
 * The resource that a RAM call on keys is authorized on (spec: policy 6.1).
 *
 * @param userName absent for the caller
 */
export function ramOwnerResource(userName: string | undefined, caller: Caller): ResourceName {
  return userName === undefined ? callerResource(caller) : userResource(userName);
}

/**
 * The owner that a RAM call names.
 *
 * @param userName absent for the caller
 * @throws ApiError `EntityNotExist.User`
 */
export async function ramOwner(scope: Scope, userName: string | undefined): Promise<Owner> {
  return userName === undefined
    ? callerAsOwner(scope.context.caller)
    : userAsOwner(await userByName(scope, userName));
}

/**
 * The resource that an IMS call on keys is authorized on (spec: policy 6.2).
 *
 * @param principalName absent for the caller; one in somebody else's domain gives the collection
 */
export async function imsOwnerResource(
  scope: Scope,
  principalName: string | undefined,
): Promise<ResourceName> {
  return principalName === undefined
    ? callerResource(scope.context.caller)
    : userResource(await userNameFromPrincipalName(scope, principalName));
}

/**
 * The owner that an IMS call names.
 *
 * @param principalName absent for the caller
 * @throws ApiError `EntityNotExist.User`
 */
export async function imsOwner(scope: Scope, principalName: string | undefined): Promise<Owner> {
  return principalName === undefined
    ? callerAsOwner(scope.context.caller)
    : userAsOwner(await userByPrincipalName(scope, principalName));
}

function callerResource(caller: Caller): ResourceName {
  const user = userIn(caller);
  // The account's own keys are called as its ARN ends.
  return user === undefined ? { relativeId: 'root' } : userResource(user.name);
}

function callerAsOwner(caller: Caller): Owner {
  const user = userIn(caller);
  return user === undefined ? { id: '', title: 'the account itself' } : userAsOwner(user);
}

/** @returns undefined for the account itself */
function userIn(caller: Caller): Pick<User, 'userId' | 'name'> | undefined {
  switch (caller.kind) {
    case 'root':
      return undefined;
    case 'user':
      return { userId: caller.userId, name: caller.userName };
    case 'gateway':
      throw new TypeError('a gateway token has no AccessKeys');
  }
}

function userAsOwner({ userId, name }: Pick<User, 'userId' | 'name'>): Owner {
  return { id: userId, title: `the user "${name}"` };
}
