import { ims, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import { keySummary } from '../access-keys/index.ts';
import { userNotExist } from '../users/index.ts';
import { ofRecycledKeyManager, recycledKeysTarget } from './authorization.ts';
import { missingUserId } from './errors.ts';
import { recycledKeysOf } from './keys-store.ts';
import { ownerOfRecycledKeys } from './lookup.ts';
import { userIdOrCaller } from './parameters.ts';
import { recycledKey, recycledKeyFields } from './wire.ts';

export const imsListAccessKeysInRecycleBin = readOperation({
  api: ims,
  name: 'ListAccessKeysInRecycleBin',
  summary: keySummary([
    'Lists the AccessKeys of a user in the recycle bin, those first that leave it first.',
    '列出用户在回收站中的 AccessKey，最早被清除的在前。',
  ]),
  parameters: { userId: userIdOrCaller },
  response: { AccessKeys: wrappedList('AccessKey', recycledKeyFields) },
  errors: [missingUserId, userNotExist],
  target: (scope, command) => recycledKeysTarget(scope, command.userId),
  authorization: ofRecycledKeyManager,
  async run(scope, command) {
    const owner = await ownerOfRecycledKeys(scope, command.userId);
    return recycledKeysOf(scope, owner.userId);
  },
  render: keys => ({ AccessKeys: { AccessKey: keys.map(recycledKey) } }),
});
