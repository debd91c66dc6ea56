/**
 * Virtual MFA devices: second factors that show one-time passwords. A seed is shown once, when its device is created, and
 * stands sealed ever after; a user has one device at most, and a password that was used is not taken again.
 */
import type { Area, UserDependent } from '../../kernel/area.ts';
import { imsBindMfaDevice, ramBindMfaDevice } from './bind-mfa-device.ts';
import { imsCreateVirtualMfaDevice, ramCreateVirtualMfaDevice } from './create-virtual-mfa-device.ts';
import { imsDeleteVirtualMfaDevice, ramDeleteVirtualMfaDevice } from './delete-virtual-mfa-device.ts';
import { imsDisableVirtualMfa } from './disable-virtual-mfa.ts';
import { imsGetAccountMfaInfo } from './get-account-mfa-info.ts';
import { imsGetUserMfaInfo, ramGetUserMfaInfo } from './get-user-mfa-info.ts';
import { imsListVirtualMfaDevices, ramListVirtualMfaDevices } from './list-virtual-mfa-devices.ts';
import { countDevicesOfUser, removeDeviceOfUser } from './store.ts';
import { imsUnbindMfaDevice, ramUnbindMfaDevice } from './unbind-mfa-device.ts';

export {
  type FactorTarget,
  factorSummary,
  imsFactorTarget,
  ofFactorAdministrator,
  ofFactorManager,
} from './authorization.ts';
export { accountHasDevice, countBoundDevices, countDevices, usersWithDevice } from './store.ts';

/** A user's device, for whoever deletes the user: it goes with it. */
export const userDependent: UserDependent = {
  noun: 'MFADevice',
  count: countDevicesOfUser,
  remove: removeDeviceOfUser,
};

/** The operations on virtual MFA devices. */
export const mfa: Area = {
  name: 'mfa',
  operations: [
    ramCreateVirtualMfaDevice,
    imsCreateVirtualMfaDevice,
    ramListVirtualMfaDevices,
    imsListVirtualMfaDevices,
    ramDeleteVirtualMfaDevice,
    imsDeleteVirtualMfaDevice,
    ramBindMfaDevice,
    imsBindMfaDevice,
    ramUnbindMfaDevice,
    imsUnbindMfaDevice,
    imsDisableVirtualMfa,
    ramGetUserMfaInfo,
    imsGetUserMfaInfo,
    imsGetAccountMfaInfo,
  ],
};
