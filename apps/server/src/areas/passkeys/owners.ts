/** The SQL of who has passkeys, for whoever takes stock of an account. */
import type { Scope } from '../../kernel/scope.ts';
import { select } from '../../store/index.ts';

/**
 * Those of some owners who have a passkey.
 *
 * @param ownerIds ids of users, or empty for the account itself
 */
export async function passkeyOwnersAmong(
  scope: Scope,
  ownerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ownerIds.length === 0) return new Set();
  const rows = await select(scope, 'passkeys')
    .select('user_id')
    .distinct()
    .where('user_id', 'in', ownerIds)
    .execute();
  return new Set(rows.map(row => row.user_id));
}

/** How many users have a passkey and no device that shows one-time passwords. */
export async function countUsersWithPasskeysAlone(scope: Scope): Promise<number> {
  const { users } = await select(scope, 'passkeys')
    .leftJoin('mfa_devices', device =>
      device
        .onRef('mfa_devices.account_id', '=', 'passkeys.account_id')
        .onRef('mfa_devices.user_id', '=', 'passkeys.user_id'),
    )
    .select(passkeys => passkeys.fn.count<number>('passkeys.user_id').distinct().as('users'))
    .where('passkeys.user_id', '>', '')
    .where('mfa_devices.user_id', 'is', null)
    .executeTakeFirstOrThrow();
  return users;
}
