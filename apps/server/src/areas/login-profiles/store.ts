/** The SQL of login profiles, of passwords that were replaced, and of failures that a new password makes forgotten. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import {
  count,
  insert,
  insertUnlessPresent,
  type LoginProfilesTable,
  remove,
  select,
  update,
} from '../../store/index.ts';
import { MOST_REMEMBERED } from '../password-policy/index.ts';
import type { LoginProfile } from './login-profile.ts';

/** @returns undefined when the user may not log on */
export async function findProfile(scope: Scope, userId: string): Promise<LoginProfile | undefined> {
  const row = await select(scope, 'login_profiles')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row && profileOf(row);
}

/** Profiles of some users by their ids; who may not log on is absent. */
export async function profilesOf(
  scope: Scope,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, LoginProfile>> {
  if (userIds.length === 0) return new Map();
  const rows = await select(scope, 'login_profiles').selectAll().where('user_id', 'in', userIds).execute();
  return new Map(rows.map(row => [row.user_id, profileOf(row)]));
}

/** 1 when the user has a profile, else 0. */
export function countProfiles(scope: Scope, userId: string): Promise<number> {
  return count(scope, 'login_profiles', profiles => profiles.where('user_id', '=', userId));
}

/** @returns false when the user has a profile already */
export function insertProfile(scope: ChangeScope, profile: LoginProfile): Promise<boolean> {
  return insertUnlessPresent(scope, 'login_profiles', {
    user_id: profile.userId,
    created_at: profile.createdAt,
    ...columnsOf(profile),
  });
}

/** Stores a profile as it now is. */
export async function updateProfile(scope: ChangeScope, profile: LoginProfile): Promise<void> {
  await update(scope, 'login_profiles')
    .set(columnsOf(profile))
    .where('user_id', '=', profile.userId)
    .execute();
}

/** Removes a user's profile with its passwords and what was counted of them, if there is one. */
export async function removeProfile(scope: ChangeScope, userId: string): Promise<void> {
  await forgetFailures(scope, userId);
  await remove(scope, 'password_history').where('user_id', '=', userId).execute();
  await remove(scope, 'login_profiles').where('user_id', '=', userId).execute();
}

/** Lets the user be asked for its password again, however often it was guessed at. */
export async function forgetFailures(scope: ChangeScope, userId: string): Promise<void> {
  await remove(scope, 'password_attempts').where('user_id', '=', userId).execute();
}

/**
 * The passwords that a user had before, the newest first.
 *
 * @param limit passwords at most
 */
export async function formerPasswords(scope: Scope, userId: string, limit: number): Promise<string[]> {
  if (limit < 1) return [];
  const rows = await select(scope, 'password_history')
    .select('password_hash')
    .where('user_id', '=', userId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(row => row.password_hash);
}

/** Remembers a password that is replaced, and forgets those that no policy asks for. */
export async function rememberPassword(scope: ChangeScope, userId: string, hash: string): Promise<void> {
  const newest = await select(scope, 'password_history')
    .select('number')
    .where('user_id', '=', userId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (newest?.number ?? 0) + 1;
  await insert(scope, 'password_history', {
    user_id: userId,
    number,
    password_hash: hash,
    replaced_at: scope.now,
  });
  // The password in force is one of those that a policy counts.
  await remove(scope, 'password_history')
    .where('user_id', '=', userId)
    .where('number', '<=', number - (MOST_REMEMBERED - 1))
    .execute();
}

function columnsOf(profile: LoginProfile): Omit<LoginProfilesTable, 'account_id' | 'user_id' | 'created_at'> {
  return {
    status: profile.status,
    password_hash: profile.passwordHash,
    password_set_at: profile.passwordSetAt,
    initial_at: profile.initialAt ?? null,
    password_reset_required: Number(profile.passwordResetRequired),
    mfa_bind_required: Number(profile.mfaBindRequired),
    updated_at: profile.updatedAt,
  };
}

function profileOf(row: LoginProfilesTable): LoginProfile {
  return {
    userId: row.user_id,
    status: row.status,
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
    initialAt: row.initial_at ?? undefined,
    passwordResetRequired: row.password_reset_required === 1,
    mfaBindRequired: row.mfa_bind_required === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
