import { ims, type Operation, ram, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { notExactlyOne, userNotExist } from './errors.ts';
import {
  assertExactlyOne,
  type KeyOwnerLookup,
  referencedName,
  referencedResource,
  referencedUser,
  userByName,
  withPrincipalName,
  withTags,
} from './lookup.ts';
import { onNamedUser } from './named-user.ts';
import { optionalAccessKeyId, optionalUserId, optionalUserPrincipalName, userName } from './parameters.ts';
import { imsUserDetail, imsUserDetailFields, ramUserDetail, ramUserDetailFields } from './wire.ts';

const summary = ['Shows one user.', '查询单个用户的信息。'] as const;

export const ramGetUser = readOperation({
  api: ram,
  name: 'GetUser',
  summary,
  parameters: { userName },
  response: { User: object(ramUserDetailFields) },
  errors: [userNotExist],
  ...onNamedUser,
  run: (scope, command) => userByName(scope, command.userName),
  render: user => ({ User: ramUserDetail(user) }),
});

const imsParameters = {
  userPrincipalName: optionalUserPrincipalName,
  userId: optionalUserId,
  accessKeyId: optionalAccessKeyId,
} as const;

const ways = Object.values(imsParameters).map(parameter => parameter.wire);

/** @param ownerOfKey how to find whose an AccessKey is */
export function imsGetUser(ownerOfKey: KeyOwnerLookup): Operation {
  return readOperation({
    api: ims,
    name: 'GetUser',
    summary,
    parameters: imsParameters,
    response: { User: object(imsUserDetailFields) },
    errors: [notExactlyOne, userNotExist],
    target(scope, command) {
      assertExactlyOne(command, ways);
      return referencedName(scope, command, ownerOfKey);
    },
    authorization: { kind: 'policy', resources: (command, name) => [referencedResource(command, name)] },
    async run(scope, command) {
      const user = await withPrincipalName(scope, await referencedUser(scope, command, ownerOfKey));
      return withTags(scope, user);
    },
    render: user => ({ User: imsUserDetail(user) }),
  });
}
