/** From ids to resource groups, and to the resources that calls on them are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { resourceGroupNotExist } from './errors.ts';
import type { ResourceGroup } from './resource-group.ts';
import { findResourceGroup } from './store.ts';

/** All resource groups of the account (spec: policy 6.4). */
export const allResourceGroups: ResourceName = { relativeId: 'resourcegroup/*' };

/** The resource that calls on a resource group are authorized on (spec: policy 6.4). */
export function resourceGroupResource(id: string): ResourceName {
  return { relativeId: `resourcegroup/${id}` };
}

/**
 * Finds the resource group that a call names.
 *
 * @throws ApiError `EntityNotExists.ResourceGroup`
 */
export async function resourceGroupById(scope: Scope, id: string): Promise<ResourceGroup> {
  const group = await findResourceGroup(scope, id);
  if (group === undefined) throw apiError(resourceGroupNotExist, { id });
  return group;
}
