import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { groupNotExist } from './errors.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName } from './parameters.ts';
import { imsGroup, imsGroupFields, ramGroup, ramGroupFields } from './wire.ts';

const summary = ['Shows one group.', '查询单个用户组的信息。'] as const;

export const ramGetGroup = readOperation({
  api: ram,
  name: 'GetGroup',
  summary,
  parameters: { groupName },
  response: { Group: object(ramGroupFields) },
  errors: [groupNotExist],
  authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
  run: (scope, command) => groupByName(scope, command.groupName),
  render: group => ({ Group: ramGroup(group) }),
});

export const imsGetGroup = readOperation({
  api: ims,
  name: 'GetGroup',
  summary,
  parameters: { groupName },
  response: { Group: object(imsGroupFields) },
  errors: [groupNotExist],
  authorization: { kind: 'policy', resources: command => [groupResource(command.groupName)] },
  run: (scope, command) => groupByName(scope, command.groupName),
  render: group => ({ Group: imsGroup(group) }),
});
