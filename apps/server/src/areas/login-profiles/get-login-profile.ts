import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import {
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
  userResource,
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
  authorization: { kind: 'policy', resources: command => [userResource(command.userName)] },
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
  target: (scope, command) => userNameFromPrincipalName(scope, command.userPrincipalName),
  authorization: { kind: 'policy', resources: (_command, user) => [userResource(user)] },
  async run(scope, command) {
    const user = await userByPrincipalName(scope, command.userPrincipalName);
    return shown(scope, user, await profileOfUser(scope, user));
  },
  render: profile => ({ LoginProfile: imsProfileDetail(profile) }),
});
