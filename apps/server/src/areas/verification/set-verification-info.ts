import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { type FactorTarget, factorSummary, imsFactorTarget, ofFactorManager } from '../mfa/index.ts';
import { imsSubject, userNotExist } from '../users/index.ts';
import { addressMissing } from './errors.ts';
import {
  addressParameters,
  type GivenAddresses,
  givenAddress,
  verificationParameters,
} from './parameters.ts';
import { putVerificationDevice, verificationDevicesOf } from './store.ts';
import type { VerificationKind } from './verification-device.ts';

/** An address to bind to whoever a call names. */
interface Binding extends GivenAddresses {
  readonly userPrincipalName?: string;
  readonly kind: VerificationKind;
}

/** The account may let its users bind addresses of their own, but not by that take a confirmed one away. */
async function bindingTarget(scope: Scope, binding: Binding): Promise<FactorTarget> {
  const target = await imsFactorTarget(scope, binding.userPrincipalName);
  if (!target.selfManaged) return target;
  const { id } = await imsSubject(scope, binding.userPrincipalName);
  const address = givenAddress(binding.kind, binding);
  const replacesConfirmed = (await verificationDevicesOf(scope, id)).some(
    bound => bound.kind === binding.kind && bound.status === 'active' && bound.address !== address,
  );
  return { ...target, selfManaged: !replacesConfirmed };
}

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
  summary: factorSummary(
    [
      'Binds a phone or a mailbox for verification codes to a user or to the caller, in place of the one before.',
      '为用户或调用者自己绑定用于接收验证码的手机或邮箱，并替换原有的绑定。',
    ],
    ['a user who does it for itself and replaces no confirmed address', '用户为自己执行且不替换已确认的地址'],
  ),
  parameters: verificationParameters,
  response: {},
  errors: [addressMissing, userNotExist],
  target: bindingTarget,
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
