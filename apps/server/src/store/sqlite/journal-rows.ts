import type BetterSqlite3 from 'better-sqlite3';
import type { JournalRow } from '../../kernel/ledger.ts';

/**
 * The journal rows of one transaction, written as one row of `journal_batches`: SQLite takes several times longer for each
 * row apart. The view `journal` shows them one by one.
 */
export class JournalRows {
  readonly #insert: BetterSqlite3.Statement<[string]>;
  #waiting: string[] = [];

  constructor(database: BetterSqlite3.Database) {
    this.#insert = database.prepare('insert into journal_batches (rows) values (?)');
  }

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Has a row written with the transaction that is open. The record stands in it as it is, byte for byte. */
  add({ writer, sequence, accountId, at, record, mac }: JournalRow): void {
    this.#waiting.push(`[${writer},${sequence},"${accountId}",${at},${record},"${mac}"]`);
  }

  /** Forgets rows that were rolled back: all but the first `kept` of those that wait. */
  keep(kept: number): void {
    this.#waiting.length = kept;
  }

  /** Writes what waits. */
  write(): void {
    if (this.#waiting.length === 0) return;
    const rows = `[${this.#waiting.join(',')}]`;
    this.#waiting = [];
    this.#insert.run(rows);
  }
}
