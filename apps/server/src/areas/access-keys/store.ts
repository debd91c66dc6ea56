/** The SQL of AccessKeys and of their last use. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { type AccessKeysTable, count, insert, nextEpoch, remove, select, update } from '../../store/index.ts';
import type { AccessKey, LastUse } from './access-key.ts';
import type { SealedKey } from './key-bin.ts';

// All but the sealed secret, which only the decision path reads.
const shownColumns = ['access_key_id', 'user_id', 'status', 'created_at', 'updated_at'] as const;

/** The keys of an owner, the oldest first; as many as the quota allows. */
export async function keysOf(scope: Scope, ownerId: string): Promise<AccessKey[]> {
  const rows = await select(scope, 'access_keys')
    .select(shownColumns)
    .where('access_key_id', 'in', idsOfKeysOf(scope, ownerId))
    .orderBy('created_at')
    .orderBy('access_key_id')
    .execute();
  return rows.map(keyOf);
}

// The ids stand in the index by owner. To go from there to whole rows in one step, SQLite thinks dearer than to read all
// keys of the account, however many these are.
function idsOfKeysOf(scope: Scope, ownerId: string) {
  return select(scope, 'access_keys').select('access_key_id').where('user_id', '=', ownerId);
}

/** How many keys an owner has. */
export function countKeysOf(scope: Scope, ownerId: string): Promise<number> {
  return count(scope, 'access_keys', keys => keys.where('user_id', '=', ownerId));
}

/**
 * Finds a key by its id, whoever has it.
 *
 * @returns undefined when the account has no such key
 */
export async function findKey(scope: Scope, accessKeyId: string): Promise<AccessKey | undefined> {
  const row = await select(scope, 'access_keys')
    .select(shownColumns)
    .where('access_key_id', '=', accessKeyId)
    .executeTakeFirst();
  return row && keyOf(row);
}

/** Stores a key that was not there. */
export function insertKey(scope: ChangeScope, key: SealedKey): Promise<void> {
  return insert(scope, 'access_keys', {
    access_key_id: key.accessKeyId,
    user_id: key.ownerId,
    status: key.status,
    sealed_secret: key.sealedSecret,
    created_at: key.createdAt,
    updated_at: key.updatedAt,
    // In another epoch than any before, also when it comes back from the recycle bin.
    session_epoch: scope.now,
  });
}

/** Sets the status of a key and when it changed; sessions that were born from it end for good. */
export async function updateStatus(
  scope: ChangeScope,
  accessKeyId: string,
  status: AccessKey['status'],
): Promise<void> {
  await update(scope, 'access_keys')
    .set({ status, updated_at: scope.now, session_epoch: nextEpoch(scope.now) })
    .where('access_key_id', '=', accessKeyId)
    .execute();
}

/**
 * Removes a key that is there; what is known of its use stays.
 *
 * @returns its secret, sealed for its row
 */
export async function removeKey(scope: ChangeScope, accessKeyId: string): Promise<string> {
  const row = await remove(scope, 'access_keys')
    .where('access_key_id', '=', accessKeyId)
    .returning('sealed_secret')
    .executeTakeFirstOrThrow();
  return row.sealed_secret;
}

/** Forgets when and where a key was used last. */
export async function removeLastUse(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await remove(scope, 'access_key_uses').where('access_key_id', '=', accessKeyId).execute();
}

/**
 * When and where a key was used last.
 *
 * @returns undefined for a key that was never used
 */
export async function lastUseOf(scope: Scope, accessKeyId: string): Promise<LastUse | undefined> {
  const row = await select(scope, 'access_key_uses')
    .select(['used_at', 'service_name'])
    .where('access_key_id', '=', accessKeyId)
    .executeTakeFirst();
  return row && { usedAt: row.used_at, serviceName: row.service_name };
}

type ShownRow = Pick<AccessKeysTable, (typeof shownColumns)[number]>;

function keyOf(row: ShownRow): AccessKey {
  return {
    accessKeyId: row.access_key_id,
    ownerId: row.user_id,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
