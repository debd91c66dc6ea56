import { changeOperation, ims } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { insertProfile } from '../login-profiles/index.ts';
import { addUser, tooManyUsers, userAlreadyExists, userId } from '../users/index.ts';
import { ofRecycledUsers, recycledUserResources } from './authorization.ts';
import { recycledUserNotExist } from './errors.ts';
import { referencedRecycledUser } from './lookup.ts';
import type { RecycledUser } from './recycled.ts';
import { findRecycledProfile, removeRecycledUser } from './users-store.ts';

/**
 * Brings a user back: name, display name, id, time of creation and password, with which nobody logs on before the profile
 * is switched on again. Its keys stay in the bin, each to be restored apart; permissions, groups, contacts, remarks and
 * tags do not come back (spec: domain 3.5).
 *
 * @throws ApiError `EntityAlreadyExists.User` when the name is another's by now, `LimitExceeded.User`
 */
async function restoreUser(
  scope: ChangeScope,
  { userId: id, name, displayName, createdAt }: RecycledUser,
): Promise<void> {
  await addUser(scope, {
    userId: id,
    name,
    displayName,
    comments: '',
    mobilePhone: '',
    email: '',
    createdAt,
    updatedAt: scope.now,
    lastLoginAt: undefined,
  });
  const profile = await findRecycledProfile(scope, id);
  if (profile !== undefined) await insertProfile(scope, profile);
  await removeRecycledUser(scope, id);
}

export const imsRestoreUserFromRecycleBin = changeOperation({
  api: ims,
  name: 'RestoreUserFromRecycleBin',
  summary: [
    'Brings a user back from the recycle bin, without permissions, groups and AccessKeys, its log-on switched off.',
    '从回收站恢复用户；权限、用户组和 AccessKey 不随之恢复，控制台登录处于禁用状态。',
  ],
  parameters: { userId },
  response: {},
  errors: [recycledUserNotExist, userAlreadyExists, tooManyUsers],
  target: recycledUserResources,
  authorization: ofRecycledUsers,
  run: async (scope, command) => restoreUser(scope, await referencedRecycledUser(scope, command)),
  render: () => ({}),
});
