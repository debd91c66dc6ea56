/** The SQL of phones and mailboxes for codes. An owner is a user's id, or empty for the account itself. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insert, remove, select } from '../../store/index.ts';
import type { VerificationDevice, VerificationKind } from './verification-device.ts';

/** The phone and the mailbox of an owner, as far as it has them. */
export async function verificationDevicesOf(scope: Scope, ownerId: string): Promise<VerificationDevice[]> {
  return select(scope, 'verification_devices')
    .select(['kind', 'address', 'status'])
    .where('user_id', '=', ownerId)
    .execute();
}

/** Binds a phone or a mailbox in place of the one that the owner had. */
export async function putVerificationDevice(
  scope: ChangeScope,
  ownerId: string,
  device: VerificationDevice,
): Promise<void> {
  await removeVerificationDevice(scope, ownerId, device.kind);
  await insert(scope, 'verification_devices', { user_id: ownerId, bound_at: scope.now, ...device });
}

/** Removes the phone or the mailbox of an owner, if it has one. */
export async function removeVerificationDevice(
  scope: ChangeScope,
  ownerId: string,
  kind: VerificationKind,
): Promise<void> {
  await remove(scope, 'verification_devices')
    .where('user_id', '=', ownerId)
    .where('kind', '=', kind)
    .execute();
}

/** Removes all that an owner has. */
export async function removeVerificationDevicesOf(scope: ChangeScope, ownerId: string): Promise<void> {
  await remove(scope, 'verification_devices').where('user_id', '=', ownerId).execute();
}
