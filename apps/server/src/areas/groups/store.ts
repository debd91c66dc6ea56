/** The SQL of groups and memberships. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, type GroupsTable, insert, remove, removed, select, update } from '../../store/index.ts';
import type { Group, JoinedGroup } from './group.ts';

/**
 * Finds a group by its name, whatever its case.
 *
 * @returns undefined when the account has no such group
 */
export async function findGroupByName(scope: Scope, name: string): Promise<Group | undefined> {
  const row = await select(scope, 'groups')
    .selectAll()
    .where('group_name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row && groupOf(row);
}

/** Groups by id; ids of no group are absent. */
export async function findGroupsById(
  scope: Scope,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, Group>> {
  if (groupIds.length === 0) return new Map();
  const rows = await select(scope, 'groups').selectAll().where('group_id', 'in', groupIds).execute();
  return new Map(rows.map(row => [row.group_id, groupOf(row)]));
}

/**
 * Groups in the order of their names.
 *
 * @param after name key behind which to begin
 * @param limit rows at most
 */
export async function listGroupsAfter(
  scope: Scope,
  after: string | undefined,
  limit: number,
): Promise<Group[]> {
  const ordered = select(scope, 'groups').selectAll().orderBy('group_name_key').limit(limit);
  const rows = await (after === undefined ? ordered : ordered.where('group_name_key', '>', after)).execute();
  return rows.map(groupOf);
}

/** How many groups the account has; for its quota, never for a list. */
export function countGroups(scope: Scope): Promise<number> {
  return count(scope, 'groups');
}

/** Stores a new group; the caller has seen that its name is free. */
export function insertGroup(scope: ChangeScope, group: Group): Promise<void> {
  return insert(scope, 'groups', {
    group_id: group.groupId,
    group_name: group.name,
    group_name_key: nameKey(group.name),
    display_name: group.displayName,
    comments: group.comments,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
  });
}

/** Stores a group as it now is. */
export async function updateGroupRow(scope: ChangeScope, group: Group): Promise<void> {
  await update(scope, 'groups')
    .set({
      group_name: group.name,
      group_name_key: nameKey(group.name),
      display_name: group.displayName,
      comments: group.comments,
      updated_at: group.updatedAt,
    })
    .where('group_id', '=', group.groupId)
    .execute();
}

/** Removes a group's own row; what depends on it must be gone. */
export async function removeGroupRow(scope: ChangeScope, groupId: string): Promise<void> {
  await remove(scope, 'groups').where('group_id', '=', groupId).execute();
}

/** A user's place in a group. */
export interface Membership {
  readonly userId: string;
  readonly joinedAt: number;
}

/**
 * Members of a group in the order of their ids, which no renaming moves.
 *
 * @param after user id behind which to begin
 * @param limit rows at most
 */
export async function listMembersAfter(
  scope: Scope,
  groupId: string,
  after: string | undefined,
  limit: number,
): Promise<Membership[]> {
  const ordered = select(scope, 'group_members')
    .select(['user_id', 'joined_at'])
    .where('group_id', '=', groupId)
    .orderBy('user_id')
    .limit(limit);
  const rows = await (after === undefined ? ordered : ordered.where('user_id', '>', after)).execute();
  return rows.map(row => ({ userId: row.user_id, joinedAt: row.joined_at }));
}

/** Those of some users who are in any group. */
export async function membersAmong(scope: Scope, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await select(scope, 'group_members')
    .select('user_id')
    .distinct()
    .where('user_id', 'in', userIds)
    .execute();
  return new Set(rows.map(row => row.user_id));
}

/** The groups of a user in no order; as many as the quota allows. */
export async function groupsOfUser(scope: Scope, userId: string): Promise<JoinedGroup[]> {
  const rows = await select(scope, 'group_members')
    .innerJoin('groups', join =>
      join
        .onRef('groups.account_id', '=', 'group_members.account_id')
        .onRef('groups.group_id', '=', 'group_members.group_id'),
    )
    .where('group_members.user_id', '=', userId)
    .selectAll('groups')
    .select('group_members.joined_at')
    .execute();
  return rows.map(row => ({ ...groupOf(row), joinedAt: row.joined_at }));
}

/** How many groups a user belongs to. */
export function countGroupsOfUser(scope: Scope, userId: string): Promise<number> {
  return count(scope, 'group_members', members => members.where('user_id', '=', userId));
}

/** Whether anybody belongs to a group. */
export async function hasMembers(scope: Scope, groupId: string): Promise<boolean> {
  return (await listMembersAfter(scope, groupId, undefined, 1)).length > 0;
}

/** Whether a user belongs to a group. */
export async function isMember(scope: Scope, userId: string, groupId: string): Promise<boolean> {
  const found = await count(scope, 'group_members', members =>
    members.where('user_id', '=', userId).where('group_id', '=', groupId),
  );
  return found > 0;
}

/** Puts a user into a group that it does not belong to yet. */
export function insertMember(scope: ChangeScope, userId: string, groupId: string): Promise<void> {
  return insert(scope, 'group_members', { user_id: userId, group_id: groupId, joined_at: scope.now });
}

/**
 * Takes a user out of a group.
 *
 * @returns false when the user did not belong to the group
 */
export async function removeMember(scope: ChangeScope, userId: string, groupId: string): Promise<boolean> {
  return removed(
    remove(scope, 'group_members').where('user_id', '=', userId).where('group_id', '=', groupId),
  );
}

/**
 * Takes a user out of every group.
 *
 * @returns whether the user belonged to any
 */
export async function removeFromAllGroups(scope: ChangeScope, userId: string): Promise<boolean> {
  return removed(remove(scope, 'group_members').where('user_id', '=', userId));
}

function groupOf(row: GroupsTable): Group {
  return {
    groupId: row.group_id,
    name: row.group_name,
    displayName: row.display_name,
    comments: row.comments,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
