import { apiError } from '../../../kernel/errors.ts';
import { readOperation, resourceManager } from '../../../kernel/operation.ts';
import { object, optional, textField, wrappedList } from '../../../kernel/response.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { allRoles } from '../lookup.ts';
import { DAYS_KEPT, hasTask, isTaskId, TASK_FORM } from './deletion-task.ts';
import { deletionTaskInvalid, deletionTaskNotExist } from './errors.ts';
import { deletionTaskId } from './parameters.ts';

/**
 * @throws ApiError `InvalidParameter.DeletionTaskId`, `EntityNotExist.ServiceLinkedRole.DeletionTask`; another account's
 *   task is one that does not exist
 */
async function requireTask(scope: Scope, taskId: string): Promise<void> {
  if (!isTaskId(taskId)) throw apiError(deletionTaskInvalid, { form: TASK_FORM });
  if (!(await hasTask(scope, taskId))) throw apiError(deletionTaskNotExist, { days: DAYS_KEPT });
}

/** Why a deletion failed, for clients that also talk to others: here none fails. */
const reasonFields = {
  Message: textField,
  RoleUsages: wrappedList('RoleUsage', {
    Region: textField,
    Resources: object({ Resource: { kind: 'list', item: textField } }),
  }),
} as const;

/** ResourceManager GetServiceLinkedRoleDeletionStatus. */
export const resourceManagerGetDeletionStatus = readOperation({
  api: resourceManager,
  name: 'GetServiceLinkedRoleDeletionStatus',
  summary: ['Tells how far the deletion of a role of a service is.', '查询服务关联角色删除任务的状态。'],
  parameters: { taskId: deletionTaskId },
  response: { Status: textField, Reason: optional(object(reasonFields)) },
  errors: [deletionTaskInvalid, deletionTaskNotExist],
  authorization: { kind: 'policy', resources: () => [allRoles] },
  run: (scope, { taskId }) => requireTask(scope, taskId),
  render: () => ({ Status: 'SUCCEEDED' }),
});
