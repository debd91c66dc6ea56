/**
 * Resource groups: names for resources that belong together, for which policies can be attached. Every account has one from
 * its first day on. Which resources are in a group is known to the services that hold the resources, and named by them when
 * they ask for a decision.
 */
import type { Area, ResourceGroupDependent } from '../../kernel/area.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { resourceManagerCreateResourceGroup } from './create-resource-group.ts';
import { resourceManagerDeleteResourceGroup } from './delete-resource-group.ts';
import { resourceManagerGetResourceGroup } from './get-resource-group.ts';
import { resourceManagerListResourceGroups } from './list-resource-groups.ts';
import { defaultResourceGroup } from './resource-group.ts';
import { insertResourceGroup } from './store.ts';
import { resourceManagerUpdateResourceGroup } from './update-resource-group.ts';

export { resourceGroupNotExist } from './errors.ts';
export { resourceGroupById } from './lookup.ts';
export { idOptions as resourceGroupIdOptions } from './parameters.ts';
export { taggableResourceGroups } from './taggable.ts';

/** Gives a new account the resource group that every account has. */
export function insertDefaultResourceGroup(scope: ChangeScope): Promise<void> {
  return insertResourceGroup(scope, defaultResourceGroup(scope.accountId, scope.now));
}

/**
 * Operations on resource groups.
 *
 * @param dependents what later areas limit to a resource group
 */
export function resourceGroupsArea(dependents: readonly ResourceGroupDependent[]): Area {
  return {
    name: 'resource-groups',
    operations: [
      resourceManagerCreateResourceGroup,
      resourceManagerGetResourceGroup,
      resourceManagerListResourceGroups,
      resourceManagerUpdateResourceGroup,
      resourceManagerDeleteResourceGroup(dependents),
    ],
  };
}
