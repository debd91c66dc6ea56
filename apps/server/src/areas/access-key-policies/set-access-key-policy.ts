import type { RequestContext } from '../../kernel/context.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, wholeAccount } from '../../kernel/operation.ts';
import { textField } from '../../kernel/response.ts';
import {
  accessKeyNotExist,
  imsKeyTarget,
  keyOfOwner,
  ofKeyAdministrator,
  userAccessKeyId,
} from '../access-keys/index.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import type { AccessKeyPolicy } from './access-key-policy.ts';
import { policyMalformed, policyTooLong } from './errors.ts';
import { accessKeyPolicy } from './parameters.ts';
import { readPolicy, textOfPolicy } from './read-policy.ts';
import { replacePolicy, WHOLE_ACCOUNT } from './store.ts';

const errors = [policyMalformed, policyTooLong];

/**
 * Reads a policy within the quotas (spec: domain 1.4, 3.6).
 *
 * @throws ApiError `InvalidParameter.AccessKeyPolicy.Format` or `.Length`
 */
function readWithin(document: string, { limits }: RequestContext): AccessKeyPolicy {
  const policy = readPolicy(document);
  assertAtMost(limits.statementsPerAccessKeyPolicy, policy.statements.length, 'statements');
  for (const { addresses } of policy.statements) {
    assertAtMost(limits.addressesPerAccessKeyPolicy, addresses.length, 'addresses in one statement');
  }
  return policy;
}

function assertAtMost(limit: number, count: number, things: string): void {
  if (count > limit) throw apiError(policyTooLong, { count, things, limit });
}

export const imsSetAccessKeyPolicy = changeOperation({
  api: ims,
  name: 'SetAccessKeyPolicy',
  summary: [
    'Says from where an AccessKey may be used. An active policy of the key stands in place of that of the account.',
    '设置 AccessKey 的网络访问策略；启用后将取代账号级策略。',
  ],
  parameters: { userPrincipalName: userPrincipalNameOrCaller, accessKeyId: userAccessKeyId, accessKeyPolicy },
  response: { AccessKeyId: textField, AccessKeyPolicy: textField },
  errors: [userNotExist, accessKeyNotExist, ...errors],
  target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
  authorization: ofKeyAdministrator,
  prepare: (_preparation, command, context) => readWithin(command.accessKeyPolicy, context),
  async run(scope, { userPrincipalName, accessKeyId }, policy) {
    await keyOfOwner(scope, await imsSubject(scope, userPrincipalName), accessKeyId);
    await replacePolicy(scope, accessKeyId, policy);
    scope.touch('access-key', accessKeyId);
    return { accessKeyId, policy };
  },
  render: ({ accessKeyId, policy }) => ({ AccessKeyId: accessKeyId, AccessKeyPolicy: textOfPolicy(policy) }),
});

export const imsSetAccessKeyPolicyForAccount = changeOperation({
  api: ims,
  name: 'SetAccessKeyPolicyForAccount',
  summary: [
    'Says from where the AccessKeys of the account and its users may be used that have no active policy of their own.',
    '设置账号级网络访问策略，适用于未启用自身策略的所有 AccessKey。',
  ],
  parameters: { accessKeyPolicy },
  response: {},
  errors,
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  prepare: (_preparation, command, context) => readWithin(command.accessKeyPolicy, context),
  async run(scope, _command, policy) {
    await replacePolicy(scope, WHOLE_ACCOUNT, policy);
    scope.touch('account', scope.accountId);
  },
  render: () => ({}),
});
