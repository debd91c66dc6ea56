/** From what callers name to what is in the bin, and to the resources that calls are authorized on (spec: policy 6.2). */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type KeyTarget, keyTarget } from '../access-keys/index.ts';
import {
  findUserById,
  findUserByName,
  referencedResource,
  userNotExist,
  userResource,
} from '../users/index.ts';
import { missingUserId, recycledKeyNotExist, recycledUserNotExist } from './errors.ts';
import { findRecycledKey, type SealedRecycledKey } from './keys-store.ts';
import type { RecycledUser } from './recycled.ts';
import { findRecycledUser } from './users-store.ts';

/** The ways to name a user of the bin; exactly one is to be used. */
export interface RecycledReference {
  readonly userId?: string;
  /** A key that is in the bin too. */
  readonly accessKeyId?: string;
}

/**
 * What a call on a user of the bin is authorized on: the name that the user had, unless it is another's by now, who has
 * no say about the one before. Who may not see the user does not learn the name.
 */
export async function recycledUserResource(
  scope: Scope,
  reference: RecycledReference,
): Promise<ResourceName> {
  const user = await findReferenced(scope, reference);
  return referencedResource(reference, user && (await ownName(scope, user)));
}

/** @returns undefined for a name that another user has */
async function ownName(scope: Scope, { name }: RecycledUser): Promise<string | undefined> {
  return (await findUserByName(scope, name)) === undefined ? name : undefined;
}

/**
 * Finds the user of the bin that a call names.
 *
 * @throws ApiError `EntityNotExist.User`
 */
export async function referencedRecycledUser(
  scope: Scope,
  reference: RecycledReference,
): Promise<RecycledUser> {
  const user = await findReferenced(scope, reference);
  if (user !== undefined) return user;
  throw apiError(recycledUserNotExist, { reference: reference.userId ?? reference.accessKeyId ?? '' });
}

async function findReferenced(
  scope: Scope,
  { userId, accessKeyId }: RecycledReference,
): Promise<RecycledUser | undefined> {
  const id = accessKeyId === undefined ? userId : (await findRecycledKey(scope, accessKeyId))?.userId;
  return id === undefined ? undefined : findRecycledUser(scope, id);
}

/** Whose a key of the bin is. */
export interface KeyOwner {
  readonly userId: string;
  readonly name: string;
  /** The name that calls on its keys are authorized on; undefined when it is another's by now. */
  readonly ownName: string | undefined;
  /** Whether the user is in the bin itself. */
  readonly recycled: boolean;
}

/**
 * What a call on the keys of a user in the bin is about.
 *
 * @param userId absent for the user who calls
 * @throws ApiError `MissingUserId` when the account itself names nobody
 */
export async function recycledKeysTarget(scope: Scope, userId: string | undefined): Promise<KeyTarget> {
  const owner = await findOwner(scope, userId ?? callingUserId(scope));
  const resource =
    userId === undefined ? userResource(owner?.ownName) : referencedResource({ userId }, owner?.ownName);
  return keyTarget(scope, { resource, own: isCaller(scope, owner) });
}

/** What a call on a key of the bin is about that names nothing but the key. */
export async function recycledKeyTarget(scope: Scope, accessKeyId: string): Promise<KeyTarget> {
  const key = await findRecycledKey(scope, accessKeyId);
  const owner = key && (await findOwner(scope, key.userId));
  const resource = referencedResource({ accessKeyId }, owner?.ownName);
  return keyTarget(scope, { resource, own: isCaller(scope, owner) });
}

/**
 * The user whose keys a call is about.
 *
 * @param userId absent for the user who calls
 * @throws ApiError `EntityNotExist.User`, `MissingUserId`
 */
export async function ownerOfRecycledKeys(scope: Scope, userId: string | undefined): Promise<KeyOwner> {
  const id = userId ?? callingUserId(scope);
  const owner = await findOwner(scope, id);
  if (owner === undefined) throw apiError(userNotExist, { user: id });
  return owner;
}

/**
 * Finds a key of the bin. A call that named its user was authorized on that user alone, so somebody else's key does not
 * exist for it.
 *
 * @param userId whose it must be; anybody's when absent
 * @throws ApiError `EntityNotExist.User.AccessKey`
 */
export async function recycledKeyById(
  scope: Scope,
  accessKeyId: string,
  userId?: string,
): Promise<SealedRecycledKey> {
  const key = await findRecycledKey(scope, accessKeyId);
  if (key === undefined || (userId !== undefined && key.userId !== userId)) {
    throw apiError(recycledKeyNotExist, { accessKey: accessKeyId });
  }
  return key;
}

async function findOwner(scope: Scope, userId: string): Promise<KeyOwner | undefined> {
  const user = await findUserById(scope, userId);
  if (user !== undefined) return { userId, name: user.name, ownName: user.name, recycled: false };
  const recycled = await findRecycledUser(scope, userId);
  return recycled && { userId, name: recycled.name, ownName: await ownName(scope, recycled), recycled: true };
}

function isCaller({ context: { caller } }: Scope, owner: KeyOwner | undefined): boolean {
  return caller.kind === 'user' && caller.userId === owner?.userId;
}

/** @throws ApiError `MissingUserId`: keys of the account itself never come here */
function callingUserId({ context: { caller } }: Scope): string {
  if (caller.kind === 'user') return caller.userId;
  throw apiError(missingUserId);
}
