import { changeOperation, ims } from '../../kernel/operation.ts';
import { userId } from '../users/index.ts';
import { ofRecycledUsers, recycledUserResources } from './authorization.ts';
import { recycledUserNotExist } from './errors.ts';
import { referencedRecycledUser } from './lookup.ts';
import { purgeUser } from './purge.ts';

export const imsDeleteUserInRecycleBin = changeOperation({
  api: ims,
  name: 'DeleteUserInRecycleBin',
  summary: [
    'Purges a user of the recycle bin with its AccessKeys: nothing brings them back.',
    '彻底清除回收站中的用户及其 AccessKey，清除后无法恢复。',
  ],
  parameters: { userId },
  response: {},
  errors: [recycledUserNotExist],
  target: recycledUserResources,
  authorization: ofRecycledUsers,
  async run(scope, command) {
    const user = await referencedRecycledUser(scope, command);
    await purgeUser(scope, user.userId);
  },
  render: () => ({}),
});
