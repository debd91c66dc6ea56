import type { JournalWriter } from '../journal/writer.ts';
import type { ApiError } from '../kernel/errors.ts';
import type { Ledger } from '../kernel/ledger.ts';
import { type Exchange, recordOf } from './exchange.ts';

/**
 * Writes an exchange down a second time, in the account whose role somebody of another account asked for: who took it on,
 * or tried to, is the business of whoever owns it. Done behind the record of the caller's account, which claims the nonce.
 *
 * @param refusal what is answered instead of success
 * @throws StorageUnavailable
 */
export async function recordConcerned(
  { ledger, journal }: { readonly ledger: Ledger; readonly journal: JournalWriter },
  exchange: Exchange,
  refusal?: ApiError,
): Promise<void> {
  const { concerns, now } = exchange;
  if (concerns === undefined) return;
  await ledger.record({ row: journal.stamp(concerns, now, recordOf(exchange, refusal)) });
}
