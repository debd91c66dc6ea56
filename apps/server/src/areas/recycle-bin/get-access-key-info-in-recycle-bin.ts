import { ims, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { userAccessKeyId } from '../access-keys/index.ts';
import { userNotExist, withPrincipalName } from '../users/index.ts';
import { ofRecycledKeyAdministrator, recycledKeyTarget } from './authorization.ts';
import { recycledKeyNotExist } from './errors.ts';
import { ownerOfRecycledKeys, recycledKeyById } from './lookup.ts';
import { ownedRecycledKey, ownedRecycledKeyFields } from './wire.ts';

export const imsGetAccessKeyInfoInRecycleBin = readOperation({
  api: ims,
  name: 'GetAccessKeyInfoInRecycleBin',
  summary: [
    'Shows an AccessKey of the recycle bin, and whether its user is there too.',
    '查询回收站中的 AccessKey，以及其所属用户是否也在回收站中。',
  ],
  parameters: { accessKeyId: userAccessKeyId },
  response: { AccessKey: object(ownedRecycledKeyFields) },
  errors: [recycledKeyNotExist, userNotExist],
  target: (scope, command) => recycledKeyTarget(scope, command.accessKeyId),
  authorization: ofRecycledKeyAdministrator,
  async run(scope, command) {
    const key = await recycledKeyById(scope, command.accessKeyId);
    const owner = await withPrincipalName(scope, await ownerOfRecycledKeys(scope, key.userId));
    return { ...key, principalName: owner.principalName, userRecycled: owner.recycled };
  },
  render: key => ({ AccessKey: ownedRecycledKey(key) }),
});
