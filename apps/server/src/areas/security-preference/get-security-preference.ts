import { ims, ram, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { securityPreference } from './store.ts';
import { imsPreference, imsPreferenceFields, ramPreference, ramPreferenceFields } from './wire.ts';

const summary = [
  'Shows what users may do for themselves and how they log on.',
  '查询用户自助管理和登录方面的安全偏好设置。',
] as const;

export const ramGetSecurityPreference = readOperation({
  api: ram,
  name: 'GetSecurityPreference',
  summary,
  parameters: {},
  response: { SecurityPreference: object(ramPreferenceFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: securityPreference,
  render: preference => ({ SecurityPreference: ramPreference(preference) }),
});

export const imsGetSecurityPreference = readOperation({
  api: ims,
  name: 'GetSecurityPreference',
  summary,
  parameters: {},
  response: { SecurityPreference: object(imsPreferenceFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: securityPreference,
  render: preference => ({ SecurityPreference: imsPreference(preference) }),
});
