import { ims, ram, readOperation } from '../../kernel/operation.ts';
import {
  invalidMarker,
  type Page,
  type PageRequest,
  pageFields,
  pageMembers,
  pageParameters,
  readPage,
} from '../../kernel/pages/page.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findUsersById, withPrincipalNames } from '../users/index.ts';
import { groupNotExist } from './errors.ts';
import type { Member } from './group.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName } from './parameters.ts';
import { listMembersAfter, type Membership } from './store.ts';
import { imsMember, imsMemberFields, ramMember, ramMemberFields } from './wire.ts';

const summary = ['Lists the members of a group.', '列出用户组中的用户。'] as const;
const errors = [groupNotExist, invalidMarker];

interface MembersRequest extends PageRequest {
  readonly groupName: string;
}

/**
 * One page of the members of a group in the order of their ids: an order by name would sort the whole group for each page.
 *
 * @throws ApiError `EntityNotExist.Group`, `InvalidParameter.Marker`
 */
async function listUsersForGroup(scope: Scope, request: MembersRequest): Promise<Page<Member>> {
  const { groupId } = await groupByName(scope, request.groupName);
  const page = await readPage(
    request,
    (after, limit) => listMembersAfter(scope, groupId, after, limit),
    row => row.userId,
  );
  return { ...page, items: await membersOf(scope, page.items) };
}

async function membersOf(scope: Scope, memberships: readonly Membership[]): Promise<Member[]> {
  const userIds = memberships.map(({ userId }) => userId);
  const users = await findUsersById(scope, userIds);
  return memberships.flatMap(({ userId, joinedAt }) => {
    const user = users.get(userId);
    // Between the two reads a user may have been deleted.
    return user === undefined ? [] : [{ ...user, joinedAt }];
  });
}

export const ramListUsersForGroup = readOperation({
  api: ram,
  name: 'ListUsersForGroup',
  summary,
  parameters: { groupName, ...pageParameters({ default: 100, max: 1000 }) },
  response: { Users: wrappedList('User', ramMemberFields), ...pageFields },
  errors,
  authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
  run: listUsersForGroup,
  render: page => ({ Users: { User: page.items.map(ramMember) }, ...pageMembers(page) }),
});

export const imsListUsersForGroup = readOperation({
  api: ims,
  name: 'ListUsersForGroup',
  summary,
  parameters: { groupName, ...pageParameters({ default: 100, max: 100 }) },
  response: { Users: wrappedList('User', imsMemberFields), ...pageFields },
  errors,
  authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
  async run(scope, command) {
    const page = await listUsersForGroup(scope, command);
    return { ...page, items: await withPrincipalNames(scope, page.items) };
  },
  render: page => ({ Users: { User: page.items.map(imsMember) }, ...pageMembers(page) }),
});
