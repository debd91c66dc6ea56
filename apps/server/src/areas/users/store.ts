/** The SQL of users. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, nextEpoch, remove, select, type UsersTable, update } from '../../store/index.ts';
import { carriers, type GivenTag } from '../tags/index.ts';
import type { User } from './user.ts';

/**
 * Finds a user by its name, whatever its case.
 *
 * @returns undefined when the account has no such user
 */
export async function findUserByName(scope: Scope, name: string): Promise<User | undefined> {
  const row = await select(scope, 'users')
    .selectAll()
    .where('user_name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row && userOf(row);
}

/** Users by their names, whatever their case; names of no user are absent. */
export async function findUsersByName(scope: Scope, names: readonly string[]): Promise<readonly User[]> {
  if (names.length === 0) return [];
  const rows = await select(scope, 'users')
    .selectAll()
    .where('user_name_key', 'in', names.map(nameKey))
    .execute();
  return rows.map(userOf);
}

/**
 * Finds a user by its id.
 *
 * @returns undefined when the account has no such user
 */
export async function findUserById(scope: Scope, userId: string): Promise<User | undefined> {
  const row = await select(scope, 'users').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row && userOf(row);
}

/** Users by id; ids of no user are absent. */
export async function findUsersById(
  scope: Scope,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, User>> {
  if (userIds.length === 0) return new Map();
  const rows = await select(scope, 'users').selectAll().where('user_id', 'in', userIds).execute();
  return new Map(rows.map(row => [row.user_id, userOf(row)]));
}

/**
 * Users in the order of their names.
 *
 * @param after name key behind which to begin
 * @param limit rows at most
 */
export async function listUsersAfter(
  scope: Scope,
  after: string | undefined,
  limit: number,
): Promise<User[]> {
  const ordered = select(scope, 'users').selectAll().orderBy('user_name_key').limit(limit);
  const rows = await (after === undefined ? ordered : ordered.where('user_name_key', '>', after)).execute();
  return rows.map(userOf);
}

/**
 * Users that carry all of some tags, in the order of their ids: an order by name would sort all of them for each page.
 *
 * @param after id behind which to begin
 * @param limit rows at most
 */
export async function listTaggedUsersAfter(
  scope: Scope,
  tags: readonly [GivenTag, ...GivenTag[]],
  after: string | undefined,
  limit: number,
): Promise<User[]> {
  const rows = await select(scope, 'users')
    .selectAll()
    .where('user_id', 'in', carriers(scope, 'user', { tags, after }, limit))
    .orderBy('user_id')
    .execute();
  return rows.map(userOf);
}

/** How many users the account has; for its quota, never for a list. */
export function countUsers(scope: Scope): Promise<number> {
  return count(scope, 'users');
}

/** Stores a new user; the caller has seen that its name is free. */
export function insertUser(scope: ChangeScope, user: User): Promise<void> {
  return insert(scope, 'users', {
    user_id: user.userId,
    user_name: user.name,
    user_name_key: nameKey(user.name),
    display_name: user.displayName,
    comments: user.comments,
    mobile_phone: user.mobilePhone,
    email: user.email,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    last_login_at: user.lastLoginAt ?? null,
    // In another epoch than any before, also when it comes back from the recycle bin.
    session_epoch: scope.now,
  });
}

/** Begins another epoch of a user: sessions that were born in one before have ended. */
export async function endSessionsOfUser(scope: ChangeScope, userId: string): Promise<void> {
  await update(scope, 'users')
    .set({ session_epoch: nextEpoch(scope.now) })
    .where('user_id', '=', userId)
    .execute();
}

/** Stores a user as it now is. */
export async function updateUserRow(scope: ChangeScope, user: User): Promise<void> {
  await update(scope, 'users')
    .set({
      user_name: user.name,
      user_name_key: nameKey(user.name),
      display_name: user.displayName,
      comments: user.comments,
      mobile_phone: user.mobilePhone,
      email: user.email,
      updated_at: user.updatedAt,
    })
    .where('user_id', '=', user.userId)
    .execute();
}

/** Removes a user's own row; what depends on it must be gone. */
export async function removeUserRow(scope: ChangeScope, userId: string): Promise<void> {
  await remove(scope, 'users').where('user_id', '=', userId).execute();
}

function userOf(row: UsersTable): User {
  return {
    userId: row.user_id,
    name: row.user_name,
    displayName: row.display_name,
    comments: row.comments,
    mobilePhone: row.mobile_phone,
    email: row.email,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastLoginAt: row.last_login_at ?? undefined,
  };
}
