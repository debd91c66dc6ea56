import { changed } from '../../kernel/changed.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import {
  onNamedPrincipal,
  onNamedUser,
  type User,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
} from '../users/index.ts';
import { loginProfileNotExist, ofPassword } from './errors.ts';
import type { LoginProfile, NewSettings } from './login-profile.ts';
import { imsNewSettings, ramNewSettings, resetPassword } from './parameters.ts';
import { hashAccepted, passwordFacts, withPassword } from './set-password.ts';
import { profileOfUser, shown } from './shown-profile.ts';
import { updateProfile } from './store.ts';
import { imsProfile, imsProfileFields } from './wire.ts';

const summary = [
  'Changes how a user logs on to the console, or sets another password. What is left out stays.',
  '修改用户的控制台登录配置或重置密码；未传的参数保持不变。',
] as const;

const errors = [userNotExist, loginProfileNotExist, ...Object.values(ofPassword)];

/**
 * The hash of the password that is given. That of the password in force stays as it is where passwords may not come back:
 * Terraform sends the password with every change of anything else, so that it must not be refused.
 *
 * @returns undefined when none is given
 */
async function hashGiven(
  preparation: Preparation,
  findUser: (scope: Scope) => Promise<User>,
  given: string | undefined,
): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const facts = await preparation.read(async scope => {
    const user = await findUser(scope);
    return { ...(await passwordFacts(scope, user)), profile: await profileOfUser(scope, user) };
  });
  const { policy, profile } = facts;
  const isInForce =
    policy.reusePrevention > 0 && (await preparation.passwords.verify(given, profile.passwordHash));
  return isInForce ? profile.passwordHash : hashAccepted(preparation, facts, ofPassword, given);
}

/** Changes what is given and leaves the rest (spec: domain 4.3). */
async function updateLoginProfile(
  scope: ChangeScope,
  user: User,
  { status, passwordResetRequired, mfaBindRequired }: NewSettings,
  passwordHash: string | undefined,
): Promise<LoginProfile> {
  const before = await profileOfUser(scope, user);
  const settings = { status, passwordResetRequired, mfaBindRequired, updatedAt: scope.now };
  const set = changed(withFreshStart(before, status, scope.now), settings);
  const profile =
    passwordHash === undefined ? set : await withPassword(scope, set, passwordHash, 'administrator');
  await updateProfile(scope, profile);
  return profile;
}

/** Somebody else's choice of a password is good for a while from when the log-on was switched on (spec: domain 4.2). */
function withFreshStart(profile: LoginProfile, status: NewSettings['status'], now: number): LoginProfile {
  const isSwitchedOn = profile.status === 'Inactive' && status === 'Active';
  return isSwitchedOn && profile.initialAt !== undefined ? { ...profile, initialAt: now } : profile;
}

export const ramUpdateLoginProfile = changeOperation({
  api: ram,
  name: 'UpdateLoginProfile',
  summary,
  parameters: { userName, password: resetPassword, ...ramNewSettings },
  response: {},
  errors,
  ...onNamedUser,
  prepare: (preparation, command) =>
    hashGiven(preparation, scope => userByName(scope, command.userName), command.password),
  run: async (scope, command, hash) =>
    updateLoginProfile(scope, await userByName(scope, command.userName), command, hash),
  render: () => ({}),
});

export const imsUpdateLoginProfile = changeOperation({
  api: ims,
  name: 'UpdateLoginProfile',
  summary,
  parameters: { userPrincipalName, password: resetPassword, ...imsNewSettings },
  response: { LoginProfile: object(imsProfileFields) },
  errors,
  ...onNamedPrincipal,
  prepare: (preparation, command) =>
    hashGiven(preparation, scope => userByPrincipalName(scope, command.userPrincipalName), command.password),
  async run(scope, command, hash) {
    const user = await userByPrincipalName(scope, command.userPrincipalName);
    return shown(scope, user, await updateLoginProfile(scope, user, command, hash));
  },
  render: profile => ({ LoginProfile: imsProfile(profile) }),
});
