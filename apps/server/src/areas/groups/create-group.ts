import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { groupAlreadyExists, tooManyGroups } from './errors.ts';
import type { Group, GroupProfile } from './group.ts';
import { allGroups } from './lookup.ts';
import { comments, displayName, groupName } from './parameters.ts';
import { countGroups, findGroupByName, insertGroup } from './store.ts';
import { imsGroup, imsGroupFields, ramNewGroup, ramNewGroupFields } from './wire.ts';

const summary = ['Creates a group.', '创建用户组。'] as const;

/**
 * Creates a group without members and policies (spec: domain 2.5).
 *
 * @param groupId drawn in the preparation
 * @throws ApiError `EntityAlreadyExists.Group`, `LimitExceeded.Group`
 */
async function createGroup(
  scope: ChangeScope,
  groupId: string,
  name: string,
  profile: GroupProfile,
): Promise<Group> {
  if ((await findGroupByName(scope, name)) !== undefined) throw apiError(groupAlreadyExists, { group: name });
  const limit = scope.context.limits.groups;
  if ((await countGroups(scope)) >= limit) throw apiError(tooManyGroups, { limit });
  const group: Group = {
    groupId,
    name,
    displayName: profile.displayName ?? '',
    comments: profile.comments ?? '',
    createdAt: scope.now,
    updatedAt: scope.now,
  };
  await insertGroup(scope, group);
  scope.touch('group', groupId);
  return group;
}

function drawGroupId({ ids }: Preparation): string {
  return ids.groupId();
}

export const ramCreateGroup = changeOperation({
  api: ram,
  name: 'CreateGroup',
  summary,
  parameters: { groupName, comments },
  response: { Group: object(ramNewGroupFields) },
  errors: [groupAlreadyExists, tooManyGroups],
  authorization: { kind: 'policy', resources: () => [allGroups] },
  prepare: drawGroupId,
  run: (scope, command, groupId) => createGroup(scope, groupId, command.groupName, command),
  render: group => ({ Group: ramNewGroup(group) }),
});

export const imsCreateGroup = changeOperation({
  api: ims,
  name: 'CreateGroup',
  summary,
  parameters: { groupName, displayName, comments },
  response: { Group: object(imsGroupFields) },
  errors: [groupAlreadyExists, tooManyGroups],
  authorization: { kind: 'policy', resources: () => [allGroups] },
  prepare: drawGroupId,
  run: (scope, command, groupId) => createGroup(scope, groupId, command.groupName, command),
  render: group => ({ Group: imsGroup(group) }),
});
