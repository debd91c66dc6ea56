/** The SQL of roles. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, nextEpoch, type RolesTable, remove, select, update } from '../../store/index.ts';
import { carriers, type GivenTag } from '../tags/index.ts';
import type { Role } from './role.ts';

/**
 * Finds a role by its name, whatever its case.
 *
 * @returns undefined when the account has no such role
 */
export async function findRoleByName(scope: Scope, name: string): Promise<Role | undefined> {
  const [role] = await findRolesByName(scope, [name]);
  return role;
}

/** Roles by their names, whatever their case; names of no role are absent. */
export async function findRolesByName(scope: Scope, names: readonly string[]): Promise<readonly Role[]> {
  const rows = await select(scope, 'roles')
    .selectAll()
    .where('role_name_key', 'in', names.map(nameKey))
    .execute();
  return rows.map(roleOf);
}

/** Roles by id; ids of no role are absent. */
export async function findRolesById(
  scope: Scope,
  roleIds: readonly string[],
): Promise<ReadonlyMap<string, Role>> {
  if (roleIds.length === 0) return new Map();
  const rows = await select(scope, 'roles').selectAll().where('role_id', 'in', roleIds).execute();
  return new Map(rows.map(row => [row.role_id, roleOf(row)]));
}

/**
 * Roles in the order of their names.
 *
 * @param tags what they must all carry
 * @param after name key behind which to begin
 * @param limit rows at most
 */
export async function listRolesAfter(
  scope: Scope,
  tags: readonly GivenTag[],
  after: string | undefined,
  limit: number,
): Promise<Role[]> {
  const ordered = inOrder(scope, limit);
  const [first, ...others] = tags;
  const tagged = first === undefined ? ordered : await carrying(scope, ordered, [first, ...others], limit);
  const rows = await (after === undefined ? tagged : tagged.where('role_name_key', '>', after)).execute();
  return rows.map(roleOf);
}

function inOrder(scope: Scope, limit: number) {
  return select(scope, 'roles').selectAll().orderBy('role_name_key').limit(limit);
}

/**
 * Narrows roles to those that carry some tags. When no more do than a page shows, they are looked up; else roles are asked
 * one after another, in the order in which they are listed, until there is a page of them.
 */
async function carrying(
  scope: Scope,
  roles: ReturnType<typeof inOrder>,
  tags: readonly [GivenTag, ...GivenTag[]],
  limit: number,
) {
  const some = carriers(scope, 'role', { tags }, limit + 1);
  if ((await some.execute()).length <= limit) return roles.where('role_id', 'in', some);
  return tags.reduce(
    (tagged, { key, value }) =>
      tagged.where(({ exists, selectFrom }) => {
        const tag = selectFrom('tags')
          .select('tags.tag_key')
          .whereRef('tags.account_id', '=', 'roles.account_id')
          .where('tags.resource_type', '=', 'role')
          .whereRef('tags.resource_id', '=', 'roles.role_id')
          .where('tags.tag_key', '=', key);
        return exists(value === undefined ? tag : tag.where('tags.tag_value', '=', value));
      }),
    roles,
  );
}

/** How many roles the account has; for its quota, never for a list. */
export function countRoles(scope: Scope): Promise<number> {
  return count(scope, 'roles');
}

/** Stores a new role; the caller has seen that its name is free. */
export function insertRole(scope: ChangeScope, role: Role): Promise<void> {
  return insert(scope, 'roles', {
    role_id: role.roleId,
    role_name: role.name,
    role_name_key: nameKey(role.name),
    description: role.description,
    trust_document: role.trustDocument,
    max_session_duration: role.maxSessionDuration,
    session_epoch: role.sessionEpoch,
    created_at: role.createdAt,
    updated_at: role.updatedAt,
    service_name: role.service ?? null,
  });
}

/** Stores what may change of a role. */
export async function updateRoleRow(scope: ChangeScope, role: Role): Promise<void> {
  await update(scope, 'roles')
    .set({
      description: role.description,
      trust_document: role.trustDocument,
      max_session_duration: role.maxSessionDuration,
      updated_at: role.updatedAt,
    })
    .where('role_id', '=', role.roleId)
    .execute();
}

/** Begins another epoch of a role: sessions that were born in one before have ended. */
export async function endSessionsOfRole(scope: ChangeScope, roleId: string): Promise<void> {
  await update(scope, 'roles')
    .set({ session_epoch: nextEpoch(scope.now) })
    .where('role_id', '=', roleId)
    .execute();
}

/** Removes a role's own row; what depends on it must be gone. */
export async function removeRoleRow(scope: ChangeScope, roleId: string): Promise<void> {
  await remove(scope, 'roles').where('role_id', '=', roleId).execute();
}

function roleOf(row: RolesTable): Role {
  return {
    roleId: row.role_id,
    name: row.role_name,
    description: row.description,
    trustDocument: row.trust_document,
    maxSessionDuration: row.max_session_duration,
    sessionEpoch: row.session_epoch,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    service: row.service_name ?? undefined,
  };
}
