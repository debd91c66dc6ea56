import { apiError } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scope.ts';
import { passwordPolicy } from '../password-policy/index.ts';
import { type PrincipalUser, type User, withPrincipalNames } from '../users/index.ts';
import { loginProfileNotExist } from './errors.ts';
import type { LoginProfile } from './login-profile.ts';
import { type PasswordState, passwordState } from './password-state.ts';
import { findProfile } from './store.ts';

/** A profile with what only other nouns know about it. */
export interface ShownProfile {
  readonly user: PrincipalUser;
  readonly profile: LoginProfile;
  readonly passwordState: PasswordState;
}

/**
 * A user's profile.
 *
 * @throws ApiError `EntityNotExist.User.LoginProfile`
 */
export async function profileOfUser(scope: Scope, user: User): Promise<LoginProfile> {
  const profile = await findProfile(scope, user.userId);
  if (profile === undefined) throw apiError(loginProfileNotExist, { user: user.name });
  return profile;
}

/** A profile as IMS shows it. */
export async function shown(scope: Scope, user: User, profile: LoginProfile): Promise<ShownProfile> {
  const [principal] = await withPrincipalNames(scope, [user]);
  if (principal === undefined) throw new TypeError('the user was lost on the way');
  return {
    user: principal,
    profile,
    passwordState: passwordState(profile, await passwordPolicy(scope), scope.now),
  };
}
