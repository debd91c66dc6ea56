import type { RoleDependent } from '../../../kernel/area.ts';
import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, type Operation, resourceManager } from '../../../kernel/operation.ts';
import { textField } from '../../../kernel/response.ts';
import type { ChangeScope } from '../../../kernel/scope.ts';
import { linkedServiceOfRole } from '../../policies/index.ts';
import { roleNotExist } from '../errors.ts';
import { roleByName, roleResource } from '../lookup.ts';
import { roleName } from '../parameters.ts';
import { removeRole } from '../remove-role.ts';
import { insertTask, taskIdOf } from './deletion-task.ts';
import { roleNotLinked } from './errors.ts';

/**
 * Deletes the role of a service with its policy. Only the service takes the role on, and no service does so here: there is
 * nothing to wait for.
 *
 * @param uuid drawn in the preparation
 * @returns the id of the task
 * @throws ApiError `EntityNotExist.Role`, `EntityNotExist.ServiceLinkedRole`
 */
async function deleteLinkedRole(
  scope: ChangeScope,
  name: string,
  uuid: string,
  dependents: readonly RoleDependent[],
): Promise<string> {
  const role = await roleByName(scope, name);
  if (role.service === undefined) throw apiError(roleNotLinked, { role: role.name });
  for (const dependent of dependents) await dependent.remove(scope, role.roleId);
  await removeRole(scope, role.roleId);
  const taskId = taskIdOf(role.service, role.name, uuid);
  await insertTask(scope, taskId);
  return taskId;
}

/**
 * ResourceManager DeleteServiceLinkedRole.
 *
 * @param dependents what later areas keep of a role
 */
export function resourceManagerDeleteServiceLinkedRole(dependents: readonly RoleDependent[]): Operation {
  return changeOperation({
    api: resourceManager,
    name: 'DeleteServiceLinkedRole',
    summary: [
      'Deletes the role of a service; GetServiceLinkedRoleDeletionStatus tells how far it is.',
      '删除服务关联角色，通过 GetServiceLinkedRoleDeletionStatus 查询进度。',
    ],
    parameters: { name: roleName },
    response: { DeletionTaskId: textField },
    errors: [roleNotExist, roleNotLinked],
    authorization: {
      kind: 'policy',
      resources: ({ name }) => [roleResource(name)],
      conditions({ name }) {
        const service = linkedServiceOfRole(name);
        return service === undefined ? {} : { 'ram:ServiceName': service.name };
      },
    },
    prepare: ({ ids }) => ids.uuid(),
    run: (scope, { name }, uuid) => deleteLinkedRole(scope, name, uuid, dependents),
    render: taskId => ({ DeletionTaskId: taskId }),
  });
}
