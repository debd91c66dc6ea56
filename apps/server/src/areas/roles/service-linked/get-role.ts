import { readOperation, resourceManager } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { linkedServiceNamed } from '../../policies/index.ts';
import { roleNotExist } from '../errors.ts';
import { roleByName, roleResource } from '../lookup.ts';
import { roleName } from '../parameters.ts';
import type { Role } from '../role.ts';
import { language } from './parameters.ts';
import { named, shownRole, shownRoleFields } from './wire.ts';

/** A role of a service, described in Chinese; others in the words that they were given. */
function inChinese(role: Role): Role {
  const service = role.service === undefined ? undefined : linkedServiceNamed(role.service);
  return service === undefined ? role : { ...role, description: service.description[1] };
}

/** ResourceManager GetRole, by which clients read service-linked roles back: RAM's does not tell them apart. */
export const resourceManagerGetRole = readOperation({
  api: resourceManager,
  name: 'GetRole',
  summary: ['Shows one role, and whether it belongs to a service.', '查询单个角色及其是否为服务关联角色。'],
  parameters: { name: roleName, language },
  response: { Role: object(shownRoleFields) },
  errors: [roleNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [roleResource(name)] },
  async run(scope, { name, language }) {
    const role = await roleByName(scope, name);
    return named(scope, language === 'zh-CN' ? inChinese(role) : role);
  },
  render: (shown, { context }) => ({ Role: shownRole(shown, context) }),
});
