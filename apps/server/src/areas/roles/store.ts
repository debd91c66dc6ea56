/** The SQL of roles. */
import { nameKey } from '../../kernel/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, type RolesTable, remove, select, update } from '../../store/index.ts';
import { type GivenTag, idsTagged } from '../tags/index.ts';
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
  const ordered = select(scope, 'roles').selectAll().orderBy('role_name_key').limit(limit);
  const tagged = tags.reduce(
    (roles, tag) => roles.where('role_id', 'in', idsTagged(scope, 'role', tag)),
    ordered,
  );
  const rows = await (after === undefined ? tagged : tagged.where('role_name_key', '>', after)).execute();
  return rows.map(roleOf);
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
