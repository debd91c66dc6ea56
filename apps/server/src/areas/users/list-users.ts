import { nameKey } from '../../kernel/callers/identity.ts';
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
import { choice } from '../../kernel/parameters.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type GivenTag, imsTags } from '../tags/index.ts';
import { allUsers, withPrincipalNames, withTagsOfAll } from './lookup.ts';
import { listTaggedUsersAfter, listUsersAfter } from './store.ts';
import type { PrincipalUser, User } from './user.ts';
import {
  imsListedUser,
  imsListedUserFields,
  imsUserBasic,
  imsUserBasicFields,
  ramUser,
  ramUserFields,
} from './wire.ts';

/**
 * One page of the users in the order of their names.
 *
 * @throws ApiError `InvalidParameter.Marker`
 */
function listUsers(scope: Scope, request: PageRequest): Promise<Page<User>> {
  return readPage(
    request,
    (after, limit) => listUsersAfter(scope, after, limit),
    user => nameKey(user.name),
  );
}

/**
 * One page of the users who carry all of some tags, in the order of their ids.
 *
 * @throws ApiError `InvalidParameter.Marker`
 */
function listTaggedUsers(
  scope: Scope,
  tags: readonly [GivenTag, ...GivenTag[]],
  request: PageRequest,
): Promise<Page<User>> {
  return readPage(
    request,
    (after, limit) => listTaggedUsersAfter(scope, tags, after, limit),
    user => user.userId,
  );
}

const status = choice('Status', ['active', 'freeze', 'active,freeze'], {
  default: 'active',
  doc: ['Which users to list: active ones, frozen ones or both.', '按状态筛选：正常、已冻结或全部。'],
});

interface ImsListing extends PageRequest {
  readonly status: 'active' | 'freeze' | 'active,freeze';
  readonly tags?: readonly GivenTag[];
}

/**
 * IMS' lists. No user is ever frozen, so the list of frozen users is empty; a list of those who carry some tags asks for
 * no status (spec: domain 1.5).
 */
async function listPrincipalUsers(scope: Scope, request: ImsListing): Promise<Page<PrincipalUser>> {
  const [tag, ...others] = request.tags ?? [];
  if (tag === undefined && request.status === 'freeze') return { items: [] };
  const page = await (tag === undefined
    ? listUsers(scope, request)
    : listTaggedUsers(scope, [tag, ...others], request));
  return { ...page, items: await withPrincipalNames(scope, page.items) };
}

export const ramListUsers = readOperation({
  api: ram,
  name: 'ListUsers',
  summary: ['Lists the users in the order of their names.', '按名称顺序列出用户。'],
  parameters: pageParameters({ default: 100, max: 1000 }),
  response: { Users: wrappedList('User', ramUserFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allUsers] },
  run: listUsers,
  render: page => ({ Users: { User: page.items.map(ramUser) }, ...pageMembers(page) }),
});

export const imsListUsers = readOperation({
  api: ims,
  name: 'ListUsers',
  summary: [
    'Lists the users in the order of their names, those that carry some tags in the order of their ids.',
    '按名称顺序列出用户；按标签筛选时按 ID 顺序列出。',
  ],
  parameters: { ...pageParameters({ default: 1000, max: 1000 }), status, tags: imsTags.tagFilter },
  response: { Users: wrappedList('User', imsListedUserFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allUsers] },
  async run(scope, command) {
    const page = await listPrincipalUsers(scope, command);
    return { ...page, items: await withTagsOfAll(scope, page.items) };
  },
  render: page => ({ Users: { User: page.items.map(imsListedUser) }, ...pageMembers(page) }),
});

export const imsListUserBasicInfos = readOperation({
  api: ims,
  name: 'ListUserBasicInfos',
  summary: [
    'Lists names and ids of the users in the order of their names, of those that carry some tags in that of their ids.',
    '按名称顺序列出用户的名称和 ID；按标签筛选时按 ID 顺序列出。',
  ],
  parameters: { ...pageParameters({ default: 100, max: 1000 }), status, tags: imsTags.tagFilter },
  response: { UserBasicInfos: wrappedList('UserBasicInfo', imsUserBasicFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allUsers] },
  run: listPrincipalUsers,
  render: page => ({
    UserBasicInfos: { UserBasicInfo: page.items.map(imsUserBasic) },
    ...pageMembers(page),
  }),
});
