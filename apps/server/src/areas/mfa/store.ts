/** The SQL of virtual MFA devices, and of the device of the account itself. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, type MfaDevicesTable, remove, select, update } from '../../store/index.ts';
import type { SeededDevice, VirtualMfaDevice } from './virtual-mfa-device.ts';

/** The table in which seeds are sealed, each for the row of its device. */
export const SEEDS = 'mfa_devices';

/** @returns undefined when the account has no device of this name, whatever its case */
export async function findDevice(scope: Scope, name: string): Promise<SeededDevice | undefined> {
  const row = await select(scope, 'mfa_devices')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row && deviceOf(row);
}

/** @returns undefined when no device is bound to the user */
export async function findDeviceOfUser(scope: Scope, userId: string): Promise<SeededDevice | undefined> {
  const row = await select(scope, 'mfa_devices').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row && deviceOf(row);
}

/**
 * Devices in the order of their names.
 *
 * @param after name key behind which to begin
 * @param limit rows at most
 */
export async function listDevicesAfter(
  scope: Scope,
  after: string | undefined,
  limit: number,
): Promise<VirtualMfaDevice[]> {
  const ordered = select(scope, 'mfa_devices').selectAll().orderBy('name_key').limit(limit);
  const rows = await (after === undefined ? ordered : ordered.where('name_key', '>', after)).execute();
  return rows.map(deviceOf);
}

/** How many devices the account has. */
export function countDevices(scope: Scope): Promise<number> {
  return count(scope, 'mfa_devices');
}

/** How many of them are bound to a user. */
export function countBoundDevices(scope: Scope): Promise<number> {
  // Written so that an index is used, which SQLite does not do for IS NOT NULL.
  return count(scope, 'mfa_devices', devices => devices.where('user_id', '>', ''));
}

/** Which of some users have a device bound to them. */
export async function usersWithDevice(
  scope: Scope,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await select(scope, 'mfa_devices').select('user_id').where('user_id', 'in', userIds).execute();
  return new Set(rows.flatMap(row => row.user_id ?? []));
}

/** Whether a user has a device: one that is bound to it, or one of its making that is bound to nobody. */
export async function hasDevice(scope: Scope, userId: string): Promise<boolean> {
  if ((await countDevicesOfUser(scope, userId)) > 0) return true;
  const made = await select(scope, 'mfa_devices')
    .select('name')
    .where('maker_id', '=', userId)
    .where('user_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return made !== undefined;
}

/** 1 when a device is bound to the user, else 0. */
export function countDevicesOfUser(scope: Scope, userId: string): Promise<number> {
  return count(scope, 'mfa_devices', devices => devices.where('user_id', '=', userId));
}

/** Stores a new device that is bound to nobody; the caller has seen that its name is free. */
export function insertDevice(scope: ChangeScope, device: SeededDevice): Promise<void> {
  return insert(scope, 'mfa_devices', {
    name_key: nameKey(device.name),
    name: device.name,
    sealed_seed: device.sealedSeed,
    user_id: device.userId ?? null,
    maker_id: device.makerId ?? null,
    created_at: device.createdAt,
    activated_at: device.activatedAt ?? null,
    last_step: device.lastStep,
  });
}

/** Stores a device as it now is. */
export async function updateDevice(scope: ChangeScope, device: VirtualMfaDevice): Promise<void> {
  await update(scope, 'mfa_devices')
    .set({
      user_id: device.userId ?? null,
      activated_at: device.activatedAt ?? null,
      last_step: device.lastStep,
    })
    .where('name_key', '=', nameKey(device.name))
    .execute();
}

/** Removes a device and its seed. */
export async function removeDevice(scope: ChangeScope, { name }: VirtualMfaDevice): Promise<void> {
  await remove(scope, 'mfa_devices').where('name_key', '=', nameKey(name)).execute();
}

/** Removes the device of a user, if there is one; what the user made for others stays, and is nobody's own from then on. */
export async function removeDeviceOfUser(scope: ChangeScope, userId: string): Promise<void> {
  await remove(scope, 'mfa_devices').where('user_id', '=', userId).execute();
  await update(scope, 'mfa_devices').set({ maker_id: null }).where('maker_id', '=', userId).execute();
}

/** Whether the account itself has a device. */
export async function accountHasDevice(scope: Scope): Promise<boolean> {
  const row = await select(scope, 'account_mfa').select('activated_at').executeTakeFirst();
  return row !== undefined;
}

function deviceOf(row: MfaDevicesTable): SeededDevice {
  return {
    name: row.name,
    sealedSeed: row.sealed_seed,
    userId: row.user_id ?? undefined,
    makerId: row.maker_id ?? undefined,
    createdAt: row.created_at,
    activatedAt: row.activated_at ?? undefined,
    lastStep: row.last_step,
  };
}
