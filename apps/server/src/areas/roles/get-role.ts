import { ram, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { roleNotExist } from './errors.ts';
import { roleByName, roleResource } from './lookup.ts';
import { roleName } from './parameters.ts';
import { roleFields, roleMembers } from './wire.ts';

/** RAM GetRole. */
export const ramGetRole = readOperation({
  api: ram,
  name: 'GetRole',
  summary: ['Shows one role with its trust policy.', '查询单个角色及其信任策略。'],
  parameters: { name: roleName },
  response: { Role: object(roleFields) },
  errors: [roleNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [roleResource(name)] },
  run: (scope, { name }) => roleByName(scope, name),
  render: (role, { context }) => ({ Role: roleMembers(role, context) }),
});
