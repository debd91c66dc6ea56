import { nameKey } from '../../kernel/callers/identity.ts';
import { readOperation, resourceManager } from '../../kernel/operation.ts';
import {
  type NumberedPage,
  type NumberedPageRequest,
  numberedPageFields,
  numberedPageMembers,
  numberedPageOf,
  numberedPageParameters,
} from '../../kernel/pages/numbered-page.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type GivenTag, imsTags, type Tag, tagsOf } from '../tags/index.ts';
import { allResourceGroups } from './lookup.ts';
import { filters, includeTags } from './parameters.ts';
import type { ResourceGroup, ShownResourceGroup } from './resource-group.ts';
import { listResourceGroups } from './store.ts';
import { listedResourceGroupFields, listedResourceGroupMembers } from './wire.ts';

interface Listing extends NumberedPageRequest {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly name?: string;
  readonly displayName?: string;
  readonly status?: 'Creating' | 'OK' | 'PendingDelete';
  readonly tags?: readonly GivenTag[];
  readonly includeTags: boolean;
}

/** One page of the groups in the order of their names. Who asks for tags sees them. */
async function list(scope: Scope, listing: Listing): Promise<NumberedPage<ShownResourceGroup>> {
  const { tags = [], includeTags } = listing;
  const asked = (await listResourceGroups(scope)).filter(group => isAskedFor(group, listing));
  if (tags.length === 0 && !includeTags) {
    return numberedPageOf(
      asked.map(group => ({ group })),
      listing,
    );
  }
  const ids = asked.map(({ id }) => id);
  const carried = await tagsOf(scope, 'resourcegroup', ids);
  const shown = asked.map(group => ({ group, tags: carried.get(group.id) ?? [] }));
  return numberedPageOf(
    shown.filter(each => tags.every(tag => carries(each.tags, tag))),
    listing,
  );
}

function isAskedFor(group: ResourceGroup, { id, ids, name, displayName, status = 'OK' }: Listing): boolean {
  return (
    status === 'OK' &&
    (id === undefined || id === group.id) &&
    (ids === undefined || ids.includes(group.id)) &&
    holds(group.name, name) &&
    holds(group.displayName, displayName)
  );
}

function holds(text: string, part = ''): boolean {
  return nameKey(text).includes(nameKey(part));
}

function carries(tags: readonly Tag[], { key, value }: GivenTag): boolean {
  return tags.some(tag => tag.key === key && (value === undefined || value === tag.value));
}

/** ResourceManager ListResourceGroups. */
export const resourceManagerListResourceGroups = readOperation({
  api: resourceManager,
  name: 'ListResourceGroups',
  summary: ['Lists the resource groups in the order of their names.', '按标识顺序列出资源组。'],
  parameters: { ...filters, tags: imsTags.tagFilter, includeTags, ...numberedPageParameters },
  response: {
    ResourceGroups: wrappedList('ResourceGroup', listedResourceGroupFields),
    ...numberedPageFields,
  },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allResourceGroups] },
  run: list,
  render: (page, { context }) => ({
    ResourceGroups: { ResourceGroup: page.items.map(shown => listedResourceGroupMembers(shown, context)) },
    ...numberedPageMembers(page),
  }),
});
