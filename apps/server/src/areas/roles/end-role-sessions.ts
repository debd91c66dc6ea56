import { changeOperation, wardenry } from '../../kernel/operation.ts';
import { roleNotExist } from './errors.ts';
import { roleByName, roleResource } from './lookup.ts';
import { roleName } from './parameters.ts';
import { endSessionsOfRole } from './store.ts';

/** Wardenry EndRoleSessions: sessions end on every node, and so do those that they made; new ones may begin at once. */
export const wardenryEndRoleSessions = changeOperation({
  api: wardenry,
  name: 'EndRoleSessions',
  summary: [
    'Ends every session of a role; who may assume it can do so again.',
    '结束角色的全部会话；有权扮演该角色的身份可重新扮演。',
  ],
  parameters: { name: roleName },
  response: {},
  errors: [roleNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [roleResource(name)] },
  async run(scope, { name }) {
    const { roleId } = await roleByName(scope, name);
    await endSessionsOfRole(scope, roleId);
    scope.touch('role', roleId);
  },
  render: () => ({}),
});
