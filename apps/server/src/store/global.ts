/** The few look-ups that cross accounts. Whoever serves a request has no use for them. */
import type { AccountId } from '../kernel/callers/identity.ts';
import type { Session } from './session.ts';

/** How many accounts there are. */
export async function countAccounts(session: Session): Promise<number> {
  const [found] = await session.query<{ readonly accounts: number }>(
    'select count(*) as accounts from accounts',
    [],
  );
  return found?.accounts ?? 0;
}

export async function accountExists(session: Session, accountId: AccountId): Promise<boolean> {
  const found = await session.query('select account_id from accounts where account_id = $1', [accountId]);
  return found.length > 0;
}

/**
 * Ids of accounts in their order.
 *
 * @param after id behind which to begin; empty for the first
 * @param limit ids at most
 */
export async function listAccountIds(
  session: Session,
  after: string,
  limit: number,
): Promise<readonly AccountId[]> {
  const found = await session.query<{ readonly account_id: string }>(
    'select account_id from accounts where account_id > $1 order by account_id limit $2',
    [after, limit],
  );
  return found.map(account => account.account_id);
}

/** Whether any account has an AccessKey of this id, or has it in its recycle bin. */
export async function isAccessKeyIdTaken(session: Session, accessKeyId: string): Promise<boolean> {
  const found = await session.query(
    `select account_id from access_keys where access_key_id = $1
     union all select account_id from recycled_access_keys where access_key_id = $1`,
    [accessKeyId],
  );
  return found.length > 0;
}
