import { ims, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { booleanField } from '../../kernel/response.ts';
import { accountHasDevice } from './store.ts';

export const imsGetAccountMfaInfo = readOperation({
  api: ims,
  name: 'GetAccountMFAInfo',
  summary: ['Shows whether the account itself has an MFA device.', '查询主账号是否启用 MFA。'],
  parameters: {},
  response: { IsMFAEnable: booleanField },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: async scope => ({ isEnabled: await accountHasDevice(scope) }),
  render: ({ isEnabled }) => ({ IsMFAEnable: isEnabled }),
});
