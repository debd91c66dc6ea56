import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import {
  imsSubject,
  ramSubject,
  type Subject,
  userNameOrCaller,
  userNotExist,
  userPrincipalNameOrCaller,
} from '../users/index.ts';
import type { LastUse } from './access-key.ts';
import { imsKeyTarget, ofKeyOwner, ramKeyTarget } from './authorization.ts';
import { accessKeyNotExist } from './errors.ts';
import { keyOfOwner } from './find-key.ts';
import { userAccessKeyId } from './parameters.ts';
import { lastUseOf } from './store.ts';
import { imsLastUse, imsLastUseFields, ramLastUse, ramLastUseFields } from './wire.ts';

const summary = [
  'Shows when an AccessKey was used last. Only an explicit deny refuses it to a user about its own keys.',
  '查询 AccessKey 的最近使用时间；用户查询自己的 AccessKey 仅显式拒绝可禁止。',
] as const;

/** @throws ApiError `EntityNotExist.User.AccessKey` */
async function lastUse(scope: Scope, owner: Subject, accessKeyId: string): Promise<LastUse | undefined> {
  await keyOfOwner(scope, owner, accessKeyId);
  return lastUseOf(scope, accessKeyId);
}

export const ramGetAccessKeyLastUsed = readOperation({
  api: ram,
  name: 'GetAccessKeyLastUsed',
  summary,
  parameters: { userName: userNameOrCaller, accessKeyId: userAccessKeyId },
  response: { AccessKeyLastUsed: object(ramLastUseFields) },
  errors: [userNotExist, accessKeyNotExist],
  target: (scope, command) => ramKeyTarget(scope, command.userName),
  authorization: ofKeyOwner,
  run: async (scope, command) =>
    lastUse(scope, await ramSubject(scope, command.userName), command.accessKeyId),
  render: use => ({ AccessKeyLastUsed: ramLastUse(use) }),
});

export const imsGetAccessKeyLastUsed = readOperation({
  api: ims,
  name: 'GetAccessKeyLastUsed',
  summary,
  parameters: { userPrincipalName: userPrincipalNameOrCaller, accessKeyId: userAccessKeyId },
  response: { AccessKeyLastUsed: object(imsLastUseFields) },
  errors: [userNotExist, accessKeyNotExist],
  target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
  authorization: ofKeyOwner,
  run: async (scope, command) =>
    lastUse(scope, await imsSubject(scope, command.userPrincipalName), command.accessKeyId),
  render: use => ({ AccessKeyLastUsed: imsLastUse(use) }),
});
