/** The SQL of AccessKeys in the recycle bin. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, insert, type RecycledAccessKeysTable, remove, select } from '../../store/index.ts';
import type { RecycledKey } from './recycled.ts';

/** A key of the bin with its secret as the database holds it. */
export interface SealedRecycledKey extends RecycledKey {
  /** Sealed for the row that the key had, and gets back. */
  readonly sealedSecret: string;
}

// All but the sealed secret, which only a restoration reads.
const shownColumns = ['access_key_id', 'user_id', 'created_at', 'recycled_at', 'purge_at'] as const;

/** The keys of a user in the order in which they leave the bin; as many as its capacity allows. */
export async function recycledKeysOf(scope: Scope, userId: string): Promise<RecycledKey[]> {
  const rows = await select(scope, 'recycled_access_keys')
    .select(shownColumns)
    .where('user_id', '=', userId)
    .where('purge_at', '>', scope.now)
    .orderBy('purge_at')
    .orderBy('access_key_id')
    .execute();
  return rows.map(keyOf);
}

/**
 * Finds a key of the bin, whoever had it.
 *
 * @returns undefined when it is not there, or its time is over
 */
export async function findRecycledKey(
  scope: Scope,
  accessKeyId: string,
): Promise<SealedRecycledKey | undefined> {
  const row = await select(scope, 'recycled_access_keys')
    .selectAll()
    .where('access_key_id', '=', accessKeyId)
    .where('purge_at', '>', scope.now)
    .executeTakeFirst();
  return row && { ...keyOf(row), sealedSecret: row.sealed_secret };
}

/**
 * Ids of the keys of a user that are too many for the bin, those that came first; those whose time is over are among them.
 *
 * @param capacity how many may stay
 */
export async function keysBeyond(scope: Scope, userId: string, capacity: number): Promise<string[]> {
  const held = await count(scope, 'recycled_access_keys', keys => keys.where('user_id', '=', userId));
  if (held <= capacity) return [];
  const rows = await select(scope, 'recycled_access_keys')
    .select('access_key_id')
    .where('user_id', '=', userId)
    .orderBy('recycled_at')
    .orderBy('access_key_id')
    .limit(held - capacity)
    .execute();
  return rows.map(row => row.access_key_id);
}

/** Puts a key into the bin. */
export function insertRecycledKey(scope: ChangeScope, key: SealedRecycledKey): Promise<void> {
  return insert(scope, 'recycled_access_keys', {
    access_key_id: key.accessKeyId,
    user_id: key.userId,
    sealed_secret: key.sealedSecret,
    created_at: key.createdAt,
    recycled_at: key.recycledAt,
    purge_at: key.purgeAt,
  });
}

/** Takes a key out of the bin. */
export async function removeRecycledKey(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await remove(scope, 'recycled_access_keys').where('access_key_id', '=', accessKeyId).execute();
}

function keyOf(row: Pick<RecycledAccessKeysTable, (typeof shownColumns)[number]>): RecycledKey {
  return {
    accessKeyId: row.access_key_id,
    userId: row.user_id,
    createdAt: row.created_at,
    recycledAt: row.recycled_at,
    purgeAt: row.purge_at,
  };
}
