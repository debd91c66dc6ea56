/** Tasks that delete service-linked roles. Nothing here can be using such a role, so each is done when it is made. */
import type { ChangeScope, Scope } from '../../../kernel/scope.ts';
import { insert, remove, select } from '../../../store/index.ts';

const BEGINNING = 'task/acs-service-role/';

/** What ids of tasks look like (spec: api ResourceManager). */
export const TASK_FORM = `${BEGINNING}<service>/<role>/<uuid>`;

/** Days that a task can be asked about. */
export const DAYS_KEPT = 30;

const kept = DAYS_KEPT * 24 * 3600 * 1000;

/** Writes the id of a task. */
export function taskIdOf(service: string, roleName: string, uuid: string): string {
  return `${BEGINNING}${service}/${roleName}/${uuid}`;
}

/** Whether a text has the form of such an id. */
export function isTaskId(text: string): boolean {
  if (!text.startsWith(BEGINNING)) return false;
  const parts = text.slice(BEGINNING.length).split('/');
  return parts.length === 3 && !parts.includes('');
}

/** Stores a task, and forgets those that are too old to be asked about. */
export async function insertTask(scope: ChangeScope, taskId: string): Promise<void> {
  await remove(scope, 'role_deletions')
    .where('created_at', '<=', scope.now - kept)
    .execute();
  await insert(scope, 'role_deletions', { task_id: taskId, created_at: scope.now });
}

/** Whether the account has a task that can still be asked about. */
export async function hasTask(scope: Scope, taskId: string): Promise<boolean> {
  const row = await select(scope, 'role_deletions')
    .select('task_id')
    .where('task_id', '=', taskId)
    .where('created_at', '>', scope.context.now - kept)
    .executeTakeFirst();
  return row !== undefined;
}
