import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import { userNameOrCaller, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { imsOwner, imsOwnerResource, ramOwner, ramOwnerResource } from './owner.ts';
import { keysOf } from './store.ts';
import { imsKey, imsKeyFields, ramKey, ramKeyFields } from './wire.ts';

const summary = [
  'Lists the AccessKeys of a user or of the caller, the oldest first.',
  '按创建时间列出用户或调用者自己的 AccessKey。',
] as const;

export const ramListAccessKeys = readOperation({
  api: ram,
  name: 'ListAccessKeys',
  summary,
  parameters: { userName: userNameOrCaller },
  response: { AccessKeys: wrappedList('AccessKey', ramKeyFields) },
  errors: [userNotExist],
  authorization: {
    kind: 'policy',
    resources: (command, _target, { caller }) => [ramOwnerResource(command.userName, caller)],
  },
  async run(scope, command) {
    const owner = await ramOwner(scope, command.userName);
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
  target: (scope, command) => imsOwnerResource(scope, command.userPrincipalName),
  authorization: { kind: 'policy', resources: (_command, resource) => [resource] },
  async run(scope, command) {
    const owner = await imsOwner(scope, command.userPrincipalName);
    return keysOf(scope, owner.id);
  },
  render: keys => ({ AccessKeys: { AccessKey: keys.map(imsKey) } }),
});
