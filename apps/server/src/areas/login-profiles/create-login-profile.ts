import { apiError } from '../../kernel/errors.ts';
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
import { loginProfileAlreadyExists, ofPassword } from './errors.ts';
import type { LoginProfile, LoginStatus } from './login-profile.ts';
import { imsSettings, optionalPassword, password, ramSettings } from './parameters.ts';
import { hashAccepted, passwordFacts } from './set-password.ts';
import { shown } from './shown-profile.ts';
import { insertProfile } from './store.ts';
import { imsNewProfile, imsNewProfileFields, ramProfile, ramProfileFields } from './wire.ts';

const summary = ['Lets a user log on to the console.', '为用户启用控制台登录。'] as const;

// A user without a profile has no password to use again.
const errors = [userNotExist, loginProfileAlreadyExists, ofPassword.tooWeak];

/**
 * @returns the hash; empty when no password is given
 * @throws ApiError `EntityAlreadyExists.User.LoginProfile`, whatever the password is like
 */
async function hashNew(
  preparation: Preparation,
  findUser: (scope: Scope) => Promise<User>,
  given: string | undefined,
): Promise<string> {
  if (given === undefined) return '';
  const facts = await preparation.read(async scope => passwordFacts(scope, await findUser(scope)));
  if (facts.profile !== undefined) throw apiError(loginProfileAlreadyExists, { user: facts.user.name });
  return hashAccepted(preparation, facts, ofPassword, given);
}

interface Settings {
  readonly status: LoginStatus;
  readonly passwordResetRequired: boolean;
  readonly mfaBindRequired: boolean;
}

/**
 * Gives a user a profile (spec: domain 4.3).
 *
 * @throws ApiError `EntityAlreadyExists.User.LoginProfile`
 */
async function createLoginProfile(
  scope: ChangeScope,
  user: User,
  settings: Settings,
  passwordHash: string,
): Promise<LoginProfile> {
  const { now } = scope;
  const profile: LoginProfile = {
    userId: user.userId,
    status: settings.status,
    passwordHash,
    passwordSetAt: now,
    initialAt: now,
    passwordResetRequired: settings.passwordResetRequired,
    mfaBindRequired: settings.mfaBindRequired,
    createdAt: now,
    updatedAt: now,
  };
  if (!(await insertProfile(scope, profile))) throw apiError(loginProfileAlreadyExists, { user: user.name });
  return profile;
}

export const ramCreateLoginProfile = changeOperation({
  api: ram,
  name: 'CreateLoginProfile',
  summary,
  parameters: { userName, password, ...ramSettings },
  response: { LoginProfile: object(ramProfileFields) },
  errors,
  ...onNamedUser,
  prepare: (preparation, command) =>
    hashNew(preparation, scope => userByName(scope, command.userName), command.password),
  async run(scope, command, hash) {
    const user = await userByName(scope, command.userName);
    return { user, profile: await createLoginProfile(scope, user, { ...command, status: 'Active' }, hash) };
  },
  render: profile => ({ LoginProfile: ramProfile(profile) }),
});

export const imsCreateLoginProfile = changeOperation({
  api: ims,
  name: 'CreateLoginProfile',
  summary,
  parameters: { userPrincipalName, password: optionalPassword, ...imsSettings },
  response: { LoginProfile: object(imsNewProfileFields) },
  errors,
  ...onNamedPrincipal,
  prepare: (preparation, command) =>
    hashNew(preparation, scope => userByPrincipalName(scope, command.userPrincipalName), command.password),
  async run(scope, command, hash) {
    const user = await userByPrincipalName(scope, command.userPrincipalName);
    return shown(scope, user, await createLoginProfile(scope, user, command, hash));
  },
  render: profile => ({ LoginProfile: imsNewProfile(profile) }),
});
