/**
 * The recycle bin: users and their AccessKeys that were deleted a short while ago. Nothing in it signs, logs on or holds a
 * permission. What comes back has the id that it had, and a key comes back disabled and as restricted as it was; what was
 * purged, or whose time is over, never comes back.
 */
import type { Area } from '../../kernel/area.ts';
import { imsDeleteAccessKeyInRecycleBin } from './delete-access-key-in-recycle-bin.ts';
import { imsDeleteUserInRecycleBin } from './delete-user-in-recycle-bin.ts';
import { imsGetAccessKeyInfoInRecycleBin } from './get-access-key-info-in-recycle-bin.ts';
import { imsGetUserInRecycleBin } from './get-user-in-recycle-bin.ts';
import { imsListAccessKeysInRecycleBin } from './list-access-keys-in-recycle-bin.ts';
import { imsListUsersInRecycleBin } from './list-users-in-recycle-bin.ts';
import { imsRestoreAccessKeyFromRecycleBin } from './restore-access-key-from-recycle-bin.ts';
import { imsRestoreUserFromRecycleBin } from './restore-user-from-recycle-bin.ts';

export { takeKeyIn, takeUserIn } from './take-in.ts';

/** The operations on the recycle bin. */
export const recycleBin: Area = {
  name: 'recycle-bin',
  operations: [
    imsListUsersInRecycleBin,
    imsGetUserInRecycleBin,
    imsRestoreUserFromRecycleBin,
    imsDeleteUserInRecycleBin,
    imsListAccessKeysInRecycleBin,
    imsGetAccessKeyInfoInRecycleBin,
    imsRestoreAccessKeyFromRecycleBin,
    imsDeleteAccessKeyInRecycleBin,
  ],
};
