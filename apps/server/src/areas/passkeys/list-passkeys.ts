import { ims, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { factorSummary, imsFactorTarget, ofFactorManager } from '../mfa/index.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { passkeysOf } from './store.ts';
import { passkeyFields, passkeyMembers } from './wire.ts';

export const imsListPasskeys = readOperation({
  api: ims,
  name: 'ListPasskeys',
  summary: factorSummary([
    'Lists the passkeys of a user or of the caller, the oldest first.',
    '按创建时间列出用户或调用者自己的通行密钥。',
  ]),
  parameters: { userPrincipalName: userPrincipalNameOrCaller },
  response: { Passkeys: { kind: 'list', item: object(passkeyFields) } },
  errors: [userNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorManager,
  async run(scope, command) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    return passkeysOf(scope, owner.id);
  },
  render: passkeys => ({ Passkeys: passkeys.map(passkeyMembers) }),
});
