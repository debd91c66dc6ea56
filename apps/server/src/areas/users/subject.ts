/** Whom a call is about that names a user, or nobody and so means its caller: what it is authorized on, and whose things it touches. */

import type { Caller } from '../../kernel/callers/identity.ts';
import { apiError, missingParameter } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import { userByName, userByPrincipalName, userResource } from './lookup.ts';
import { findUserByName } from './store.ts';
import type { User } from './user.ts';

/** A user, or the account itself, as the holder of things. */
export interface Subject {
  /** The user's id; empty for the account itself. */
  readonly id: string;
  /** How error messages call it. */
  readonly title: string;
}

/** What a call about a subject is authorized on. */
export interface SubjectTarget {
  readonly resource: ResourceName;
  /** Whether the subject is the user who calls. */
  readonly own: boolean;
}

/**
 * The target of a RAM call (spec: policy 6.1).
 *
 * @param userName absent for the caller
 */
export async function ramSubjectTarget(scope: Scope, userName: string | undefined): Promise<SubjectTarget> {
  return userName === undefined ? targetOfCaller(scope.context.caller) : userTarget(scope, userName);
}

/**
 * The target of an IMS call (spec: policy 6.2).
 *
 * @param principalName absent for the caller; one in somebody else's domain gives the collection
 */
export async function imsSubjectTarget(
  scope: Scope,
  principalName: string | undefined,
): Promise<SubjectTarget> {
  return principalName === undefined
    ? targetOfCaller(scope.context.caller)
    : userTarget(scope, await userNameFromPrincipalName(scope, principalName));
}

/**
 * The target of a call that names a user.
 *
 * @param name undefined when it is nobody of this account: then the collection
 */
export async function userTarget(scope: Scope, name: string | undefined): Promise<SubjectTarget> {
  const { caller } = scope.context;
  // By the id: the name that the caller had when its key was read may be another's by now.
  const user = name === undefined ? undefined : await findUserByName(scope, name);
  return { resource: userResource(name), own: caller.kind === 'user' && caller.userId === user?.userId };
}

/**
 * The subject of a RAM call.
 *
 * @param userName absent for the caller
 * @throws ApiError `EntityNotExist.User`, `MissingUserName` for a session that names nobody
 */
export async function ramSubject(scope: Scope, userName: string | undefined): Promise<Subject> {
  return userName === undefined
    ? callerAsSubject(scope.context.caller, 'UserName')
    : userAsSubject(await userByName(scope, userName));
}

/**
 * The subject of an IMS call.
 *
 * @param principalName absent for the caller
 * @throws ApiError `EntityNotExist.User`, `MissingUserPrincipalName` for a session that names nobody
 */
export async function imsSubject(scope: Scope, principalName: string | undefined): Promise<Subject> {
  return principalName === undefined
    ? callerAsSubject(scope.context.caller, 'UserPrincipalName')
    : userAsSubject(await userByPrincipalName(scope, principalName));
}

function targetOfCaller(caller: Caller): SubjectTarget {
  switch (caller.kind) {
    case 'user':
      return { resource: userResource(caller.userName), own: true };
    case 'root':
      // What the account itself has is called as its ARN ends.
      return { resource: { relativeId: 'root' }, own: false };
    default:
      // Nobody of its own: whoever may see all users is told that a name is missing.
      return { resource: userResource(undefined), own: false };
  }
}

/**
 * @param parameter that names a user in calls of others
 * @throws ApiError `Missing<parameter>` for a session: a role has no keys, devices or passwords of its own, and must not
 *   reach those of the account itself
 */
function callerAsSubject(caller: Caller, parameter: string): Subject {
  switch (caller.kind) {
    case 'root':
      return { id: '', title: 'The account itself' };
    case 'user':
      return userAsSubject({ userId: caller.userId, name: caller.userName });
    case 'session':
      throw apiError(missingParameter, { name: parameter });
    default:
      throw new TypeError(`a ${caller.kind} caller is nobody who could have something`);
  }
}

/** A user as the holder of things. */
export function userAsSubject({ userId, name }: Pick<User, 'userId' | 'name'>): Subject {
  return { id: userId, title: `The user "${name}"` };
}
