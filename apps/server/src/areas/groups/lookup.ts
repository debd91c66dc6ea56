/** From the names that callers use to groups, and to the resources that calls on groups are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { groupNotExist } from './errors.ts';
import type { Group } from './group.ts';
import { findGroupByName } from './store.ts';

/** All groups of the account (spec: policy 6.1). */
export const allGroups: ResourceName = { relativeId: 'group/*' };

/** The resource that calls on a group are authorized on (spec: policy 6.1). */
export function groupResource(name: string): ResourceName {
  return { relativeId: `group/${name}` };
}

/**
 * Finds the group that a call names, whatever the case of the name.
 *
 * @throws ApiError `EntityNotExist.Group`
 */
export async function groupByName(scope: Scope, name: string): Promise<Group> {
  const group = await findGroupByName(scope, name);
  if (group === undefined) throw apiError(groupNotExist, { group: name });
  return group;
}
