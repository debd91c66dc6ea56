import { type HmacKey, hmac, prepareHmacKey } from '@wardenry/signature';
import type { AccountId } from '../kernel/callers/identity.ts';
import type { JournalRow } from '../kernel/ledger.ts';
import type { JournalRecord } from './record.ts';

/** Stamps records: gives each its place in this process's sequence and a MAC by a key that the database does not hold. */
export class JournalWriter {
  readonly #writer: number;
  readonly #key: HmacKey;
  #sequence = 0;

  /**
   * @param writer number that the store allocated to this process, never used before
   * @param key hexadecimal text of the MAC key
   */
  constructor(writer: number, key: string) {
    this.#writer = writer;
    this.#key = prepareHmacKey('sha256', key);
  }

  /**
   * Stamps one record. Its bytes are hashed as they are stored.
   *
   * @param accountId the account it belongs to, or the system scope
   * @param at milliseconds since 1970
   */
  stamp(accountId: AccountId, at: number, record: JournalRecord): JournalRow {
    this.#sequence += 1;
    const row = {
      writer: this.#writer,
      sequence: this.#sequence,
      accountId,
      at,
      record: JSON.stringify(record),
    };
    return { ...row, mac: macOf(this.#key, row) };
  }
}

/**
 * The MAC of a row, which whoever checks the journal computes again.
 *
 * @param key made of the MAC key's hexadecimal text
 */
function macOf(key: HmacKey, row: Omit<JournalRow, 'mac'>): string {
  const message = `${row.writer}\n${row.sequence}\n${row.accountId}\n${row.at}\n${row.record}`;
  return hmac(key, message, 'base64');
}
