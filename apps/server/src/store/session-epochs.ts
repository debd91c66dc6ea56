import { type RawBuilder, sql } from 'kysely';
import type { ChangeScope } from '../kernel/scope.ts';
import { AccountScope } from './account-scope.ts';

/**
 * The epoch that begins when the sessions of something are ended: the time, or the next number when the clock was set
 * back. A row that is inserted begins with the time too, so that what is restored from the recycle bin is in another epoch
 * than it was before.
 *
 * @param now milliseconds since 1970
 */
export function nextEpoch(now: number): RawBuilder<number> {
  return sql<number>`case when session_epoch < cast(${now} as bigint) then cast(${now} as bigint) else session_epoch + 1 end`;
}

/** Begins another epoch of the whole account, whose row no rule writes: every session of it has ended. */
export async function endSessionsOfAccount(scope: ChangeScope): Promise<void> {
  await AccountScope.sessionOf(scope)
    .builder.updateTable('accounts')
    .set({ session_epoch: nextEpoch(scope.now) })
    .where('account_id', '=', scope.accountId)
    .execute();
}
