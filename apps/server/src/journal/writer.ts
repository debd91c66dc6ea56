import { type HmacKey, hmac, prepareHmacKey } from '@wardenry/signature';
import type { AccountId } from '../kernel/identity.ts';
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
   * Stamps one record; it must not change any more. Its bytes are hashed as they are stored.
   *
   * @param accountId the account it belongs to, or the system scope
   * @param at milliseconds since 1970
   */
  stamp(accountId: AccountId, at: number, record: JournalRecord): JournalRow {
    this.#sequence += 1;
    return new StampedRow(this.#key, this.#writer, this.#sequence, accountId, at, record);
  }
}

/**
 * A stamped row. Its text and its MAC are made when the store asks for them, which it does for a whole batch in one loop:
 * many of one kind in a row cost a fraction of what they cost scattered over the requests.
 */
class StampedRow implements JournalRow {
  readonly writer: number;
  readonly sequence: number;
  readonly accountId: AccountId;
  readonly at: number;
  readonly #key: HmacKey;
  readonly #content: JournalRecord;
  #record: string | undefined;

  constructor(
    key: HmacKey,
    writer: number,
    sequence: number,
    accountId: AccountId,
    at: number,
    content: JournalRecord,
  ) {
    this.#key = key;
    this.writer = writer;
    this.sequence = sequence;
    this.accountId = accountId;
    this.at = at;
    this.#content = content;
  }

  get record(): string {
    this.#record ??= JSON.stringify(this.#content);
    return this.#record;
  }

  get mac(): Uint8Array {
    return macOf(this.#key, this);
  }
}

/**
 * The MAC of a row, which whoever checks the journal computes again.
 *
 * @param key made of the MAC key's hexadecimal text
 */
function macOf(key: HmacKey, row: Omit<JournalRow, 'mac'>): Uint8Array {
  const message = `${row.writer}\n${row.sequence}\n${row.accountId}\n${row.at}\n${row.record}`;
  return Buffer.from(hmac(key, message, 'base64'), 'base64');
}
