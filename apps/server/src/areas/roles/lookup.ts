/** From the names that callers use to roles, and to the resources that calls on roles are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { roleNotExist, roleOfService } from './errors.ts';
import type { Role } from './role.ts';
import { findRoleByName } from './store.ts';

/** All roles of the account (spec: policy 6.1). */
export const allRoles: ResourceName = { relativeId: 'role/*' };

/** The resource that calls on a role are authorized on, its creation too (spec: policy 6.1). */
export function roleResource(name: string): ResourceName {
  return { relativeId: `role/${name}` };
}

/**
 * Finds the role that a call names, whatever the case of the name.
 *
 * @throws ApiError `EntityNotExist.Role`
 */
export async function roleByName(scope: Scope, name: string): Promise<Role> {
  const role = await findRoleByName(scope, name);
  if (role === undefined) throw apiError(roleNotExist, { role: name });
  return role;
}

/**
 * Finds a role that is to be changed.
 *
 * @throws ApiError `EntityNotExist.Role`, or `NotSupport.ServiceLinkedRole` for a role of a service
 */
export async function changeableRoleByName(scope: Scope, name: string): Promise<Role> {
  const role = await roleByName(scope, name);
  if (role.service === undefined) return role;
  throw apiError(roleOfService, { role: role.name, service: role.service });
}
