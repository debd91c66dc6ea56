import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { imsFactorTarget, ofFactorManager } from '../mfa/index.ts';
import { imsSubject, userNotExist } from '../users/index.ts';
import { addressMissing } from './errors.ts';
import { addressParameters, givenAddress, verificationParameters } from './parameters.ts';
import { putVerificationDevice, verificationDevicesOf } from './store.ts';
import type { VerificationKind } from './verification-device.ts';

/** Binds an address, which its owner has yet to confirm unless it is the one that was confirmed before (spec: domain 7). */
async function setAddress(
  scope: ChangeScope,
  ownerId: string,
  kind: VerificationKind,
  address: string,
): Promise<void> {
  const bound = await verificationDevicesOf(scope, ownerId);
  const isSame = bound.some(each => each.kind === kind && each.address === address);
  if (!isSame) await putVerificationDevice(scope, ownerId, { kind, address, status: 'pending' });
}

export const imsSetVerificationInfo = changeOperation({
  api: ims,
  name: 'SetVerificationInfo',
  summary: [
    'Binds a phone or a mailbox for verification codes to a user or to the caller, in place of the one before.',
    '为用户或调用者自己绑定用于接收验证码的手机或邮箱，并替换原有的绑定。',
  ],
  parameters: verificationParameters,
  response: {},
  errors: [addressMissing, userNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorManager,
  async run(scope, command) {
    const { kind } = command;
    const address = givenAddress(kind, command);
    if (address === undefined) throw apiError(addressMissing, { name: addressParameters[kind], kind });
    const owner = await imsSubject(scope, command.userPrincipalName);
    await setAddress(scope, owner.id, kind, address);
  },
  render: () => ({}),
});
