import { apiError } from '../../kernel/errors.ts';
import { type Api, changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import { deviceTarget, factorSummary, ofFactorManager } from './authorization.ts';
import { deviceHasUser, deviceNotExist } from './errors.ts';
import { deviceBySerialNumber } from './lookup.ts';
import { serialNumber } from './parameters.ts';
import { removeDevice } from './store.ts';

/** RAM and IMS have the same operation under their own versions. */
function deleteVirtualMfaDeviceOf(api: Api): Operation {
  return changeOperation({
    api,
    name: 'DeleteVirtualMFADevice',
    summary: factorSummary(
      ['Deletes a virtual MFA device that is bound to nobody.', '删除未绑定用户的虚拟 MFA 设备。'],
      ['the user who made it', '创建该设备的用户执行'],
    ),
    parameters: { serialNumber },
    response: {},
    errors: [deviceNotExist, deviceHasUser],
    target: (scope, command) => deviceTarget(scope, command.serialNumber),
    authorization: ofFactorManager,
    async run(scope, command) {
      const device = await deviceBySerialNumber(scope, command.serialNumber);
      if (device.userId !== undefined) throw apiError(deviceHasUser, { device: device.name });
      await removeDevice(scope, device);
    },
    render: () => ({}),
  });
}

export const ramDeleteVirtualMfaDevice = deleteVirtualMfaDeviceOf(ram);
export const imsDeleteVirtualMfaDevice = deleteVirtualMfaDeviceOf(ims);
