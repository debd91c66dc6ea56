/**
 * AccessKeys: the long-lived credentials of users and of the account itself. A secret is shown once, when its key is
 * created, and stands sealed in the database ever after; a key that is not active signs nothing.
 */
import type { Area, UserDependent } from '../../kernel/area.ts';
import { imsCreateAccessKey, ramCreateAccessKey } from './create-access-key.ts';
import { deleteAllKeysOf, imsDeleteAccessKey, ramDeleteAccessKey } from './delete-access-key.ts';
import { imsGetAccessKeyLastUsed, ramGetAccessKeyLastUsed } from './get-access-key-last-used.ts';
import { imsListAccessKeys, ramListAccessKeys } from './list-access-keys.ts';
import { countKeysOf } from './store.ts';
import { imsUpdateAccessKey, ramUpdateAccessKey } from './update-access-key.ts';

export { ownerOfKey } from './find-key.ts';

/** A user's keys, for whoever deletes the user. */
export const userDependent: UserDependent = {
  noun: 'AccessKey',
  count: countKeysOf,
  remove: deleteAllKeysOf,
};

/** The operations on AccessKeys. */
export const accessKeys: Area = {
  name: 'access-keys',
  operations: [
    ramCreateAccessKey,
    imsCreateAccessKey,
    ramListAccessKeys,
    imsListAccessKeys,
    ramUpdateAccessKey,
    imsUpdateAccessKey,
    ramDeleteAccessKey,
    imsDeleteAccessKey,
    ramGetAccessKeyLastUsed,
    imsGetAccessKeyLastUsed,
  ],
};
