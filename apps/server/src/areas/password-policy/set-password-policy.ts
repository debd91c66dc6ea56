import { changeOperation, ims, ram, wholeAccount } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { imsPolicyParameters, ramPolicyParameters } from './parameters.ts';
import type { PasswordPolicy } from './password-policy.ts';
import { passwordPolicy, replacePasswordPolicy } from './store.ts';
import { imsPolicy, imsPolicyFields, ramPolicy, ramPolicyFields } from './wire.ts';

const summary = [
  'Sets what passwords of users must be like from now on. What is left out takes its default; passwords that are there stay.',
  '设置用户密码策略，对之后设置的密码生效；未传的参数取默认值。',
] as const;

/** Puts a policy in force. Passwords that are there are looked at again when they are changed (spec: domain 4.2). */
async function setPasswordPolicy(scope: ChangeScope, policy: PasswordPolicy): Promise<PasswordPolicy> {
  await replacePasswordPolicy(scope, policy);
  return policy;
}

export const ramSetPasswordPolicy = changeOperation({
  api: ram,
  name: 'SetPasswordPolicy',
  summary,
  parameters: ramPolicyParameters,
  response: { PasswordPolicy: object(ramPolicyFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  // What RAM has no word for was set through IMS, and stays.
  run: async (scope, command) => setPasswordPolicy(scope, { ...(await passwordPolicy(scope)), ...command }),
  render: policy => ({ PasswordPolicy: ramPolicy(policy) }),
});

export const imsSetPasswordPolicy = changeOperation({
  api: ims,
  name: 'SetPasswordPolicy',
  summary,
  parameters: imsPolicyParameters,
  response: { PasswordPolicy: object(imsPolicyFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: setPasswordPolicy,
  render: policy => ({ PasswordPolicy: imsPolicy(policy) }),
});
