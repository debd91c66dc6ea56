import { changeOperation, wardenry } from '../../kernel/operation.ts';
import { userNotExist } from './errors.ts';
import { userByName, userResource } from './lookup.ts';
import { userName } from './parameters.ts';
import { endSessionsOfUser } from './store.ts';

/** Wardenry EndUserSessions: sessions end on every node, and so do those that they made; new ones may begin at once. */
export const wardenryEndUserSessions = changeOperation({
  api: wardenry,
  name: 'EndUserSessions',
  summary: [
    'Ends every session of roles that a user has assumed, with whichever AccessKey.',
    '结束用户（使用任一 AccessKey）扮演角色所产生的全部会话。',
  ],
  parameters: { name: userName },
  response: {},
  errors: [userNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [userResource(name)] },
  async run(scope, { name }) {
    const { userId } = await userByName(scope, name);
    await endSessionsOfUser(scope, userId);
    scope.touch('user', userId);
  },
  render: () => ({}),
});
