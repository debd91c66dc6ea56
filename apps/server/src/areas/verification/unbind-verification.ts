import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { imsFactorTarget, ofFactorAdministrator } from '../mfa/index.ts';
import { imsSubject, userNotExist } from '../users/index.ts';
import { verificationNotExist } from './errors.ts';
import { givenAddress, verificationParameters } from './parameters.ts';
import { removeVerificationDevice, verificationDevicesOf } from './store.ts';

const titles = { sms: 'phone', email: 'mailbox' } as const;

/** An address that is given must be the one that is bound; without one, whatever is bound goes. */
export const imsUnbindVerification = changeOperation({
  api: ims,
  name: 'UnbindVerification',
  summary: [
    'Unbinds the phone or the mailbox for verification codes from a user or from the caller.',
    '解绑用户或调用者自己用于接收验证码的手机或邮箱。',
  ],
  parameters: verificationParameters,
  response: {},
  errors: [userNotExist, verificationNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorAdministrator,
  async run(scope, command) {
    const { kind } = command;
    const owner = await imsSubject(scope, command.userPrincipalName);
    const bound = await verificationDevicesOf(scope, owner.id);
    const address = givenAddress(kind, command);
    const isBound = bound.some(each => each.kind === kind && each.address === (address ?? each.address));
    if (!isBound) throw apiError(verificationNotExist, { owner: owner.title, device: titles[kind] });
    await removeVerificationDevice(scope, owner.id, kind);
  },
  render: () => ({}),
});
