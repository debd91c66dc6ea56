/**
 * AccessKeys: the long-lived credentials of users and of the account itself. A secret is shown once, when its key is
 * created, and stands sealed in the database ever after; a key that is not active signs nothing.
 */
import type { Area, UserDependent } from '../../kernel/area.ts';
import { imsCreateAccessKey, ramCreateAccessKey } from './create-access-key.ts';
import { deleteAllKeysOf, imsDeleteAccessKey, ramDeleteAccessKey } from './delete-access-key.ts';
import { imsGetAccessKeyLastUsed, ramGetAccessKeyLastUsed } from './get-access-key-last-used.ts';
import type { KeyBin } from './key-bin.ts';
import { imsListAccessKeys, ramListAccessKeys } from './list-access-keys.ts';
import { countKeysOf } from './store.ts';
import { imsUpdateAccessKey, ramUpdateAccessKey } from './update-access-key.ts';

export { addKey } from './add-key.ts';
export {
  imsKeyTarget,
  keySummary,
  keyTarget,
  ofKeyAdministrator,
} from './authorization.ts';
export { accessKeyNotExist, tooManyAccessKeys } from './errors.ts';
export { keyOfOwner, ownerOfKey } from './find-key.ts';
export {
  countUsersWithOldKeys,
  countUsersWithUnusedKeys,
  type UsedKey,
  usedKeysOf,
} from './inventory.ts';

export type { KeyBin } from './key-bin.ts';
export { userAccessKeyId } from './parameters.ts';
export { removeLastUse } from './store.ts';

/**
 * A user's keys, for whoever deletes the user.
 *
 * @param takeIn the recycle bin
 */
export function userDependent(takeIn: KeyBin): UserDependent {
  return {
    noun: 'AccessKey',
    count: countKeysOf,
    remove: (scope, userId) => deleteAllKeysOf(scope, userId, takeIn),
  };
}

/**
 * The operations on AccessKeys.
 *
 * @param takeIn the recycle bin
 */
export function accessKeysArea(takeIn: KeyBin): Area {
  return {
    name: 'access-keys',
    operations: [
      ramCreateAccessKey,
      imsCreateAccessKey,
      ramListAccessKeys,
      imsListAccessKeys,
      ramUpdateAccessKey,
      imsUpdateAccessKey,
      ramDeleteAccessKey(takeIn),
      imsDeleteAccessKey(takeIn),
      ramGetAccessKeyLastUsed,
      imsGetAccessKeyLastUsed,
    ],
  };
}
