import { apiError } from '../../kernel/errors.ts';
import { changeOperation, resourceManager } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { type GivenTag, imsTags, newTagErrors, requestTags, tagNew } from '../tags/index.ts';
import { resourceGroupAlreadyExists, tooManyResourceGroups } from './errors.ts';
import { allResourceGroups } from './lookup.ts';
import { displayName, name } from './parameters.ts';
import type { ResourceGroup } from './resource-group.ts';
import { countResourceGroups, insertResourceGroup, isNameTaken } from './store.ts';
import { statedResourceGroupFields, statedResourceGroupMembers } from './wire.ts';

interface NewResourceGroup {
  readonly name: string;
  readonly displayName: string;
  readonly tags?: readonly GivenTag[];
}

/**
 * Creates a resource group, which can be used at once.
 *
 * @param id drawn in the preparation
 * @throws ApiError `EntityAlreadyExists.ResourceGroup`, `LimitExceeded.ResourceGroup`, `LimitExceeded.ResourceGroup.Tag`
 */
async function createResourceGroup(
  scope: ChangeScope,
  id: string,
  { name, displayName, tags }: NewResourceGroup,
): Promise<ResourceGroup> {
  if (await isNameTaken(scope, name)) throw apiError(resourceGroupAlreadyExists, { name });
  const limit = scope.context.limits.resourceGroups;
  // The default one is not counted (ResourceManager CreateResourceGroup: how many can be created).
  if ((await countResourceGroups(scope)) - 1 >= limit) throw apiError(tooManyResourceGroups, { limit });
  const group: ResourceGroup = { id, name, displayName, createdAt: scope.now };
  await insertResourceGroup(scope, group);
  await tagNew(scope, 'resourcegroup', { id, name }, tags);
  scope.touch('resourcegroup', id);
  return group;
}

/** ResourceManager CreateResourceGroup. */
export const resourceManagerCreateResourceGroup = changeOperation({
  api: resourceManager,
  name: 'CreateResourceGroup',
  summary: [
    'Creates a resource group, for which policies can be attached at once.',
    '创建资源组，创建后即可作为授权范围。',
  ],
  parameters: { name, displayName, tags: imsTags.newTags },
  response: { ResourceGroup: object(statedResourceGroupFields) },
  errors: [resourceGroupAlreadyExists, tooManyResourceGroups, ...newTagErrors('resourcegroup')],
  authorization: {
    kind: 'policy',
    resources: () => [allResourceGroups],
    conditions: ({ tags }) => requestTags(tags),
  },
  prepare: ({ ids }) => ids.resourceGroupId(),
  run: (scope, command, id) => createResourceGroup(scope, id, command),
  render: (group, { context }) => ({ ResourceGroup: statedResourceGroupMembers(group, context) }),
});
