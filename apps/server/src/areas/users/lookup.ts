/** From the names that callers use to users, and to the resources that calls on users are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { defaultDomain, userNameFromPrincipalName, userPrincipalName } from '../accounts/index.ts';
import { tagsOf } from '../tags/index.ts';
import { foreignDomain, notExactlyOne, userNotExist } from './errors.ts';
import { findUserById, findUserByName } from './store.ts';
import type { PrincipalUser, TaggedUser, User } from './user.ts';

/** All users of the account (spec: policy 6.1). */
export const allUsers: ResourceName = { relativeId: 'user/*' };

/**
 * The resource that calls on a user are authorized on (spec: policy 6.1).
 *
 * @param name undefined when the caller named nobody of this account: then the collection
 */
export function userResource(name: string | undefined): ResourceName {
  return name === undefined ? allUsers : { relativeId: `user/${name}` };
}

/** The resource of a call that may name its user by an id or a key: who may not see the user does not learn the name. */
export function referencedResource(reference: UserReference, name: string | undefined): ResourceName {
  const resource = userResource(name);
  return reference.userPrincipalName === undefined ? { ...resource, shown: allUsers.relativeId } : resource;
}

/**
 * Finds the user that a RAM call names, whatever the case of the name.
 *
 * @throws ApiError `EntityNotExist.User`
 */
export async function userByName(scope: Scope, name: string): Promise<User> {
  const user = await findUserByName(scope, name);
  if (user === undefined) throw apiError(userNotExist, { user: name });
  return user;
}

/**
 * Finds the user that an IMS call names.
 *
 * @throws ApiError `EntityNotExist.User`, also for a name in somebody else's domain
 */
export async function userByPrincipalName(scope: Scope, principalName: string): Promise<User> {
  const name = await userNameFromPrincipalName(scope, principalName);
  const user = name === undefined ? undefined : await findUserByName(scope, name);
  if (user === undefined) throw apiError(userNotExist, { user: principalName });
  return user;
}

/**
 * The user name in a principal name that a user of this account is to get.
 *
 * @param parameter the parameter's name on the wire, for the error
 * @throws ApiError `InvalidParameter.<parameter>.Format` for somebody else's domain
 */
export async function nameInOwnDomain(
  scope: Scope,
  parameter: string,
  principalName: string,
): Promise<string> {
  const name = await userNameFromPrincipalName(scope, principalName);
  if (name !== undefined) return name;
  throw apiError(foreignDomain, { name: parameter, domain: await defaultDomain(scope) });
}

/** The name that IMS shows for a user. */
type Principal = Pick<PrincipalUser, 'principalName'>;

/** Users with the names that IMS shows for them. */
export async function withPrincipalNames<U extends Pick<User, 'name'>>(
  scope: Scope,
  users: readonly U[],
): Promise<(U & Principal)[]> {
  const domain = await defaultDomain(scope);
  return users.map(user => ({ ...user, principalName: userPrincipalName(user.name, domain) }));
}

/** A user with the name that IMS shows for it. */
export async function withPrincipalName<U extends Pick<User, 'name'>>(
  scope: Scope,
  user: U,
): Promise<U & Principal> {
  return { ...user, principalName: userPrincipalName(user.name, await defaultDomain(scope)) };
}

/** A user with its tags. */
export async function withTags(scope: Scope, user: PrincipalUser): Promise<TaggedUser> {
  const carried = await tagsOf(scope, 'user', [user.userId]);
  return { ...user, tags: carried.get(user.userId) ?? [] };
}

/** Users with their tags, by one query for all. */
export async function withTagsOfAll(scope: Scope, users: readonly PrincipalUser[]): Promise<TaggedUser[]> {
  const carried = await tagsOf(
    scope,
    'user',
    users.map(({ userId }) => userId),
  );
  return users.map(user => ({ ...user, tags: carried.get(user.userId) ?? [] }));
}

/** Finds the id of the user whom an AccessKey belongs to; undefined when no user of the account has that key. */
export type KeyOwnerLookup = (scope: Scope, accessKeyId: string) => Promise<string | undefined>;

/** For operations that take no AccessKey as a reference. */
const ownerOfNoKey: KeyOwnerLookup = async () => undefined;

/** The ways in which an IMS call may name a user; exactly one is to be used (spec: domain 2.1). */
export interface UserReference {
  readonly userPrincipalName?: string;
  readonly userId?: string;
  readonly accessKeyId?: string;
}

/**
 * Holds a reference against the rule that exactly one way is used.
 *
 * @param names the parameters that the operation offers, for the error
 * @throws ApiError `InvalidParameter`
 */
export function assertExactlyOne(reference: UserReference, names: readonly string[]): void {
  const given = [reference.userPrincipalName, reference.userId, reference.accessKeyId];
  const count = given.filter(way => way !== undefined).length;
  if (count !== 1) throw apiError(notExactlyOne, { names: names.join(', '), count });
}

/**
 * The name of the user that a call is about, as the resource of the call spells it. A principal name is taken at its
 * word, as RAM takes a user name: whoever may act on that name may know whether it exists.
 *
 * @returns undefined for an id or key of nobody here, and for a principal name in somebody else's domain
 */
export async function referencedName(
  scope: Scope,
  reference: UserReference,
  ownerOfKey = ownerOfNoKey,
): Promise<string | undefined> {
  if (reference.userPrincipalName !== undefined) {
    return userNameFromPrincipalName(scope, reference.userPrincipalName);
  }
  return (await findReferenced(scope, reference, ownerOfKey))?.name;
}

/**
 * Finds the user that a call refers to.
 *
 * @throws ApiError `EntityNotExist.User`
 */
export async function referencedUser(
  scope: Scope,
  reference: UserReference,
  ownerOfKey = ownerOfNoKey,
): Promise<User> {
  const { userPrincipalName: principalName, userId, accessKeyId } = reference;
  if (principalName !== undefined) return userByPrincipalName(scope, principalName);
  const user = await findReferenced(scope, reference, ownerOfKey);
  if (user === undefined) throw apiError(userNotExist, { user: userId ?? accessKeyId ?? '' });
  return user;
}

async function findReferenced(
  scope: Scope,
  { userId, accessKeyId }: UserReference,
  ownerOfKey: KeyOwnerLookup,
): Promise<User | undefined> {
  const id = userId ?? (accessKeyId === undefined ? undefined : await ownerOfKey(scope, accessKeyId));
  return id === undefined ? undefined : findUserById(scope, id);
}
