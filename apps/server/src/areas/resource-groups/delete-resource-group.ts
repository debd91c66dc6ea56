import type { ResourceGroupDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, type Operation, resourceManager } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { removeTags } from '../tags/index.ts';
import { defaultResourceGroupStays, resourceGroupInUse, resourceGroupNotExist } from './errors.ts';
import { resourceGroupById, resourceGroupResource } from './lookup.ts';
import { resourceGroupId } from './parameters.ts';
import { defaultResourceGroupId, type ResourceGroup } from './resource-group.ts';
import { removeResourceGroup } from './store.ts';
import { statedResourceGroupFields, statedResourceGroupMembers } from './wire.ts';

/**
 * Deletes a resource group that nothing is attached for; it is gone at once. Which resources are in it only the services
 * know that ask for decisions.
 *
 * @throws ApiError `EntityNotExists.ResourceGroup`, `NotSupport.DefaultResourceGroup`,
 *   `DeleteConflict.ResourceGroup.Resource`
 */
async function deleteResourceGroup(
  scope: ChangeScope,
  id: string,
  dependents: readonly ResourceGroupDependent[],
): Promise<ResourceGroup> {
  const group = await resourceGroupById(scope, id);
  if (id === defaultResourceGroupId(scope.accountId)) throw apiError(defaultResourceGroupStays, { id });
  for (const dependent of dependents) {
    if (await dependent.isUsed(scope, id)) throw apiError(resourceGroupInUse, { id });
  }
  await removeTags(scope, 'resourcegroup', [id]);
  await removeResourceGroup(scope, id);
  scope.touch('resourcegroup', id);
  return group;
}

/**
 * ResourceManager DeleteResourceGroup.
 *
 * @param dependents what later areas limit to a resource group
 */
export function resourceManagerDeleteResourceGroup(dependents: readonly ResourceGroupDependent[]): Operation {
  return changeOperation({
    api: resourceManager,
    name: 'DeleteResourceGroup',
    summary: [
      'Deletes a resource group that no policy is attached for.',
      '删除没有作为任何授权范围的资源组。',
    ],
    parameters: { id: resourceGroupId },
    response: { ResourceGroup: object(statedResourceGroupFields) },
    errors: [resourceGroupNotExist, defaultResourceGroupStays, resourceGroupInUse],
    authorization: { kind: 'policy', resources: ({ id }) => [resourceGroupResource(id)] },
    run: (scope, { id }) => deleteResourceGroup(scope, id, dependents),
    render: (group, { context }) => ({
      ResourceGroup: statedResourceGroupMembers(group, context, 'PendingDelete'),
    }),
  });
}
