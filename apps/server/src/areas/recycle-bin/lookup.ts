/** From what callers name to what is in the bin. */
import { apiError } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findUserById, userNotExist } from '../users/index.ts';
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

/** @returns undefined when the call names nobody of the bin */
export async function findReferenced(
  scope: Scope,
  { userId, accessKeyId }: RecycledReference,
): Promise<RecycledUser | undefined> {
  const id = accessKeyId === undefined ? userId : (await findRecycledKey(scope, accessKeyId))?.userId;
  return id === undefined ? undefined : findRecycledUser(scope, id);
}

/** Whose a key of the bin is. */
export interface KeyOwner {
  readonly userId: string;
  /** For a user in the bin, the name that it had, which may be another's by now. */
  readonly name: string;
  /** Whether the user is in the bin itself. */
  readonly recycled: boolean;
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

/** @returns undefined for an id of nobody, in the bin or not */
export async function findOwner(scope: Scope, userId: string): Promise<KeyOwner | undefined> {
  const user = await findUserById(scope, userId);
  if (user !== undefined) return { userId, name: user.name, recycled: false };
  const recycled = await findRecycledUser(scope, userId);
  return recycled && { userId, name: recycled.name, recycled: true };
}

/** @throws ApiError `MissingUserId`: keys of the account itself never come here */
export function callingUserId({ context: { caller } }: Scope): string {
  if (caller.kind === 'user') return caller.userId;
  throw apiError(missingUserId);
}
