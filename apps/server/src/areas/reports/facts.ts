/** What reports look at: an account and its users, with everything that lets somebody in. */
import { setImmediate } from 'node:timers/promises';
import { nameKey } from '../../kernel/callers/identity.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type UsedKey, usedKeysOf } from '../access-keys/index.ts';
import { accountCreatedAt, rootPasswordSetAt } from '../accounts/index.ts';
import { holdersAmong } from '../attachments/index.ts';
import { membersAmong } from '../groups/index.ts';
import { type LoginProfile, profilesOf } from '../login-profiles/index.ts';
import { type PasswordPolicy, passwordPolicy } from '../password-policy/index.ts';
import { listUsersAfter, type PrincipalUser, withPrincipalNames } from '../users/index.ts';
import { accountHasSecondFactor, usersWithSecondFactor } from './second-factors.ts';

/** The account itself. */
export interface AccountFacts {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970; undefined for an account whose own identity has no password. */
  readonly passwordSetAt: number | undefined;
  readonly keys: readonly UsedKey[];
  /** Whether the account itself logs on with a second factor. */
  readonly hasMfa: boolean;
  readonly passwordPolicy: PasswordPolicy;
}

/** A user. */
export interface UserFacts {
  readonly user: PrincipalUser;
  /** Undefined for a user who may not log on. */
  readonly profile: LoginProfile | undefined;
  readonly hasMfa: boolean;
  readonly keys: readonly UsedKey[];
  readonly isGrouped: boolean;
  /** Whether a policy is attached to the user itself. */
  readonly hasOwnPolicy: boolean;
}

/** Takes stock of the account itself. */
export async function accountFacts(scope: Scope): Promise<AccountFacts> {
  return {
    createdAt: await accountCreatedAt(scope),
    passwordSetAt: await rootPasswordSetAt(scope),
    keys: (await usedKeysOf(scope, [''])).get('') ?? [],
    hasMfa: await accountHasSecondFactor(scope),
    passwordPolicy: await passwordPolicy(scope),
  };
}

/** Users who are read at once: few enough for other requests to be served in between. */
const AT_ONCE = 500;

/**
 * Takes stock of all users in the order of their names. The account is not locked meanwhile: a user who is renamed may be
 * missed, as in any list that is read page by page.
 */
export async function* userFacts(read: Preparation['read']): AsyncGenerator<UserFacts> {
  let after: string | undefined;
  for (;;) {
    const behind = after;
    const users = await read(scope => usersBehind(scope, behind));
    yield* users;
    const last = users[AT_ONCE - 1];
    if (last === undefined) return;
    after = nameKey(last.user.name);
    // SQLite answers at once: nothing else would get its turn.
    await setImmediate();
  }
}

async function usersBehind(scope: Scope, after: string | undefined): Promise<readonly UserFacts[]> {
  const users = await withPrincipalNames(scope, await listUsersAfter(scope, after, AT_ONCE));
  const ids = users.map(({ userId }) => userId);
  const profiles = await profilesOf(scope, ids);
  const keys = await usedKeysOf(scope, ids);
  const factors = await usersWithSecondFactor(scope, ids);
  const grouped = await membersAmong(scope, ids);
  const holders = await holdersAmong(scope, 'user', ids);
  return users.map(user => ({
    user,
    profile: profiles.get(user.userId),
    hasMfa: factors.has(user.userId),
    keys: keys.get(user.userId) ?? [],
    isGrouped: grouped.has(user.userId),
    hasOwnPolicy: holders.has(user.userId),
  }));
}
