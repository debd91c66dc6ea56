/** From serial numbers and users to virtual MFA devices. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findUsersById, type User, withPrincipalNames } from '../users/index.ts';
import { deviceNotExist, userHasNoDevice } from './errors.ts';
import { ownDeviceName } from './serial-number.ts';
import { findDevice, findDeviceOfUser } from './store.ts';
import type { HeldDevice, SeededDevice, VirtualMfaDevice } from './virtual-mfa-device.ts';

/** All virtual MFA devices of the account (spec: policy 6.1). */
export const allDevices: ResourceName = { relativeId: 'mfa/*' };

/**
 * The resource that calls on a device are authorized on: its serial number is an ARN (spec: policy 6.1).
 *
 * @param name undefined for a device of somebody else: then the collection
 */
export function deviceResource(name: string | undefined): ResourceName {
  return name === undefined ? allDevices : { relativeId: `mfa/${name}` };
}

/**
 * Finds the device that a call names.
 *
 * @throws ApiError `EntityNotExist.VirtualMFADevice`, also for a device of another account
 */
export async function deviceBySerialNumber(scope: Scope, serialNumber: string): Promise<SeededDevice> {
  const name = ownDeviceName(scope.accountId, serialNumber);
  const device = name === undefined ? undefined : await findDevice(scope, name);
  if (device === undefined) throw apiError(deviceNotExist, { device: serialNumber });
  return device;
}

/**
 * The device that is bound to a user.
 *
 * @throws ApiError `EntityNotExist.User.MFADevice`
 */
export async function deviceOfUser(scope: Scope, { userId, name }: User): Promise<VirtualMfaDevice> {
  const device = await findDeviceOfUser(scope, userId);
  if (device === undefined) throw apiError(userHasNoDevice, { user: name });
  return device;
}

/** Devices with the users whom they are bound to, by one query for all. */
export async function withHolders(scope: Scope, devices: readonly VirtualMfaDevice[]): Promise<HeldDevice[]> {
  const ids = devices.flatMap(({ userId }) => userId ?? []);
  const users = await findUsersById(scope, ids);
  const named = await withPrincipalNames(scope, [...users.values()]);
  const holders = new Map(named.map(user => [user.userId, user]));
  return devices.map(device => ({
    device,
    holder: device.userId === undefined ? undefined : holders.get(device.userId),
  }));
}
