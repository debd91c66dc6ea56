import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, type Operation, ram, resourceManager } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { duplicateTagKey, tooManyTags } from './errors.ts';
import { tagsToSet } from './new-tags.ts';
import {
  imsResourceType,
  imsTags,
  ramResourceType,
  ramTags,
  resourceGroupIds,
  resourceGroupType,
  resourceNames,
} from './parameters.ts';
import { requestTags } from './resource-tags.ts';
import { putTags, tagsOf } from './store.ts';
import type { GivenTag, Tagged, TaggedType } from './tag.ts';
import {
  type NamedTaggables,
  requireGroups,
  requireNamed,
  type TaggableResourceGroups,
  type TaggableUsers,
} from './taggable.ts';
import { assertOneWay, usersParameters } from './users-reference.ts';

/**
 * Sets tags on things; a key that a thing carries already gets the new value (spec: domain 2.9a).
 *
 * @throws ApiError `InvalidParameter.Tag.Duplicate`, `LimitExceeded.<noun>.Tag`
 */
async function tagResources(
  scope: ChangeScope,
  type: TaggedType,
  things: readonly Tagged[],
  given: readonly GivenTag[],
): Promise<void> {
  const tags = tagsToSet(given);
  const ids = things.map(({ id }) => id);
  const carried = await tagsOf(scope, type, ids);
  const limit = scope.context.limits.tagsPerResource;
  for (const { id, name } of things) {
    const keys = [...(carried.get(id) ?? []), ...tags].map(({ key }) => key);
    if (new Set(keys).size > limit) throw apiError(tooManyTags[type], { name, limit });
  }
  await putTags(scope, type, ids, tags);
  for (const id of ids) scope.touch(type, id);
}

/** RAM TagResources. */
export function ramTagResources(taggables: NamedTaggables): Operation {
  return changeOperation({
    api: ram,
    name: 'TagResources',
    summary: ['Sets tags on roles or custom policies.', '为角色或自定义策略设置标签。'],
    parameters: { type: ramResourceType, names: resourceNames, tags: ramTags.tags },
    response: {},
    errors: [
      taggables.role.notExist,
      taggables.policy.notExist,
      duplicateTagKey,
      tooManyTags.role,
      tooManyTags.policy,
    ],
    authorization: {
      kind: 'policy',
      resources: ({ type, names }) => names.map(name => taggables[type].resource(name)),
      conditions: ({ tags }) => requestTags(tags),
    },
    run: async (scope, { type, names, tags }) =>
      tagResources(scope, type, await requireNamed(taggables[type], scope, names), tags),
    render: () => ({}),
  });
}

/** IMS TagResources. */
export function imsTagResources(users: TaggableUsers): Operation {
  return changeOperation({
    api: ims,
    name: 'TagResources',
    summary: ['Sets tags on users.', '为用户设置标签。'],
    parameters: { type: imsResourceType, ...usersParameters(users), tags: imsTags.tags },
    response: {},
    errors: [users.notExactlyOne, users.notExist, duplicateTagKey, tooManyTags.user],
    target(scope, command) {
      assertOneWay(command, users.notExactlyOne);
      return users.resources(scope, command);
    },
    authorization: {
      kind: 'policy',
      resources: (_command, resources) => resources,
      conditions: ({ tags }) => requestTags(tags),
    },
    run: async (scope, command) =>
      tagResources(scope, command.type, await users.find(scope, command), command.tags),
    render: () => ({}),
  });
}

/** ResourceManager TagResources. */
export function resourceManagerTagResources(groups: TaggableResourceGroups): Operation {
  return changeOperation({
    api: resourceManager,
    name: 'TagResources',
    summary: ['Sets tags on resource groups.', '为资源组设置标签。'],
    parameters: { type: resourceGroupType, ids: resourceGroupIds(groups.id, true), tags: imsTags.tags },
    response: {},
    errors: [groups.notExist, duplicateTagKey, tooManyTags.resourcegroup],
    authorization: {
      kind: 'policy',
      resources: ({ ids }) => ids.map(groups.resource),
      conditions: ({ tags }) => requestTags(tags),
    },
    run: async (scope, { ids, tags }) =>
      tagResources(scope, 'resourcegroup', await requireGroups(groups, scope, ids), tags),
    render: () => ({}),
  });
}
