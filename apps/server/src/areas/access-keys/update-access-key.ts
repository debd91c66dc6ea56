import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import {
  imsSubject,
  ramSubject,
  type Subject,
  userNameOrCaller,
  userNotExist,
  userPrincipalNameOrCaller,
} from '../users/index.ts';
import type { AccessKeyStatus } from './access-key.ts';
import { imsKeyTarget, keySummary, ofKeyManager, ramKeyTarget } from './authorization.ts';
import { accessKeyNotExist } from './errors.ts';
import { keyOfOwner } from './find-key.ts';
import { status, userAccessKeyId } from './parameters.ts';
import { updateStatus } from './store.ts';

const summary = keySummary(['Enables or disables an AccessKey.', '启用或禁用 AccessKey。']);

/**
 * Sets the status of a key. The status it already has leaves the key untouched, since idle keys are judged by when their
 * status last changed (spec: domain 3.4).
 *
 * @throws ApiError `EntityNotExist.User.AccessKey`
 */
async function updateAccessKey(
  scope: ChangeScope,
  owner: Subject,
  accessKeyId: string,
  newStatus: AccessKeyStatus,
): Promise<void> {
  const key = await keyOfOwner(scope, owner, accessKeyId);
  if (key.status === newStatus) return;
  await updateStatus(scope, accessKeyId, newStatus);
  scope.touch('access-key', accessKeyId);
}

export const ramUpdateAccessKey = changeOperation({
  api: ram,
  name: 'UpdateAccessKey',
  summary,
  parameters: { userName: userNameOrCaller, accessKeyId: userAccessKeyId, status },
  response: {},
  errors: [userNotExist, accessKeyNotExist],
  target: (scope, command) => ramKeyTarget(scope, command.userName),
  authorization: ofKeyManager,
  async run(scope, command) {
    const owner = await ramSubject(scope, command.userName);
    await updateAccessKey(scope, owner, command.accessKeyId, command.status);
  },
  render: () => ({}),
});

export const imsUpdateAccessKey = changeOperation({
  api: ims,
  name: 'UpdateAccessKey',
  summary,
  parameters: { userPrincipalName: userPrincipalNameOrCaller, accessKeyId: userAccessKeyId, status },
  response: {},
  errors: [userNotExist, accessKeyNotExist],
  target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
  authorization: ofKeyManager,
  async run(scope, command) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    await updateAccessKey(scope, owner, command.accessKeyId, command.status);
  },
  render: () => ({}),
});
