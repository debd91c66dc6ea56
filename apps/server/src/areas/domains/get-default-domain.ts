import { ims, ram, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { textField } from '../../kernel/response.ts';
import { accountAlias, defaultDomain } from '../accounts/index.ts';

export const ramGetAccountAlias = readOperation({
  api: ram,
  name: 'GetAccountAlias',
  summary: [
    'Shows the alias of the account: its id as long as it has no other.',
    '查询账号别名；未设置时即为账号 ID。',
  ],
  parameters: {},
  response: { AccountAlias: textField },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: accountAlias,
  render: alias => ({ AccountAlias: alias }),
});

export const imsGetDefaultDomain = readOperation({
  api: ims,
  name: 'GetDefaultDomain',
  summary: ['Shows the domain of principal names.', '查询用户登录名称使用的默认域名。'],
  parameters: {},
  response: { DefaultDomainName: textField },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: defaultDomain,
  render: domain => ({ DefaultDomainName: domain }),
});
