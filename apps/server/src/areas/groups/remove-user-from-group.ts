import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import {
  type User,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
  userResource,
} from '../users/index.ts';
import { groupNotExist, notMember } from './errors.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName } from './parameters.ts';
import { removeMember } from './store.ts';

const summary = ['Removes a user from a group.', '将用户移出用户组。'] as const;
const errors = [userNotExist, groupNotExist, notMember];

/**
 * Takes a user out of a group (spec: domain 2.5).
 *
 * @throws ApiError `EntityNotExist.Group`, `EntityNotExist.User.Group`
 */
async function removeUserFromGroup(scope: ChangeScope, user: User, name: string): Promise<void> {
  const group = await groupByName(scope, name);
  if (!(await removeMember(scope, user.userId, group.groupId))) {
    throw apiError(notMember, { user: user.name, group: group.name });
  }
  scope.touch('membership', user.userId);
}

export const ramRemoveUserFromGroup = changeOperation({
  api: ram,
  name: 'RemoveUserFromGroup',
  summary,
  parameters: { userName, groupName },
  response: {},
  errors,
  authorization: {
    kind: 'policy',
    resources: command => [userResource(command.userName), groupResource(command.groupName)],
  },
  run: async (scope, command) =>
    removeUserFromGroup(scope, await userByName(scope, command.userName), command.groupName),
  render: () => ({}),
});

export const imsRemoveUserFromGroup = changeOperation({
  api: ims,
  name: 'RemoveUserFromGroup',
  summary,
  parameters: { userPrincipalName, groupName },
  response: {},
  errors,
  target: (scope, command) => userNameFromPrincipalName(scope, command.userPrincipalName),
  authorization: {
    kind: 'policy',
    resources: (command, name) => [userResource(name), groupResource(command.groupName)],
  },
  run: async (scope, command) =>
    removeUserFromGroup(
      scope,
      await userByPrincipalName(scope, command.userPrincipalName),
      command.groupName,
    ),
  render: () => ({}),
});
