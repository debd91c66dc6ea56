/** Virtual MFA devices as RAM and as IMS show them (spec: domain 1.2, 7). */
import type { AccountId } from '../../kernel/callers/identity.ts';
import { object, optional, type Rendered, secretField, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import { type Enrolment, imageOf } from './enrolment.ts';
import { serialNumberOf } from './serial-number.ts';
import type { HeldDevice, VirtualMfaDevice } from './virtual-mfa-device.ts';

/** A new device; its seed, and the image that holds the same, are shown this once. */
export const newDeviceFields = {
  SerialNumber: textField,
  Base32StringSeed: secretField,
  QRCodePNG: secretField,
} as const;

/** Fills `newDeviceFields`. */
export function newDevice(
  { name }: VirtualMfaDevice,
  enrolment: Enrolment,
  accountId: AccountId,
): Rendered<typeof newDeviceFields> {
  return {
    SerialNumber: serialNumberOf(accountId, name),
    Base32StringSeed: enrolment.seed,
    QRCodePNG: imageOf(enrolment),
  };
}

/** RAM's devices in lists; who is bound to nobody has no user, and no date. */
export const ramDeviceFields = {
  SerialNumber: textField,
  ActivateDate: timeField,
  User: optional(object({ UserId: textField, UserName: textField, DisplayName: textField })),
} as const;

/** Fills `ramDeviceFields`. */
export function ramDevice(held: HeldDevice, accountId: AccountId): Rendered<typeof ramDeviceFields> {
  const { holder } = held;
  return {
    ...deviceMembers(held, accountId),
    User: holder && { UserId: holder.userId, UserName: holder.name, DisplayName: holder.displayName },
  };
}

/** IMS' devices in lists. */
export const imsDeviceFields = {
  SerialNumber: textField,
  ActivateDate: timeField,
  User: optional(object({ UserId: textField, UserPrincipalName: textField, DisplayName: textField })),
} as const;

/** Fills `imsDeviceFields`. */
export function imsDevice(held: HeldDevice, accountId: AccountId): Rendered<typeof imsDeviceFields> {
  const { holder } = held;
  return {
    ...deviceMembers(held, accountId),
    User: holder && {
      UserId: holder.userId,
      UserPrincipalName: holder.principalName,
      DisplayName: holder.displayName,
    },
  };
}

function deviceMembers({ device }: HeldDevice, accountId: AccountId) {
  const { name, activatedAt } = device;
  return {
    SerialNumber: serialNumberOf(accountId, name),
    ActivateDate: activatedAt === undefined ? '' : isoSeconds(activatedAt),
  };
}

/** The device that a user has. */
export const userDeviceFields = { SerialNumber: textField, Type: textField } as const;

/** Fills `userDeviceFields`. */
export function userDevice(
  { name }: VirtualMfaDevice,
  accountId: AccountId,
): Rendered<typeof userDeviceFields> {
  return { SerialNumber: serialNumberOf(accountId, name), Type: 'VMFA' };
}
