import { changeOperation, ims } from '../../kernel/operation.ts';
import { imsFactorTarget, ofFactorAdministrator } from '../mfa/index.ts';
import { userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { passkeyNotExist } from './errors.ts';
import { passkeyOfSubject } from './lookup.ts';
import { passkeyId } from './parameters.ts';
import { removePasskey } from './store.ts';

export const imsDeletePasskey = changeOperation({
  api: ims,
  name: 'DeletePasskey',
  summary: ['Deletes a passkey of a user or of the caller.', '删除用户或调用者自己的通行密钥。'],
  parameters: { userPrincipalName: userPrincipalNameOrCaller, passkeyId },
  response: {},
  errors: [userNotExist, passkeyNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorAdministrator,
  async run(scope, command) {
    const passkey = await passkeyOfSubject(scope, command.userPrincipalName, command.passkeyId);
    await removePasskey(scope, passkey.passkeyId);
  },
  render: () => ({}),
});
