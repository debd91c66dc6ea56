/** The SQL of users in the recycle bin, and of the passwords that come back with them. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, type RecycledUsersTable, remove, select } from '../../store/index.ts';
import type { LoginProfile } from '../login-profiles/index.ts';
import type { RecycledUser } from './recycled.ts';

/**
 * Finds a user of the bin.
 *
 * @returns undefined when it is not there, or its time is over
 */
export async function findRecycledUser(scope: Scope, userId: string): Promise<RecycledUser | undefined> {
  const row = await living(scope).where('user_id', '=', userId).executeTakeFirst();
  return row && userOf(row);
}

/** A place in the list of users: the one who leaves the bin first comes first. */
export interface UserPlace {
  readonly purgeAt: number;
  readonly userId: string;
}

/**
 * Users of the bin in the order in which they leave it.
 *
 * @param name only users who had this name, whatever its case; all when undefined
 * @param after the place behind which to begin
 * @param limit rows at most
 */
export async function listRecycledUsers(
  scope: Scope,
  name: string | undefined,
  after: UserPlace | undefined,
  limit: number,
): Promise<RecycledUser[]> {
  const ordered = living(scope).orderBy('purge_at').orderBy('user_id').limit(limit);
  const named = name === undefined ? ordered : ordered.where('user_name_key', '=', nameKey(name));
  const behind =
    after === undefined
      ? named
      : named.where(row =>
          row(row.refTuple('purge_at', 'user_id'), '>', row.tuple(after.purgeAt, after.userId)),
        );
  return (await behind.execute()).map(userOf);
}

/**
 * Ids of the users who are too many for the bin, those who came first; those whose time is over are among them.
 *
 * @param capacity how many may stay
 */
export async function usersBeyond(scope: Scope, capacity: number): Promise<string[]> {
  const excess = (await count(scope, 'recycled_users')) - capacity;
  if (excess <= 0) return [];
  const rows = await select(scope, 'recycled_users')
    .selectAll()
    .orderBy('recycled_at')
    .limit(excess)
    .execute();
  return rows.map(row => row.user_id);
}

/** Puts a user into the bin. */
export function insertRecycledUser(scope: ChangeScope, user: RecycledUser): Promise<void> {
  return insert(scope, 'recycled_users', {
    user_id: user.userId,
    user_name: user.name,
    user_name_key: nameKey(user.name),
    display_name: user.displayName,
    created_at: user.createdAt,
    recycled_at: user.recycledAt,
    purge_at: user.purgeAt,
  });
}

/** Keeps the password of a user of the bin. */
export function insertRecycledProfile(scope: ChangeScope, profile: LoginProfile): Promise<void> {
  return insert(scope, 'recycled_login_profiles', {
    user_id: profile.userId,
    password_hash: profile.passwordHash,
    password_reset_required: Number(profile.passwordResetRequired),
    mfa_bind_required: Number(profile.mfaBindRequired),
    created_at: profile.createdAt,
    password_set_at: profile.passwordSetAt,
    initial_at: profile.initialAt ?? null,
  });
}

/**
 * The login profile of a user of the bin as it comes back: switched off (spec: domain 3.5).
 *
 * @returns undefined for a user who had none
 */
export async function findRecycledProfile(scope: Scope, userId: string): Promise<LoginProfile | undefined> {
  const row = await select(scope, 'recycled_login_profiles')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return (
    row && {
      userId,
      status: 'Inactive',
      passwordHash: row.password_hash,
      passwordSetAt: row.password_set_at,
      initialAt: row.initial_at ?? undefined,
      passwordResetRequired: row.password_reset_required === 1,
      mfaBindRequired: row.mfa_bind_required === 1,
      createdAt: row.created_at,
      updatedAt: scope.now,
    }
  );
}

/** Takes a user out of the bin, with its password. */
export async function removeRecycledUser(scope: ChangeScope, userId: string): Promise<void> {
  await remove(scope, 'recycled_login_profiles').where('user_id', '=', userId).execute();
  await remove(scope, 'recycled_users').where('user_id', '=', userId).execute();
}

/** Those whose time is not over. */
function living(scope: Scope) {
  return select(scope, 'recycled_users').selectAll().where('purge_at', '>', scope.now);
}

function userOf(row: RecycledUsersTable): RecycledUser {
  return {
    userId: row.user_id,
    name: row.user_name,
    displayName: row.display_name,
    createdAt: row.created_at,
    recycledAt: row.recycled_at,
    purgeAt: row.purge_at,
  };
}
