import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import {
  changeOperation,
  ims,
  type Operation,
  type ResourceName,
  type ResourceTags,
  ram,
  resourceManager,
} from '../../kernel/operation.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { missingTagKey, missingTagKeys } from './errors.ts';
import {
  all,
  imsResourceType,
  imsTagKeys,
  ramResourceType,
  ramTagKeys,
  resourceGroupIds,
  resourceGroupType,
  resourceNames,
} from './parameters.ts';
import { requestTagKeys } from './resource-tags.ts';
import { removeTags } from './store.ts';
import type { Tagged, TaggedType } from './tag.ts';
import {
  type NamedTaggables,
  requireGroups,
  requireNamed,
  type TaggableResourceGroups,
  type TaggableUsers,
} from './taggable.ts';
import { assertOneWay, usersParameters } from './users-reference.ts';

/** Which tags to remove: those of some keys, or all when there are no keys (spec: domain 2.9a). */
interface Removal {
  readonly keys?: readonly string[];
  readonly all: boolean;
}

/** Takes tags from things. What a thing does not carry is no error, so that the call may be repeated. */
async function untagResources(
  scope: ChangeScope,
  type: TaggedType,
  things: readonly Tagged[],
  { keys }: Removal,
): Promise<void> {
  const ids = things.map(({ id }) => id);
  await removeTags(scope, type, ids, keys);
  for (const id of ids) scope.touch(type, id);
}

/**
 * Nothing is removed by an oversight.
 *
 * @throws ApiError `missing` for a call that names no keys and does not ask for all
 */
function assertSaysWhich({ keys, all }: Removal, missing: ErrorKind): void {
  if (keys === undefined && !all) throw apiError(missing);
}

/** What a call that removes tags is authorized on. */
interface Untagging {
  readonly resources: readonly ResourceName[];
  /** The keys that it takes away: those that it names or, when it asks for all, every key that is there to lose. */
  readonly keys: readonly string[];
}

async function untagging(
  scope: Scope,
  resources: readonly ResourceName[],
  { keys, all }: Removal,
  tagsOfResource: ResourceTags,
): Promise<Untagging> {
  if (keys !== undefined || !all) return { resources, keys: keys ?? [] };
  const carried = await Promise.all(resources.map(resource => tagsOfResource(scope, resource)));
  return { resources, keys: carried.flatMap(tags => [...tags.keys()]) };
}

/** RAM UntagResources. */
export function ramUntagResources(taggables: NamedTaggables, tagsOfResource: ResourceTags): Operation {
  return changeOperation({
    api: ram,
    name: 'UntagResources',
    summary: ['Removes tags from roles or custom policies.', '移除角色或自定义策略的标签。'],
    parameters: { type: ramResourceType, names: resourceNames, keys: ramTagKeys, all },
    response: {},
    errors: [missingTagKeys, taggables.role.notExist, taggables.policy.notExist],
    target: (scope, command) => {
      const { type, names } = command;
      const resources = names.map(name => taggables[type].resource(name));
      return untagging(scope, resources, command, tagsOfResource);
    },
    authorization: {
      kind: 'policy',
      resources: (_command, { resources }) => resources,
      conditions: (_command, { keys }) => requestTagKeys(keys),
    },
    async run(scope, command) {
      assertSaysWhich(command, missingTagKeys);
      const things = await requireNamed(taggables[command.type], scope, command.names);
      await untagResources(scope, command.type, things, command);
    },
    render: () => ({}),
  });
}

/** IMS UntagResources. */
export function imsUntagResources(users: TaggableUsers, tagsOfResource: ResourceTags): Operation {
  return changeOperation({
    api: ims,
    name: 'UntagResources',
    summary: ['Removes tags from users.', '移除用户的标签。'],
    parameters: { type: imsResourceType, ...usersParameters(users), keys: imsTagKeys, all },
    response: {},
    errors: [users.notExactlyOne, missingTagKey, users.notExist],
    async target(scope, command) {
      assertOneWay(command, users.notExactlyOne);
      return untagging(scope, await users.resources(scope, command), command, tagsOfResource);
    },
    authorization: {
      kind: 'policy',
      resources: (_command, { resources }) => resources,
      conditions: (_command, { keys }) => requestTagKeys(keys),
    },
    async run(scope, command) {
      assertSaysWhich(command, missingTagKey);
      await untagResources(scope, command.type, await users.find(scope, command), command);
    },
    render: () => ({}),
  });
}

/** ResourceManager UntagResources. */
export function resourceManagerUntagResources(
  groups: TaggableResourceGroups,
  tagsOfResource: ResourceTags,
): Operation {
  return changeOperation({
    api: resourceManager,
    name: 'UntagResources',
    summary: ['Removes tags from resource groups.', '移除资源组的标签。'],
    parameters: { type: resourceGroupType, ids: resourceGroupIds(groups.id, true), keys: imsTagKeys, all },
    response: {},
    errors: [missingTagKey, groups.notExist],
    target: (scope, command) => untagging(scope, command.ids.map(groups.resource), command, tagsOfResource),
    authorization: {
      kind: 'policy',
      resources: (_command, { resources }) => resources,
      conditions: (_command, { keys }) => requestTagKeys(keys),
    },
    async run(scope, command) {
      assertSaysWhich(command, missingTagKey);
      await untagResources(scope, 'resourcegroup', await requireGroups(groups, scope, command.ids), command);
    },
    render: () => ({}),
  });
}
