import type BetterSqlite3 from 'better-sqlite3';
import type { KeyUse, LedgerEntry } from '../../kernel/ledger.ts';
import { JournalRows } from './journal-rows.ts';
import { NonceRows } from './nonce-rows.ts';

/** How much waited to be written at some moment. */
export interface Mark {
  readonly rows: number;
  readonly nonces: number;
}

/** What every request writes, on the writer's connection. */
export class EntryStatements {
  readonly #rows: JournalRows;
  readonly #nonces: NonceRows;
  readonly #use: BetterSqlite3.Statement<unknown[]>;

  constructor(database: BetterSqlite3.Database, clock: () => number) {
    this.#rows = new JournalRows(database);
    this.#nonces = new NonceRows(database, clock);
    this.#use = database.prepare(`
      insert into access_key_uses (account_id, access_key_id, used_at, service_name)
      select account_id, access_key_id, ?, ? from access_keys where account_id = ? and access_key_id = ?
      on conflict (account_id, access_key_id) do update
        set used_at = excluded.used_at, service_name = excluded.service_name
        where excluded.used_at > access_key_uses.used_at`);
  }

  /** Stores an entry in the transaction that is open; row and nonce are written with those of the others. */
  store({ row, rowElsewhere, nonce, use }: LedgerEntry): void {
    if (use !== undefined) this.#storeUse(use);
    if (row !== undefined) this.#rows.add(row);
    if (rowElsewhere !== undefined) this.#rows.add(rowElsewhere);
    if (nonce !== undefined) this.#nonces.add(nonce);
  }

  /** What waits now, to come back to when a savepoint is rolled back. */
  mark(): Mark {
    return { rows: this.#rows.waiting, nonces: this.#nonces.waiting };
  }

  /** Forgets what was stored since then. */
  backTo({ rows, nonces }: Mark): void {
    this.#rows.keep(rows);
    this.#nonces.keep(nonces);
  }

  /** Writes what waits. */
  write(): void {
    this.#rows.write();
    this.#nonces.write();
  }

  /** Forgets what the transaction that was rolled back has written. */
  rolledBack(): void {
    this.#rows.keep(0);
    this.#nonces.rolledBack();
  }

  #storeUse({ accountId, accessKeyId, at, serviceName }: KeyUse): void {
    this.#use.run(at, serviceName, accountId, accessKeyId);
  }
}
