import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import {
  onNamedPrincipal,
  onNamedUser,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
} from '../users/index.ts';
import { loginProfileNotExist } from './errors.ts';
import { profileOfUser, shown } from './shown-profile.ts';
import { imsProfileDetail, imsProfileDetailFields, ramProfile, ramProfileFields } from './wire.ts';

const summary = ['Shows how a user logs on to the console.', '查询用户的控制台登录配置。'] as const;

export const ramGetLoginProfile = readOperation({
  api: ram,
  name: 'GetLoginProfile',
  summary,
  parameters: { userName },
  response: { LoginProfile: object(ramProfileFields) },
  errors: [userNotExist, loginProfileNotExist],
  ...onNamedUser,
  async run(scope, command) {
    const user = await userByName(scope, command.userName);
    return { user, profile: await profileOfUser(scope, user) };
  },
  render: profile => ({ LoginProfile: ramProfile(profile) }),
});

export const imsGetLoginProfile = readOperation({
  api: ims,
  name: 'GetLoginProfile',
  summary,
  parameters: { userPrincipalName },
  response: { LoginProfile: object(imsProfileDetailFields) },
  errors: [userNotExist, loginProfileNotExist],
  ...onNamedPrincipal,
  async run(scope, command) {
    const user = await userByPrincipalName(scope, command.userPrincipalName);
    return shown(scope, user, await profileOfUser(scope, user));
  },
  render: profile => ({ LoginProfile: imsProfileDetail(profile) }),
});
