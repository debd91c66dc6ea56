import type { GroupDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { groupHasPolicies, groupHasUsers, groupNotExist } from './errors.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName } from './parameters.ts';
import { hasMembers, removeGroupRow } from './store.ts';

const summary = [
  'Deletes a group that has neither members nor policies.',
  '删除没有成员且未关联策略的用户组。',
] as const;

const conflicts = { Policy: groupHasPolicies } as const;

/**
 * Deletes a group of which nothing is left; RAM and IMS both refuse otherwise (spec: domain 2.5).
 *
 * @throws ApiError `EntityNotExist.Group`, `DeleteConflict.Group.User`, `DeleteConflict.Group.Policy`
 */
async function deleteGroup(
  scope: ChangeScope,
  name: string,
  dependents: readonly GroupDependent[],
): Promise<void> {
  const group = await groupByName(scope, name);
  if (await hasMembers(scope, group.groupId)) throw apiError(groupHasUsers, { group: group.name });
  for (const dependent of dependents) {
    if ((await dependent.count(scope, group.groupId)) > 0) {
      throw apiError(conflicts[dependent.noun], { group: group.name });
    }
  }
  await removeGroupRow(scope, group.groupId);
  scope.touch('group', group.groupId);
}

/** @param dependents what later areas keep of a group */
export function deleteGroupOperations(dependents: readonly GroupDependent[]): readonly Operation[] {
  return [ram, ims].map(api =>
    changeOperation({
      api,
      name: 'DeleteGroup',
      summary,
      parameters: { groupName },
      response: {},
      errors: [groupNotExist, groupHasUsers, ...Object.values(conflicts)],
      authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
      run: (scope, command) => deleteGroup(scope, command.groupName, dependents),
      render: () => ({}),
    }),
  );
}
