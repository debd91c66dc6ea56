import { ims, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { textField } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import {
  accessKeyNotExist,
  imsKeyTarget,
  keyOfOwner,
  ofKeyAdministrator,
  userAccessKeyId,
} from '../access-keys/index.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { findDocument, WHOLE_ACCOUNT } from './store.ts';

/** A policy that was never set is shown as an empty object (spec: domain 3.6). */
async function documentOf(scope: Scope, accessKeyId: string): Promise<string> {
  return (await findDocument(scope, accessKeyId)) ?? '{}';
}

export const imsGetAccessKeyPolicy = readOperation({
  api: ims,
  name: 'GetAccessKeyPolicy',
  summary: [
    'Shows from where an AccessKey may be used, as far as a policy of its own says so.',
    '查询 AccessKey 自身的网络访问策略。',
  ],
  parameters: { userPrincipalName: userPrincipalNameOrCaller, accessKeyId: userAccessKeyId },
  response: { AccessKeyId: textField, AccessKeyPolicy: textField },
  errors: [userNotExist, accessKeyNotExist],
  target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
  authorization: ofKeyAdministrator,
  async run(scope, { userPrincipalName, accessKeyId }) {
    await keyOfOwner(scope, await imsSubject(scope, userPrincipalName), accessKeyId);
    return { accessKeyId, document: await documentOf(scope, accessKeyId) };
  },
  render: ({ accessKeyId, document }) => ({ AccessKeyId: accessKeyId, AccessKeyPolicy: document }),
});

export const imsGetAccessKeyPolicyForAccount = readOperation({
  api: ims,
  name: 'GetAccessKeyPolicyForAccount',
  summary: [
    'Shows from where AccessKeys may be used that have no active policy of their own.',
    '查询账号级网络访问策略。',
  ],
  parameters: {},
  response: { AccessKeyPolicy: textField },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: scope => documentOf(scope, WHOLE_ACCOUNT),
  render: document => ({ AccessKeyPolicy: document }),
});
