import type { RoleDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, type Operation, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { roleHasPolicies, roleNotExist, roleOfService } from './errors.ts';
import { changeableRoleByName, roleResource } from './lookup.ts';
import { roleName } from './parameters.ts';
import { removeRole } from './remove-role.ts';

const conflicts = { Policy: roleHasPolicies } as const;

/**
 * Deletes a role that holds no policies, with its tags (spec: domain 2.7).
 *
 * @throws ApiError `EntityNotExist.Role`, `NotSupport.ServiceLinkedRole`, `DeleteConflict.Role.Policy`
 */
async function deleteRole(
  scope: ChangeScope,
  name: string,
  dependents: readonly RoleDependent[],
): Promise<void> {
  const role = await changeableRoleByName(scope, name);
  for (const dependent of dependents) {
    if ((await dependent.count(scope, role.roleId)) > 0) {
      throw apiError(conflicts[dependent.noun], { role: role.name });
    }
  }
  await removeRole(scope, role.roleId);
}

/**
 * RAM DeleteRole.
 *
 * @param dependents what later areas keep of a role
 */
export function ramDeleteRole(dependents: readonly RoleDependent[]): Operation {
  return changeOperation({
    api: ram,
    name: 'DeleteRole',
    summary: ['Deletes a role that holds no policies.', '删除未关联策略的角色。'],
    parameters: { name: roleName },
    response: {},
    errors: [roleNotExist, roleOfService, ...Object.values(conflicts)],
    authorization: { kind: 'policy', resources: ({ name }) => [roleResource(name)] },
    run: (scope, { name }) => deleteRole(scope, name, dependents),
    render: () => ({}),
  });
}
