import { changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import {
  imsSubject,
  ramSubject,
  type Subject,
  userNameOrCaller,
  userNotExist,
  userPrincipalNameOrCaller,
} from '../users/index.ts';
import type { AccessKey } from './access-key.ts';
import { imsKeyTarget, keySummary, ofKeyManager, ramKeyTarget } from './authorization.ts';
import { accessKeyNotExist } from './errors.ts';
import { keyOfOwner } from './find-key.ts';
import type { KeyBin } from './key-bin.ts';
import { userAccessKeyId } from './parameters.ts';
import { keysOf, removeKey } from './store.ts';

const summary = keySummary([
  "Deletes an AccessKey, active or not: a user's goes into the recycle bin, one of the account itself is gone for good.",
  '删除 AccessKey，无论其是否启用：用户的 AccessKey 移入回收站，账号自身的 AccessKey 则彻底删除。',
]);

/** @throws ApiError `EntityNotExist.User.AccessKey` */
async function deleteAccessKey(
  scope: ChangeScope,
  owner: Subject,
  accessKeyId: string,
  takeIn: KeyBin,
): Promise<void> {
  await discardKey(scope, await keyOfOwner(scope, owner, accessKeyId), takeIn);
}

/** Deletes whatever keys an owner has. */
export async function deleteAllKeysOf(scope: ChangeScope, ownerId: string, takeIn: KeyBin): Promise<void> {
  for (const key of await keysOf(scope, ownerId)) await discardKey(scope, key, takeIn);
}

/** Where every deletion ends (spec: domain 3.5). */
async function discardKey(scope: ChangeScope, key: AccessKey, takeIn: KeyBin): Promise<void> {
  const sealedSecret = await removeKey(scope, key.accessKeyId);
  scope.touch('access-key', key.accessKeyId);
  await takeIn(scope, { ...key, sealedSecret });
}

/** @param takeIn the recycle bin */
export function ramDeleteAccessKey(takeIn: KeyBin): Operation {
  return changeOperation({
    api: ram,
    name: 'DeleteAccessKey',
    summary,
    parameters: { userName: userNameOrCaller, accessKeyId: userAccessKeyId },
    response: {},
    errors: [userNotExist, accessKeyNotExist],
    target: (scope, command) => ramKeyTarget(scope, command.userName),
    authorization: ofKeyManager,
    run: async (scope, command) =>
      deleteAccessKey(scope, await ramSubject(scope, command.userName), command.accessKeyId, takeIn),
    render: () => ({}),
  });
}

/** @param takeIn the recycle bin */
export function imsDeleteAccessKey(takeIn: KeyBin): Operation {
  return changeOperation({
    api: ims,
    name: 'DeleteAccessKey',
    summary,
    parameters: { userPrincipalName: userPrincipalNameOrCaller, accessKeyId: userAccessKeyId },
    response: {},
    errors: [userNotExist, accessKeyNotExist],
    target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
    authorization: ofKeyManager,
    run: async (scope, command) =>
      deleteAccessKey(scope, await imsSubject(scope, command.userPrincipalName), command.accessKeyId, takeIn),
    render: () => ({}),
  });
}
