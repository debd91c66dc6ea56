import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { userNameOrCaller, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { accessKeyNotExist } from './errors.ts';
import { keyOfOwner } from './find-key.ts';
import { imsOwner, imsOwnerResource, type Owner, ramOwner, ramOwnerResource } from './owner.ts';
import { userAccessKeyId } from './parameters.ts';
import { keysOf, removeKey } from './store.ts';

const summary = ['Deletes an AccessKey, active or not.', '删除 AccessKey，无论其是否启用。'] as const;

/** @throws ApiError `EntityNotExist.User.AccessKey` */
async function deleteAccessKey(scope: ChangeScope, owner: Owner, accessKeyId: string): Promise<void> {
  await keyOfOwner(scope, owner, accessKeyId);
  await discardKey(scope, accessKeyId);
}

/** Deletes whatever keys an owner has. */
export async function deleteAllKeysOf(scope: ChangeScope, ownerId: string): Promise<void> {
  for (const key of await keysOf(scope, ownerId)) await discardKey(scope, key.accessKeyId);
}

/** Where every deletion ends, and so where a recycle bin would take the key in. */
async function discardKey(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await removeKey(scope, accessKeyId);
  scope.touch('access-key', accessKeyId);
}

export const ramDeleteAccessKey = changeOperation({
  api: ram,
  name: 'DeleteAccessKey',
  summary,
  parameters: { userName: userNameOrCaller, accessKeyId: userAccessKeyId },
  response: {},
  errors: [userNotExist, accessKeyNotExist],
  authorization: {
    kind: 'policy',
    resources: (command, _target, { caller }) => [ramOwnerResource(command.userName, caller)],
  },
  run: async (scope, command) =>
    deleteAccessKey(scope, await ramOwner(scope, command.userName), command.accessKeyId),
  render: () => ({}),
});

export const imsDeleteAccessKey = changeOperation({
  api: ims,
  name: 'DeleteAccessKey',
  summary,
  parameters: { userPrincipalName: userPrincipalNameOrCaller, accessKeyId: userAccessKeyId },
  response: {},
  errors: [userNotExist, accessKeyNotExist],
  target: (scope, command) => imsOwnerResource(scope, command.userPrincipalName),
  authorization: { kind: 'policy', resources: (_command, resource) => [resource] },
  run: async (scope, command) =>
    deleteAccessKey(scope, await imsOwner(scope, command.userPrincipalName), command.accessKeyId),
  render: () => ({}),
});
