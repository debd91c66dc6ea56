import type { UserIdentity } from '../../kernel/callers/identity.ts';
import type { RequestContext } from '../../kernel/context.ts';
import { apiError } from '../../kernel/errors.ts';
import {
  type Api,
  changeOperation,
  ims,
  type Operation,
  type ResourceName,
  ram,
} from '../../kernel/operation.ts';
import type { Command } from '../../kernel/parameters.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { attemptLimit } from '../password-policy/index.ts';
import { securityPreference } from '../security-preference/index.ts';
import { findUsersById, type User, userNotExist, userResource } from '../users/index.ts';
import {
  loginProfileNotExist,
  ofNewPassword,
  oldPasswordIncorrect,
  rootHasNoProfile,
  sessionHasNoPassword,
  tooManyAttempts,
} from './errors.ts';
import { newPassword, oldPassword } from './parameters.ts';
import { hashAccepted, passwordFacts, withPassword } from './set-password.ts';
import { profileOfUser } from './shown-profile.ts';
import { updateProfile } from './store.ts';

const parameters = { oldPassword, newPassword } as const;

/** A password that is proven to be in force, and the one to follow it. */
interface Verified {
  readonly oldHash: string;
  readonly newHash: string;
}

/** @throws ApiError `NotSupport.Account` when the account itself calls, `MissingUserName` for a session */
function callingUser({ caller }: RequestContext): UserIdentity {
  if (caller.kind === 'user') return caller;
  if (caller.kind === 'session') throw apiError(sessionHasNoPassword);
  throw apiError(rootHasNoProfile);
}

function callerResource({ caller }: RequestContext): ResourceName {
  if (caller.kind === 'root') return { relativeId: 'root' };
  return userResource(caller.kind === 'user' ? caller.userName : undefined);
}

/** @throws ApiError `EntityNotExist.User` for a user who was deleted since its call was let in */
async function userById(scope: Scope, { userId, userName }: UserIdentity): Promise<User> {
  const user = (await findUsersById(scope, [userId])).get(userId);
  if (user === undefined) throw apiError(userNotExist, { user: userName });
  return user;
}

/**
 * Verifies the old password, having counted the attempt before (design: state), and hashes the new one.
 *
 * @throws ApiError with any of the operation's errors
 */
async function verify(
  preparation: Preparation,
  command: Command<typeof parameters>,
  context: RequestContext,
): Promise<Verified> {
  const caller = callingUser(context);
  const { passwords, attempts } = preparation;
  const facts = await preparation.read(async scope => {
    const user = await userById(scope, caller);
    return { ...(await passwordFacts(scope, user)), profile: await profileOfUser(scope, user) };
  });
  const { policy, profile } = facts;
  if (!(await attempts.reserve(profile.userId, attemptLimit(policy)))) throw apiError(tooManyAttempts);
  if (!(await passwords.verify(command.oldPassword, profile.passwordHash)))
    throw apiError(oldPasswordIncorrect);
  await attempts.forget(profile.userId);
  const newHash = await hashAccepted(preparation, facts, ofNewPassword, command.newPassword);
  return { oldHash: profile.passwordHash, newHash };
}

/**
 * Puts the new password in force, unless the one that was verified is no longer.
 *
 * @throws ApiError `InvalidParameter.OldPassword.Incorrect`
 */
async function changePassword(scope: ChangeScope, { oldHash, newHash }: Verified): Promise<void> {
  const profile = await profileOfUser(scope, await userById(scope, callingUser(scope.context)));
  if (profile.passwordHash !== oldHash) throw apiError(oldPasswordIncorrect);
  const changed = await withPassword(scope, profile, newHash, 'user');
  await updateProfile(scope, { ...changed, passwordResetRequired: false });
}

/** RAM and IMS have the same operation under their own versions. */
function changePasswordOf(api: Api): Operation {
  return changeOperation({
    api,
    name: 'ChangePassword',
    summary: [
      'Changes the password of the user who calls. While AllowUserToChangePassword is on, only an explicit deny refuses it.',
      '用户修改自己的密码；AllowUserToChangePassword 开启时，仅显式拒绝可禁止。',
    ],
    parameters,
    response: {},
    errors: [
      rootHasNoProfile,
      sessionHasNoPassword,
      userNotExist,
      loginProfileNotExist,
      tooManyAttempts,
      oldPasswordIncorrect,
      ...Object.values(ofNewPassword),
    ],
    target: securityPreference,
    authorization: {
      kind: 'policy',
      resources: (_command, _preference, context) => [callerResource(context)],
      selfService: preference => preference.changePassword,
    },
    prepare: verify,
    run: (scope, _command, verified) => changePassword(scope, verified),
    render: () => ({}),
  });
}

export const ramChangePassword = changePasswordOf(ram);
export const imsChangePassword = changePasswordOf(ims);
