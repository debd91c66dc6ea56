/** The SQL of resource groups. */
import { nameKey } from '../../kernel/callers/identity.ts';
import { HIGHEST_RESOURCE_GROUPS_QUOTA } from '../../kernel/limits.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, type ResourceGroupsTable, remove, select, update } from '../../store/index.ts';
import type { ResourceGroup } from './resource-group.ts';

/** @returns undefined when the account has no group of this id */
export async function findResourceGroup(scope: Scope, id: string): Promise<ResourceGroup | undefined> {
  const [group] = await findResourceGroups(scope, [id]);
  return group;
}

/** Groups by their ids; ids of no group are absent. */
export async function findResourceGroups(
  scope: Scope,
  ids: readonly string[],
): Promise<readonly ResourceGroup[]> {
  const rows = await select(scope, 'resource_groups')
    .selectAll()
    .where('resource_group_id', 'in', ids)
    .execute();
  return rows.map(groupOf);
}

/** Whether a group has a name, whatever its case. */
export async function isNameTaken(scope: Scope, name: string): Promise<boolean> {
  const taken = await count(scope, 'resource_groups', groups => groups.where('name_key', '=', nameKey(name)));
  return taken > 0;
}

/** All groups in the order of their names; the quota keeps them few. */
export async function listResourceGroups(scope: Scope): Promise<readonly ResourceGroup[]> {
  const rows = await select(scope, 'resource_groups')
    .selectAll()
    .orderBy('name_key')
    .limit(HIGHEST_RESOURCE_GROUPS_QUOTA + 1)
    .execute();
  return rows.map(groupOf);
}

/** How many groups the account has, the default one among them. */
export function countResourceGroups(scope: Scope): Promise<number> {
  return count(scope, 'resource_groups');
}

/** Stores a new group; the caller has seen that its name is free. */
export function insertResourceGroup(scope: ChangeScope, group: ResourceGroup): Promise<void> {
  return insert(scope, 'resource_groups', {
    resource_group_id: group.id,
    name: group.name,
    name_key: nameKey(group.name),
    display_name: group.displayName,
    created_at: group.createdAt,
  });
}

/** Stores what may change of a group. */
export async function updateResourceGroup(
  scope: ChangeScope,
  { id, displayName }: ResourceGroup,
): Promise<void> {
  await update(scope, 'resource_groups')
    .set({ display_name: displayName })
    .where('resource_group_id', '=', id)
    .execute();
}

/** Removes a group's own row; what depends on it must be gone. */
export async function removeResourceGroup(scope: ChangeScope, id: string): Promise<void> {
  await remove(scope, 'resource_groups').where('resource_group_id', '=', id).execute();
}

function groupOf(row: ResourceGroupsTable): ResourceGroup {
  return {
    id: row.resource_group_id,
    name: row.name,
    displayName: row.display_name,
    createdAt: row.created_at,
  };
}
