import { changeOperation, ims } from '../../kernel/operation.ts';
import { userAccessKeyId } from '../access-keys/index.ts';
import { userNotExist } from '../users/index.ts';
import { ofRecycledKeyAdministrator, recycledKeysTarget } from './authorization.ts';
import { missingUserId, recycledKeyNotExist } from './errors.ts';
import { ownerOfRecycledKeys, recycledKeyById } from './lookup.ts';
import { userIdOrCaller } from './parameters.ts';
import { purgeKey } from './purge.ts';

export const imsDeleteAccessKeyInRecycleBin = changeOperation({
  api: ims,
  name: 'DeleteAccessKeyInRecycleBin',
  summary: [
    'Purges an AccessKey of the recycle bin: nothing brings it back.',
    '彻底清除回收站中的 AccessKey，清除后无法恢复。',
  ],
  parameters: { userId: userIdOrCaller, accessKeyId: userAccessKeyId },
  response: {},
  errors: [missingUserId, userNotExist, recycledKeyNotExist],
  target: (scope, command) => recycledKeysTarget(scope, command.userId),
  authorization: ofRecycledKeyAdministrator,
  async run(scope, command) {
    const owner = await ownerOfRecycledKeys(scope, command.userId);
    const key = await recycledKeyById(scope, command.accessKeyId, owner.userId);
    await purgeKey(scope, key.accessKeyId);
  },
  render: () => ({}),
});
