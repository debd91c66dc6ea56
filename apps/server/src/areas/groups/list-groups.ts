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
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Group } from './group.ts';
import { allGroups } from './lookup.ts';
import { listGroupsAfter } from './store.ts';
import { imsGroup, imsGroupFields, ramGroup, ramGroupFields } from './wire.ts';

const summary = ['Lists the groups in the order of their names.', '按名称顺序列出用户组。'] as const;
const parameters = pageParameters({ default: 100, max: 100 });

/**
 * One page of the groups in the order of their names.
 *
 * @throws ApiError `InvalidParameter.Marker`
 */
function listGroups(scope: Scope, request: PageRequest): Promise<Page<Group>> {
  return readPage(
    request,
    (after, limit) => listGroupsAfter(scope, after, limit),
    group => nameKey(group.name),
  );
}

export const ramListGroups = readOperation({
  api: ram,
  name: 'ListGroups',
  summary,
  parameters,
  response: { Groups: wrappedList('Group', ramGroupFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allGroups] },
  run: listGroups,
  render: page => ({ Groups: { Group: page.items.map(ramGroup) }, ...pageMembers(page) }),
});

export const imsListGroups = readOperation({
  api: ims,
  name: 'ListGroups',
  summary,
  parameters,
  response: { Groups: wrappedList('Group', imsGroupFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allGroups] },
  run: listGroups,
  render: page => ({ Groups: { Group: page.items.map(imsGroup) }, ...pageMembers(page) }),
});
