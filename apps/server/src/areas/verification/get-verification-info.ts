import { ims, readOperation } from '../../kernel/operation.ts';
import { factorSummary, imsFactorTarget, ofFactorManager } from '../mfa/index.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { verificationDevicesOf } from './store.ts';
import { verificationFields, verificationMembers } from './wire.ts';

export const imsGetVerificationInfo = readOperation({
  api: ims,
  name: 'GetVerificationInfo',
  summary: factorSummary([
    'Shows the phone and the mailbox for verification codes of a user or of the caller.',
    '查询用户或调用者自己用于接收验证码的手机和邮箱。',
  ]),
  parameters: { userPrincipalName: userPrincipalNameOrCaller },
  response: verificationFields,
  errors: [userNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorManager,
  async run(scope, command) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    return verificationDevicesOf(scope, owner.id);
  },
  render: verificationMembers,
});
