import { ims, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import {
  assertExactlyOne,
  notExactlyOne,
  optionalAccessKeyId,
  optionalUserId,
  withPrincipalName,
} from '../users/index.ts';
import { ofRecycledUsers, recycledUserResources } from './authorization.ts';
import { recycledUserNotExist } from './errors.ts';
import { referencedRecycledUser } from './lookup.ts';
import { recycledUser, recycledUserFields } from './wire.ts';

const parameters = { userId: optionalUserId, accessKeyId: optionalAccessKeyId } as const;
const ways = Object.values(parameters).map(parameter => parameter.wire);

export const imsGetUserInRecycleBin = readOperation({
  api: ims,
  name: 'GetUserInRecycleBin',
  summary: [
    'Shows a user of the recycle bin, by its id or by a key that is there too.',
    '按用户 ID 或同在回收站中的 AccessKey 查询回收站中的用户。',
  ],
  parameters,
  response: { User: object(recycledUserFields) },
  errors: [notExactlyOne, recycledUserNotExist],
  target(scope, command) {
    assertExactlyOne(command, ways);
    return recycledUserResources(scope, command);
  },
  authorization: ofRecycledUsers,
  run: async (scope, command) => withPrincipalName(scope, await referencedRecycledUser(scope, command)),
  render: user => ({ User: recycledUser(user) }),
});
