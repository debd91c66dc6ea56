import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import {
  imsSubject,
  ramSubject,
  userNameOrCaller,
  userNotExist,
  userPrincipalNameOrCaller,
} from '../users/index.ts';
import { imsKeyTarget, keySummary, ofKeyManager, ramKeyTarget } from './authorization.ts';
import { keysOf } from './store.ts';
import { imsKey, imsKeyFields, ramKey, ramKeyFields } from './wire.ts';

const summary = keySummary([
  'Lists the AccessKeys of a user or of the caller, the oldest first.',
  '按创建时间列出用户或调用者自己的 AccessKey。',
]);

export const ramListAccessKeys = readOperation({
  api: ram,
  name: 'ListAccessKeys',
  summary,
  parameters: { userName: userNameOrCaller },
  response: { AccessKeys: wrappedList('AccessKey', ramKeyFields) },
  errors: [userNotExist],
  target: (scope, command) => ramKeyTarget(scope, command.userName),
  authorization: ofKeyManager,
  async run(scope, command) {
    const owner = await ramSubject(scope, command.userName);
    return keysOf(scope, owner.id);
  },
  render: keys => ({ AccessKeys: { AccessKey: keys.map(ramKey) } }),
});

export const imsListAccessKeys = readOperation({
  api: ims,
  name: 'ListAccessKeys',
  summary,
  parameters: { userPrincipalName: userPrincipalNameOrCaller },
  response: { AccessKeys: wrappedList('AccessKey', imsKeyFields) },
  errors: [userNotExist],
  target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
  authorization: ofKeyManager,
  async run(scope, command) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    return keysOf(scope, owner.id);
  },
  render: keys => ({ AccessKeys: { AccessKey: keys.map(imsKey) } }),
});
