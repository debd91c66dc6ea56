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
import { alreadyMember, groupNotExist, tooManyGroupsForUser } from './errors.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName } from './parameters.ts';
import { countGroupsOfUser, insertMember, isMember } from './store.ts';

const summary = ['Adds a user to a group.', '将用户添加到用户组。'] as const;
const errors = [userNotExist, groupNotExist, alreadyMember, tooManyGroupsForUser];

/**
 * Puts a user into a group (spec: domain 2.5).
 *
 * @throws ApiError `EntityNotExist.Group`, `EntityAlreadyExists.User.Group`, `LimitExceeded.User.Group`
 */
async function addUserToGroup(scope: ChangeScope, user: User, name: string): Promise<void> {
  const group = await groupByName(scope, name);
  if (await isMember(scope, user.userId, group.groupId)) {
    throw apiError(alreadyMember, { user: user.name, group: group.name });
  }
  const limit = scope.context.limits.groupsPerUser;
  if ((await countGroupsOfUser(scope, user.userId)) >= limit) {
    throw apiError(tooManyGroupsForUser, { user: user.name, limit });
  }
  await insertMember(scope, user.userId, group.groupId);
  scope.touch('membership', user.userId);
}

export const ramAddUserToGroup = changeOperation({
  api: ram,
  name: 'AddUserToGroup',
  summary,
  parameters: { userName, groupName },
  response: {},
  errors,
  authorization: {
    kind: 'policy',
    resources: command => [userResource(command.userName), groupResource(command.groupName)],
  },
  run: async (scope, command) =>
    addUserToGroup(scope, await userByName(scope, command.userName), command.groupName),
  render: () => ({}),
});

export const imsAddUserToGroup = changeOperation({
  api: ims,
  name: 'AddUserToGroup',
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
    addUserToGroup(scope, await userByPrincipalName(scope, command.userPrincipalName), command.groupName),
  render: () => ({}),
});
