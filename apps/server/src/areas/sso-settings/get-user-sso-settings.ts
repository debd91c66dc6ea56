import { ims, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { userSsoSettings } from './store.ts';
import { userSsoSettingsFields, userSsoSettingsMembers } from './wire.ts';

export const imsGetUserSsoSettings = readOperation({
  api: ims,
  name: 'GetUserSsoSettings',
  summary: [
    'Shows whether and how users log on through an identity provider.',
    '查询用户 SSO 的身份提供商设置。',
  ],
  parameters: {},
  response: { UserSsoSettings: object(userSsoSettingsFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: userSsoSettings,
  render: settings => ({ UserSsoSettings: userSsoSettingsMembers(settings) }),
});
