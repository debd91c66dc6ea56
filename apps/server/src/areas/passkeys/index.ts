/**
 * Passkeys: what people log on with instead of a password. They are registered in a browser and nowhere else; here they
 * are seen, named and taken away.
 */
import type { Area, UserBelonging } from '../../kernel/area.ts';
import { imsDeletePasskey } from './delete-passkey.ts';
import { imsListPasskeys } from './list-passkeys.ts';
import { removePasskeysOf } from './store.ts';
import { imsUpdatePasskey } from './update-passkey.ts';

export { countUsersWithPasskeysAlone, passkeyOwnersAmong } from './owners.ts';

/** A user's passkeys, for whoever deletes the user: RAM, which has no call to take them away, must not be kept by them. */
export const userBelonging: UserBelonging = { remove: removePasskeysOf };

/** The operations on passkeys. */
export const passkeys: Area = {
  name: 'passkeys',
  operations: [imsListPasskeys, imsUpdatePasskey, imsDeletePasskey],
};
