import { nameKey } from '../../kernel/callers/identity.ts';
import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import {
  onNamedPrincipal,
  onNamedUser,
  type User,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
} from '../users/index.ts';
import type { JoinedGroup } from './group.ts';
import { groupsOfUser } from './store.ts';
import { imsJoinedGroup, imsJoinedGroupFields, ramJoinedGroup, ramJoinedGroupFields } from './wire.ts';

const summary = ['Lists the groups that a user belongs to.', '列出用户所属的用户组。'] as const;

/** The groups of a user in the order of their names. The quota keeps them few, so there are no pages. */
async function listGroupsForUser(scope: Scope, { userId }: User): Promise<JoinedGroup[]> {
  const groups = await groupsOfUser(scope, userId);
  return groups.toSorted((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
}

export const ramListGroupsForUser = readOperation({
  api: ram,
  name: 'ListGroupsForUser',
  summary,
  parameters: { userName },
  response: { Groups: wrappedList('Group', ramJoinedGroupFields) },
  errors: [userNotExist],
  ...onNamedUser,
  run: async (scope, command) => listGroupsForUser(scope, await userByName(scope, command.userName)),
  render: groups => ({ Groups: { Group: groups.map(ramJoinedGroup) } }),
});

export const imsListGroupsForUser = readOperation({
  api: ims,
  name: 'ListGroupsForUser',
  summary,
  parameters: { userPrincipalName },
  response: { Groups: wrappedList('Group', imsJoinedGroupFields) },
  errors: [userNotExist],
  ...onNamedPrincipal,
  run: async (scope, command) =>
    listGroupsForUser(scope, await userByPrincipalName(scope, command.userPrincipalName)),
  render: groups => ({ Groups: { Group: groups.map(imsJoinedGroup) } }),
});
