import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { addKey, tooManyAccessKeys, userAccessKeyId } from '../access-keys/index.ts';
import { userAsSubject, userNotExist } from '../users/index.ts';
import { ofRecycledKeyAdministrator, recycledKeysTarget } from './authorization.ts';
import { missingUserId, ownerRecycled, recycledKeyNotExist } from './errors.ts';
import { removeRecycledKey } from './keys-store.ts';
import { type KeyOwner, ownerOfRecycledKeys, recycledKeyById } from './lookup.ts';
import { userIdOrCaller } from './parameters.ts';

/**
 * Gives a user a key back, which signs nothing until it is enabled (spec: domain 3.5). What was known of its use, and from
 * where it may be used, comes back with it.
 *
 * @throws ApiError `EntityNotExist.User.AccessKey`, `EntityNotExist.User` when the user is in the bin too,
 *   `LimitExceeded.User.AccessKey`
 */
async function restoreKey(scope: ChangeScope, owner: KeyOwner, accessKeyId: string): Promise<void> {
  const { userId, createdAt, sealedSecret } = await recycledKeyById(scope, accessKeyId, owner.userId);
  if (owner.recycled) throw apiError(ownerRecycled, { user: owner.name });
  await addKey(scope, userAsSubject(owner), {
    accessKeyId,
    ownerId: userId,
    status: 'Inactive',
    createdAt,
    updatedAt: scope.now,
    sealedSecret,
  });
  await removeRecycledKey(scope, accessKeyId);
}

export const imsRestoreAccessKeyFromRecycleBin = changeOperation({
  api: ims,
  name: 'RestoreAccessKeyFromRecycleBin',
  summary: [
    'Gives a user an AccessKey of the recycle bin back, disabled.',
    '从回收站恢复用户的 AccessKey，恢复后处于禁用状态。',
  ],
  parameters: { userId: userIdOrCaller, accessKeyId: userAccessKeyId },
  response: {},
  errors: [missingUserId, userNotExist, recycledKeyNotExist, ownerRecycled, tooManyAccessKeys],
  target: (scope, command) => recycledKeysTarget(scope, command.userId),
  authorization: ofRecycledKeyAdministrator,
  run: async (scope, command) =>
    restoreKey(scope, await ownerOfRecycledKeys(scope, command.userId), command.accessKeyId),
  render: () => ({}),
});
