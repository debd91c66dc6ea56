import { ims, ram, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { passwordPolicy } from './store.ts';
import { imsPolicy, imsPolicyFields, ramPolicy, ramPolicyFields } from './wire.ts';

const summary = ['Shows what passwords of users must be like.', '查询用户密码策略。'] as const;

export const ramGetPasswordPolicy = readOperation({
  api: ram,
  name: 'GetPasswordPolicy',
  summary,
  parameters: {},
  response: { PasswordPolicy: object(ramPolicyFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: passwordPolicy,
  render: policy => ({ PasswordPolicy: ramPolicy(policy) }),
});

export const imsGetPasswordPolicy = readOperation({
  api: ims,
  name: 'GetPasswordPolicy',
  summary,
  parameters: {},
  response: { PasswordPolicy: object(imsPolicyFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: passwordPolicy,
  render: policy => ({ PasswordPolicy: imsPolicy(policy) }),
});
