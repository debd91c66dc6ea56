/**
 * Roles: identities without credentials of their own. A trust policy says who may take a role on; what is attached to the
 * role says what it may do. Its id never changes and is never used again, so that what was born from a deleted role ends.
 */
import type { Area, RoleDependent } from '../../kernel/area.ts';
import { ramCreateRole } from './create-role.ts';
import { ramDeleteRole } from './delete-role.ts';
import { ramGetRole } from './get-role.ts';
import { ramListRoles } from './list-roles.ts';
import { ramUpdateRole } from './update-role.ts';

export { roleNotExist } from './errors.ts';
export { roleByName, roleResource } from './lookup.ts';
export { roleName } from './parameters.ts';
export type { Role } from './role.ts';
export { countRoles, findRolesById } from './store.ts';
export { taggableRoles } from './taggable.ts';
export { roleArn } from './wire.ts';

/**
 * The operations on roles.
 *
 * @param dependents what later areas keep of a role: policies
 */
export function rolesArea(dependents: readonly RoleDependent[]): Area {
  return {
    name: 'roles',
    operations: [ramCreateRole, ramGetRole, ramUpdateRole, ramDeleteRole(dependents), ramListRoles],
  };
}
