/** Who has a second factor: a device that shows one-time passwords, or a passkey (spec: domain 7). */
import type { Scope } from '../../kernel/scope.ts';
import { accountHasDevice, countBoundDevices, usersWithDevice } from '../mfa/index.ts';
import { countUsersWithPasskeysAlone, passkeyOwnersAmong } from '../passkeys/index.ts';

/** Whether the account itself has one. */
export async function accountHasSecondFactor(scope: Scope): Promise<boolean> {
  return (await accountHasDevice(scope)) || (await passkeyOwnersAmong(scope, [''])).has('');
}

/** How many users have one. */
export async function countUsersWithSecondFactor(scope: Scope): Promise<number> {
  // A user has one device at most.
  return (await countBoundDevices(scope)) + (await countUsersWithPasskeysAlone(scope));
}

/** Those of some users who have one. */
export async function usersWithSecondFactor(
  scope: Scope,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set([...(await usersWithDevice(scope, userIds)), ...(await passkeyOwnersAmong(scope, userIds))]);
}
