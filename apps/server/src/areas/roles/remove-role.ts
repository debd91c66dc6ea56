import type { ChangeScope } from '../../kernel/scope.ts';
import { removeTags } from '../tags/index.ts';
import { removeRoleRow } from './store.ts';

/** Takes a role away that holds no policies any more, with its tags. */
export async function removeRole(scope: ChangeScope, roleId: string): Promise<void> {
  await removeTags(scope, 'role', [roleId]);
  await removeRoleRow(scope, roleId);
  scope.touch('role', roleId);
}
