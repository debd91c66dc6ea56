import { apiError } from '../../kernel/errors.ts';
import { ims, type Operation, ram, readOperation, resourceManager } from '../../kernel/operation.ts';
import {
  invalidNextToken,
  type Page,
  type PageRequest,
  readPage,
  tokenPageParameters,
} from '../../kernel/pages/page.ts';
import { integer } from '../../kernel/parameters.ts';
import { booleanField, object, optional, textField, wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import {
  imsResourceType,
  imsTags,
  optionalResourceNames,
  ramResourceType,
  ramTags,
  resourceGroupIds,
  resourceGroupType,
} from './parameters.ts';
import { type CarriedTag, listTagsAfter } from './store.ts';
import type { GivenTag, Tagged, TaggedType } from './tag.ts';
import {
  type NamedTaggables,
  requireGroups,
  requireNamed,
  type TaggableResourceGroups,
  type TaggableUsers,
  type UsersReference,
} from './taggable.ts';
import { assertOneWay, usersParameters } from './users-reference.ts';
import { tagFields, tagMembers } from './wire.ts';

const pageOfTags = tokenPageParameters({ default: 100, max: 100 });
/** ResourceManager has another word for how many. */
const pageOfGroupTags = {
  marker: pageOfTags.marker,
  maxItems: integer('MaxResults', {
    min: 1,
    max: 100,
    default: 10,
    doc: ['Entries of a page.', '每页的条目数。'],
  }),
} as const;

/** Which tags to list. */
interface Listing extends PageRequest {
  readonly carrying?: readonly GivenTag[];
}

/**
 * One page of the tags of things, in the order of what carries them and of their keys.
 *
 * @param things all of the type when absent
 * @throws ApiError `InvalidParameter.NextToken`
 */
function listTags(
  scope: Scope,
  type: TaggedType,
  things: readonly Tagged[] | undefined,
  listing: Listing,
): Promise<Page<CarriedTag>> {
  const { carrying = [] } = listing;
  const ids = things?.map(({ id }) => id);
  return readPage(
    listing,
    (after, limit) =>
      listTagsAfter(scope, { type, ids, carrying }, after === undefined ? undefined : placeAt(after), limit),
    ({ id, key }) => `${id}/${key}`,
    invalidNextToken,
  );
}

/** Reads what the sort key of a page says; ids hold no slash. */
function placeAt(sortKey: string): Pick<CarriedTag, 'id' | 'key'> {
  const slash = sortKey.indexOf('/');
  if (slash < 0) throw apiError(invalidNextToken);
  return { id: sortKey.slice(0, slash), key: sortKey.slice(slash + 1) };
}

/** RAM ListTagResources. */
export function ramListTagResources(taggables: NamedTaggables): Operation {
  return readOperation({
    api: ram,
    name: 'ListTagResources',
    summary: ['Lists the tags of roles or custom policies.', '查询角色或自定义策略的标签。'],
    parameters: {
      type: ramResourceType,
      names: optionalResourceNames,
      carrying: ramTags.tagFilter,
      ...pageOfTags,
    },
    response: {
      TagResources: {
        kind: 'list',
        item: object({ ResourceType: textField, ResourceName: textField, ...tagFields }),
      },
      NextToken: optional(textField),
    },
    errors: [taggables.role.notExist, taggables.policy.notExist, invalidNextToken],
    authorization: {
      kind: 'policy',
      resources: ({ type, names = ['*'] }) => names.map(name => taggables[type].resource(name)),
    },
    async run(scope, command) {
      const { type, names } = command;
      const things = names && (await requireNamed(taggables[type], scope, names));
      const page = await listTags(scope, type, things, command);
      const ids = new Set(page.items.map(({ id }) => id));
      const carriers = await taggables[type].byId(scope, [...ids]);
      return { type, page, names: new Map(carriers.map(({ id, name }) => [id, name])) };
    },
    render: ({ type, page, names }) => ({
      TagResources: page.items.map(tag => ({
        ResourceType: type,
        ResourceName: names.get(tag.id) ?? '',
        ...tagMembers(tag),
      })),
      NextToken: page.marker,
    }),
  });
}

/** IMS ListTagResources. */
export function imsListTagResources(users: TaggableUsers): Operation {
  return readOperation({
    api: ims,
    name: 'ListTagResources',
    summary: ['Lists the tags of users.', '查询用户的标签。'],
    parameters: {
      type: imsResourceType,
      ...usersParameters(users),
      carrying: imsTags.tagFilter,
      ...pageOfTags,
    },
    response: {
      TagResources: wrappedList('TagResource', {
        ResourceType: textField,
        ResourceId: textField,
        ...tagFields,
      }),
      IsTruncated: booleanField,
      NextToken: optional(textField),
    },
    errors: [users.notExactlyOne, users.notExist, invalidNextToken],
    target: (scope, command) => resourcesOf(users, scope, command),
    authorization: { kind: 'policy', resources: (_command, resources) => resources },
    async run(scope, command) {
      const named = isNamed(command) ? await users.find(scope, command) : undefined;
      return listTags(scope, command.type, named, command);
    },
    render: page => ({
      TagResources: {
        TagResource: page.items.map(tag => ({
          ResourceType: 'user',
          ResourceId: tag.id,
          ...tagMembers(tag),
        })),
      },
      IsTruncated: page.marker !== undefined,
      NextToken: page.marker,
    }),
  });
}

/** A list that names nobody is one of all users. */
async function resourcesOf(users: TaggableUsers, scope: Scope, reference: UsersReference) {
  if (!isNamed(reference)) return [users.all];
  assertOneWay(reference, users.notExactlyOne);
  return users.resources(scope, reference);
}

function isNamed({ ids, principalNames }: UsersReference): boolean {
  return ids !== undefined || principalNames !== undefined;
}

/** ResourceManager ListTagResources. */
export function resourceManagerListTagResources(groups: TaggableResourceGroups): Operation {
  return readOperation({
    api: resourceManager,
    name: 'ListTagResources',
    summary: ['Lists the tags of resource groups.', '查询资源组的标签。'],
    parameters: {
      type: resourceGroupType,
      ids: resourceGroupIds(groups.id, false),
      carrying: imsTags.tagFilter,
      ...pageOfGroupTags,
    },
    response: {
      TagResources: {
        kind: 'list',
        item: object({ ResourceType: textField, ResourceId: textField, ...tagFields }),
      },
      NextToken: optional(textField),
    },
    errors: [groups.notExist, invalidNextToken],
    authorization: { kind: 'policy', resources: ({ ids = ['*'] }) => ids.map(groups.resource) },
    run: async (scope, command) =>
      listTags(
        scope,
        'resourcegroup',
        command.ids && (await requireGroups(groups, scope, command.ids)),
        command,
      ),
    render: page => ({
      TagResources: page.items.map(tag => ({
        ResourceType: 'resourcegroup',
        ResourceId: tag.id,
        ...tagMembers(tag),
      })),
      NextToken: page.marker,
    }),
  });
}
