/**
 * Roles: identities without credentials of their own. A trust policy says who may take a role on; what is attached to the
 * role says what it may do. Its id never changes and is never used again, so that what was born from a deleted role ends.
 */
import type { Area, AttachFixedPolicy, RoleDependent } from '../../kernel/area.ts';
import { ramCreateRole } from './create-role.ts';
import { ramDeleteRole } from './delete-role.ts';
import { wardenryEndRoleSessions } from './end-role-sessions.ts';
import { ramGetRole } from './get-role.ts';
import { ramListRoles } from './list-roles.ts';
import { resourceManagerCreateServiceLinkedRole } from './service-linked/create-service-linked-role.ts';
import { resourceManagerDeleteServiceLinkedRole } from './service-linked/delete-service-linked-role.ts';
import { resourceManagerGetDeletionStatus } from './service-linked/get-deletion-status.ts';
import { resourceManagerGetRole } from './service-linked/get-role.ts';
import { ramUpdateRole } from './update-role.ts';

export { roleNotExist, roleOfService } from './errors.ts';
export { changeableRoleByName, roleByName, roleResource } from './lookup.ts';
export { roleName } from './parameters.ts';
export type { Role } from './role.ts';
export { countRoles, findRoleByName, findRolesById } from './store.ts';
export { taggableRoles } from './taggable.ts';
export { roleArn } from './wire.ts';

/**
 * The operations on roles.
 *
 * @param dependents what later areas keep of a role: policies
 * @param attachFixed gives a role of a service its policy
 */
export function rolesArea(dependents: readonly RoleDependent[], attachFixed: AttachFixedPolicy): Area {
  return {
    name: 'roles',
    operations: [
      ramCreateRole,
      ramGetRole,
      ramUpdateRole,
      ramDeleteRole(dependents),
      ramListRoles,
      resourceManagerCreateServiceLinkedRole(attachFixed),
      resourceManagerDeleteServiceLinkedRole(dependents),
      resourceManagerGetDeletionStatus,
      resourceManagerGetRole,
      wardenryEndRoleSessions,
    ],
  };
}
