import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
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
import { loginProfileNotExist } from './errors.ts';
import { profileOfUser } from './shown-profile.ts';
import { removeProfile } from './store.ts';

const summary = [
  'Takes the log-on to the console away from a user, with its password.',
  '禁用用户的控制台登录并清除其登录配置。',
] as const;

/**
 * Takes a user's profile away for good (spec: domain 4.3).
 *
 * @throws ApiError `EntityNotExist.User.LoginProfile`
 */
async function deleteLoginProfile(scope: ChangeScope, user: User): Promise<void> {
  const { userId } = await profileOfUser(scope, user);
  await removeProfile(scope, userId);
}

export const ramDeleteLoginProfile = changeOperation({
  api: ram,
  name: 'DeleteLoginProfile',
  summary,
  parameters: { userName },
  response: {},
  errors: [userNotExist, loginProfileNotExist],
  ...onNamedUser,
  run: async (scope, command) => deleteLoginProfile(scope, await userByName(scope, command.userName)),
  render: () => ({}),
});

export const imsDeleteLoginProfile = changeOperation({
  api: ims,
  name: 'DeleteLoginProfile',
  summary,
  parameters: { userPrincipalName },
  response: {},
  errors: [userNotExist, loginProfileNotExist],
  ...onNamedPrincipal,
  run: async (scope, command) =>
    deleteLoginProfile(scope, await userByPrincipalName(scope, command.userPrincipalName)),
  render: () => ({}),
});
