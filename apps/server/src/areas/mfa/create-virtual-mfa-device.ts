import { apiError } from '../../kernel/errors.ts';
import { type Api, changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import type { TextParameter } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { factorSummary, newDeviceTarget, ofFactorManager } from './authorization.ts';
import { type Enrolment, enrol } from './enrolment.ts';
import { deviceAlreadyExists, tooManyDevices } from './errors.ts';
import { imsDeviceName, ramDeviceName } from './parameters.ts';
import { countDevices, findDevice, insertDevice } from './store.ts';
import type { VirtualMfaDevice } from './virtual-mfa-device.ts';
import { newDevice, newDeviceFields } from './wire.ts';

/**
 * Makes a device that is bound to nobody yet (spec: domain 2.4).
 *
 * @throws ApiError `EntityAlreadyExists.VirtualMFADevice`, `LimitExceeded.VirtualMFADevice`
 */
async function createDevice(
  scope: ChangeScope,
  name: string,
  { sealedSeed }: Enrolment,
): Promise<VirtualMfaDevice> {
  if ((await findDevice(scope, name)) !== undefined) throw apiError(deviceAlreadyExists, { device: name });
  const { caller, limits } = scope.context;
  const limit = limits.virtualMfaDevices;
  if ((await countDevices(scope)) >= limit) throw apiError(tooManyDevices, { limit });
  const device = {
    name,
    sealedSeed,
    userId: undefined,
    makerId: caller.kind === 'user' ? caller.userId : undefined,
    createdAt: scope.now,
    activatedAt: undefined,
    lastStep: 0,
  };
  await insertDevice(scope, device);
  return device;
}

/** RAM and IMS have the same operation; RAM takes dots in names. */
function createVirtualMfaDeviceOf(api: Api, name: TextParameter<true>): Operation {
  return changeOperation({
    api,
    name: 'CreateVirtualMFADevice',
    summary: factorSummary(
      [
        'Creates a virtual MFA device; its seed is shown this once.',
        '创建虚拟 MFA 设备，密钥种子仅在此时显示一次。',
      ],
      ['a user who has none', '尚无设备的用户执行'],
    ),
    parameters: { name },
    response: { VirtualMFADevice: object(newDeviceFields) },
    errors: [deviceAlreadyExists, tooManyDevices],
    target: newDeviceTarget,
    authorization: ofFactorManager,
    prepare: (preparation, command, { accountId }) => enrol(preparation, command.name, accountId),
    run: (scope, command, enrolment) => createDevice(scope, command.name, enrolment),
    render: (device, { prepared, context }) => ({
      VirtualMFADevice: newDevice(device, prepared, context.accountId),
    }),
  });
}

export const ramCreateVirtualMfaDevice = createVirtualMfaDeviceOf(ram, ramDeviceName);
export const imsCreateVirtualMfaDevice = createVirtualMfaDeviceOf(ims, imsDeviceName);
