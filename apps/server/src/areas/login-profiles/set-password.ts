/** The one way for a password into the database, whichever door it comes through. */
import { changed } from '../../kernel/changed.ts';
import { apiError } from '../../kernel/errors.ts';
import type { PasswordHashing, Preparation } from '../../kernel/preparation.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { type PasswordPolicy, passwordPolicy, weaknessOf } from '../password-policy/index.ts';
import type { User } from '../users/index.ts';
import type { PasswordRefusals } from './errors.ts';
import type { LoginProfile } from './login-profile.ts';
import { findProfile, forgetFailures, formerPasswords, rememberPassword } from './store.ts';

/** What a new password of a user is held against. */
export interface PasswordFacts {
  readonly user: User;
  readonly policy: PasswordPolicy;
  /** Undefined for a user who is to get a profile. */
  readonly profile: LoginProfile | undefined;
  /** Hashes of former passwords that the policy forbids, the newest first. */
  readonly former: readonly string[];
}

/** Reads what a new password of a user is held against. */
export async function passwordFacts(scope: Scope, user: User): Promise<PasswordFacts> {
  const policy = await passwordPolicy(scope);
  const profile = await findProfile(scope, user.userId);
  // The password in force is the first of those that are counted.
  const former = await formerPasswords(scope, user.userId, policy.reusePrevention - 1);
  return { user, policy, profile, former };
}

/**
 * Hashes a password that the policy takes.
 *
 * @throws ApiError one of the refusals
 */
export async function hashAccepted(
  { passwords }: Pick<Preparation, 'passwords'>,
  { user, policy, profile, former }: PasswordFacts,
  refusals: PasswordRefusals,
  password: string,
): Promise<string> {
  const problem = weaknessOf(password, policy, user.name);
  if (problem !== undefined) throw apiError(refusals.tooWeak, { problem });
  const remembered = policy.reusePrevention === 0 ? [] : [profile?.passwordHash ?? '', ...former];
  if (await isOneOf(passwords, password, remembered)) {
    throw apiError(refusals.reused, { count: policy.reusePrevention });
  }
  return passwords.hash(password);
}

async function isOneOf(
  passwords: PasswordHashing,
  password: string,
  hashes: readonly string[],
): Promise<boolean> {
  for (const hash of hashes) if (await passwords.verify(password, hash)) return true;
  return false;
}

/**
 * Resets the password of a profile: its age starts anew, failures are forgotten, and the one before is remembered, unless it
 * is the one in force that is set again (spec: domain 0.4, 4.2).
 *
 * @param passwordHash the very hash that the profile has stands for the password in force
 * @param chosenBy the user itself, or somebody else, whose choice is good for a while only
 * @returns the profile, still to be stored
 */
export async function withPassword(
  scope: ChangeScope,
  profile: LoginProfile,
  passwordHash: string,
  chosenBy: 'user' | 'administrator',
): Promise<LoginProfile> {
  const { userId, passwordHash: before } = profile;
  if (before !== '' && before !== passwordHash) await rememberPassword(scope, userId, before);
  await forgetFailures(scope, userId);
  return {
    ...changed(profile, { passwordHash, passwordSetAt: scope.now, updatedAt: scope.now }),
    initialAt: chosenBy === 'user' ? undefined : scope.now,
  };
}
