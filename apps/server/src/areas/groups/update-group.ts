import { changed } from '../../kernel/changed.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { groupAlreadyExists, groupNotExist } from './errors.ts';
import type { Group, GroupProfile } from './group.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName, newComments, newDisplayName, newGroupName } from './parameters.ts';
import { findGroupByName, updateGroupRow } from './store.ts';
import { imsGroup, imsGroupFields, ramGroup, ramGroupFields } from './wire.ts';

const summary = ['Changes name and remarks of a group.', '修改用户组的名称和备注。'] as const;

/**
 * Changes a group. A new name changes the ARN, never the id (spec: domain 2.5).
 *
 * @throws ApiError `EntityNotExist.Group`, `EntityAlreadyExists.Group` when another group has the new name
 */
async function updateGroup(
  scope: ChangeScope,
  oldName: string,
  newName: string | undefined,
  profile: GroupProfile,
): Promise<Group> {
  const { displayName, comments } = profile;
  const group = await groupByName(scope, oldName);
  const updated = changed(group, { name: newName, displayName, comments, updatedAt: scope.now });
  const holder = await findGroupByName(scope, updated.name);
  if (holder !== undefined && holder.groupId !== group.groupId) {
    throw apiError(groupAlreadyExists, { group: updated.name });
  }
  await updateGroupRow(scope, updated);
  scope.touch('group', group.groupId);
  return updated;
}

export const ramUpdateGroup = changeOperation({
  api: ram,
  name: 'UpdateGroup',
  summary,
  parameters: { groupName, newGroupName, comments: newComments },
  response: { Group: object(ramGroupFields) },
  errors: [groupNotExist, groupAlreadyExists],
  authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
  run: (scope, command) => updateGroup(scope, command.groupName, command.newGroupName, command),
  render: group => ({ Group: ramGroup(group) }),
});

export const imsUpdateGroup = changeOperation({
  api: ims,
  name: 'UpdateGroup',
  summary,
  parameters: { groupName, newGroupName, displayName: newDisplayName, comments: newComments },
  response: { Group: object(imsGroupFields) },
  errors: [groupNotExist, groupAlreadyExists],
  authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
  run: (scope, command) => updateGroup(scope, command.groupName, command.newGroupName, command),
  render: group => ({ Group: imsGroup(group) }),
});
