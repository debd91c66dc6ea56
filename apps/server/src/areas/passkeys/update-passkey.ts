import { changeOperation, ims } from '../../kernel/operation.ts';
import { factorSummary, imsFactorTarget, ofFactorManager } from '../mfa/index.ts';
import { userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { passkeyNotExist } from './errors.ts';
import { passkeyOfSubject } from './lookup.ts';
import { newPasskeyName, passkeyId } from './parameters.ts';
import { renamePasskey } from './store.ts';

export const imsUpdatePasskey = changeOperation({
  api: ims,
  name: 'UpdatePasskey',
  summary: factorSummary([
    'Gives a passkey of a user or of the caller another name.',
    '修改用户或调用者自己的通行密钥名称。',
  ]),
  parameters: { userPrincipalName: userPrincipalNameOrCaller, passkeyId, newName: newPasskeyName },
  response: {},
  errors: [userNotExist, passkeyNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorManager,
  async run(scope, command) {
    const passkey = await passkeyOfSubject(scope, command.userPrincipalName, command.passkeyId);
    await renamePasskey(scope, passkey.passkeyId, command.newName ?? passkey.name);
  },
  render: () => ({}),
});
