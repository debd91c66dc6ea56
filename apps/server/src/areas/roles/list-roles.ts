import { nameKey } from '../../kernel/callers/identity.ts';
import { ram, readOperation } from '../../kernel/operation.ts';
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
import { type GivenTag, ramTags, tagsOf } from '../tags/index.ts';
import { allRoles } from './lookup.ts';
import type { TaggedRole } from './role.ts';
import { listRolesAfter } from './store.ts';
import { listedRole, listedRoleFields } from './wire.ts';

/**
 * One page of the roles in the order of their names.
 *
 * @throws ApiError `InvalidParameter.Marker`
 */
async function listRoles(
  scope: Scope,
  request: PageRequest & { readonly tags?: readonly GivenTag[] },
): Promise<Page<TaggedRole>> {
  const { tags = [] } = request;
  const page = await readPage(
    request,
    (after, limit) => listRolesAfter(scope, tags, after, limit),
    role => nameKey(role.name),
  );
  const ids = page.items.map(({ roleId }) => roleId);
  const carried = await tagsOf(scope, 'role', ids);
  return { ...page, items: page.items.map(role => ({ role, tags: carried.get(role.roleId) })) };
}

/** RAM ListRoles. */
export const ramListRoles = readOperation({
  api: ram,
  name: 'ListRoles',
  summary: ['Lists the roles in the order of their names.', '按名称顺序列出角色。'],
  parameters: { ...pageParameters({ default: 100, max: 1000 }), tags: ramTags.tagFilter },
  response: { Roles: wrappedList('Role', listedRoleFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allRoles] },
  run: listRoles,
  render: (page, { context }) => ({
    Roles: { Role: page.items.map(role => listedRole(role, context)) },
    ...pageMembers(page),
  }),
});
