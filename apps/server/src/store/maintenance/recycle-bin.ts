/** Cleaning up the recycle bins of all accounts. Rules have stopped to see what is deleted here. */
import { jsonRows } from '../json-rows.ts';
import type { Session } from '../session.ts';

/** A row of an account. */
interface Place {
  readonly account_id: string;
  readonly id: string;
}

const EXPIRED_USERS = expired('recycled_users', 'user_id');
const EXPIRED_KEYS = expired('recycled_access_keys', 'access_key_id');

/** What is kept of a key for as long as it may come back. */
const BESIDE_KEYS = ['recycled_access_keys', 'access_key_uses', 'access_key_policies'];

function expired(table: string, id: string): string {
  return `
    select account_id, ${id} as id from ${table}
    where purge_at <= $1 order by purge_at limit $2`;
}

/**
 * Deletes what has left the recycle bin by its time: users with the keys they have there, and single keys.
 *
 * @param before milliseconds since 1970
 * @param limit users, and keys, at most
 * @returns the greater number of those that there were
 */
export async function purgeRecycled(session: Session, before: number, limit: number): Promise<number> {
  const users = await session.query<Place>(EXPIRED_USERS, [before, limit]);
  const keys = await session.query<Place>(EXPIRED_KEYS, [before, limit]);
  const theirs = await keysOf(session, users);
  for (const table of BESIDE_KEYS) await removeFrom(session, table, 'access_key_id', [...keys, ...theirs]);
  for (const table of ['recycled_login_profiles', 'recycled_users']) {
    await removeFrom(session, table, 'user_id', users);
  }
  return Math.max(users.length, keys.length);
}

function keysOf(session: Session, users: readonly Place[]): Promise<readonly Place[]> {
  return session.query<Place>(
    `select keys.account_id, keys.access_key_id as id
     from (select value->>0 as account_id, value->>1 as user_id from ${jsonRows(session.dialect, '$1')}) as users
     join recycled_access_keys keys on keys.account_id = users.account_id and keys.user_id = users.user_id`,
    [textOf(users)],
  );
}

async function removeFrom(
  session: Session,
  table: string,
  column: string,
  places: readonly Place[],
): Promise<void> {
  await session.query(
    `delete from ${table} where (account_id, ${column}) in
       (select value->>0, value->>1 from ${jsonRows(session.dialect, '$1')})`,
    [textOf(places)],
  );
}

function textOf(places: readonly Place[]): string {
  return JSON.stringify(places.map(({ account_id: account, id }) => [account, id]));
}
