import { apiError } from '../../kernel/errors.ts';
import { type Api, changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import { deviceTarget, ofFactorManager } from './authorization.ts';
import { deviceHasUser, deviceNotExist } from './errors.ts';
import { deviceBySerialNumber, deviceResource } from './lookup.ts';
import { serialNumber } from './parameters.ts';
import { ownDeviceName } from './serial-number.ts';
import { removeDevice } from './store.ts';

/** RAM and IMS have the same operation under their own versions. */
function deleteVirtualMfaDeviceOf(api: Api): Operation {
  return changeOperation({
    api,
    name: 'DeleteVirtualMFADevice',
    summary: ['Deletes a virtual MFA device that is bound to nobody.', '删除未绑定用户的虚拟 MFA 设备。'],
    parameters: { serialNumber },
    response: {},
    errors: [deviceNotExist, deviceHasUser],
    target(scope, command) {
      const name = ownDeviceName(scope.accountId, command.serialNumber);
      return deviceTarget(scope, deviceResource(name), name);
    },
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
