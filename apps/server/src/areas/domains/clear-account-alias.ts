import { changeOperation, ram, wholeAccount } from '../../kernel/operation.ts';
import { removeAlias } from '../accounts/index.ts';

/** Also succeeds when there is none (spec: domain 2.8). */
export const ramClearAccountAlias = changeOperation({
  api: ram,
  name: 'ClearAccountAlias',
  summary: [
    "Takes the account's alias away: default domain and principal names end in its id again.",
    '清除账号别名，默认域名和用户登录名称恢复为使用账号 ID。',
  ],
  parameters: {},
  response: {},
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: scope => removeAlias(scope),
  render: () => ({}),
});
