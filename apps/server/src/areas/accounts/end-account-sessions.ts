import { changeOperation, wardenry, wholeAccount } from '../../kernel/operation.ts';
import { endSessionsOfAccount } from '../../store/index.ts';

/** Wardenry EndAccountSessions: for when nobody knows yet where an intruder came in. */
export const wardenryEndAccountSessions = changeOperation({
  api: wardenry,
  name: 'EndAccountSessions',
  summary: [
    'Ends every session of the roles of this account, and every session that its users or identity providers began elsewhere.',
    '结束本账号全部角色的会话，以及本账号用户或身份提供商在其他账号建立的会话。',
  ],
  parameters: {},
  response: {},
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  async run(scope) {
    await endSessionsOfAccount(scope);
    scope.touch('account', scope.accountId);
  },
  render: () => ({}),
});
