/** The SQL of the AccessKeys of many owners at once, for whoever takes stock of an account. */
import type { Scope } from '../../kernel/scope.ts';
import { select } from '../../store/index.ts';
import type { AccessKey, LastUse } from './access-key.ts';

/** A key, and when it was used last. */
export interface UsedKey extends AccessKey {
  /** Undefined for a key that was never used. */
  readonly lastUse: LastUse | undefined;
}

/**
 * The keys of some owners, the oldest first.
 *
 * @param ownerIds ids of users, or empty for the account itself
 * @returns keys by owner; who has none is absent
 */
export async function usedKeysOf(
  scope: Scope,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly UsedKey[]>> {
  if (ownerIds.length === 0) return new Map();
  // By the ids first, for the reason that the store of this area gives.
  const ids = select(scope, 'access_keys')
    .select('access_keys.access_key_id')
    .where('access_keys.user_id', 'in', ownerIds);
  const rows = await withUses(scope)
    .select([
      'access_keys.access_key_id',
      'access_keys.user_id',
      'access_keys.status',
      'access_keys.created_at',
      'access_keys.updated_at',
      'access_key_uses.used_at',
      'access_key_uses.service_name',
    ])
    .where('access_keys.access_key_id', 'in', ids)
    .orderBy('access_keys.created_at')
    .orderBy('access_keys.access_key_id')
    .execute();
  const keys = rows.map(row => ({
    accessKeyId: row.access_key_id,
    ownerId: row.user_id,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastUse: row.used_at === null ? undefined : { usedAt: row.used_at, serviceName: row.service_name ?? '' },
  }));
  return Map.groupBy(keys, ({ ownerId }) => ownerId);
}

/**
 * How many users have a key that was created before a time.
 *
 * @param time milliseconds since 1970
 */
export async function countUsersWithOldKeys(scope: Scope, time: number): Promise<number> {
  const { users } = await keysOfUsersFrom(scope, time)
    .select(keys => keys.fn.count<number>('access_keys.user_id').distinct().as('users'))
    .executeTakeFirstOrThrow();
  return users;
}

/**
 * How many users have a key that was created before a time and not used since.
 *
 * @param time milliseconds since 1970
 */
export async function countUsersWithUnusedKeys(scope: Scope, time: number): Promise<number> {
  const { users } = await keysOfUsersFrom(scope, time)
    .select(keys => keys.fn.count<number>('access_keys.user_id').distinct().as('users'))
    .where(key => key.or([key('used_at', 'is', null), key('used_at', '<', time)]))
    .executeTakeFirstOrThrow();
  return users;
}

/** Keys with their last uses; the account's own among them. */
function withUses(scope: Scope) {
  return select(scope, 'access_keys').leftJoin('access_key_uses', use =>
    use
      .onRef('access_key_uses.account_id', '=', 'access_keys.account_id')
      .onRef('access_key_uses.access_key_id', '=', 'access_keys.access_key_id'),
  );
}

/** Keys of users, not of the account itself, that were created before a time. */
function keysOfUsersFrom(scope: Scope, time: number) {
  return withUses(scope).where('access_keys.created_at', '<', time).where('access_keys.user_id', '>', '');
}
