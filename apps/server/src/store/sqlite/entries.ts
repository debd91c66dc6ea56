import type BetterSqlite3 from 'better-sqlite3';
import type { JournalRow, KeyUse, LedgerEntry } from '../../kernel/ledger.ts';
import { NonceRows } from './nonce-rows.ts';

/** The statements that every request runs through, on the writer's connection. */
export class EntryStatements {
  readonly nonces: NonceRows;
  readonly #journal: BetterSqlite3.Statement<unknown[]>;
  readonly #use: BetterSqlite3.Statement<unknown[]>;

  constructor(database: BetterSqlite3.Database, clock: () => number) {
    this.nonces = new NonceRows(database, clock);
    this.#journal = database.prepare(
      'insert into journal (writer, sequence, account_id, at, record, mac) values (?, ?, ?, ?, ?, ?)',
    );
    this.#use = database.prepare(`
      insert into access_key_uses (account_id, access_key_id, used_at, service_name)
      select account_id, access_key_id, ?, ? from access_keys where account_id = ? and access_key_id = ?
      on conflict (account_id, access_key_id) do update
        set used_at = excluded.used_at, service_name = excluded.service_name
        where excluded.used_at > access_key_uses.used_at`);
  }

  /** Stores an entry in the transaction that is open; its nonce is written with those of the others. */
  store({ row, nonce, use }: LedgerEntry): void {
    this.#storeRow(row);
    if (use !== undefined) this.#storeUse(use);
    if (nonce !== undefined) this.nonces.add(nonce);
  }

  #storeRow({ writer, sequence, accountId, at, record, mac }: JournalRow): void {
    this.#journal.run(writer, sequence, accountId, at, record, mac);
  }

  #storeUse({ accountId, accessKeyId, at, serviceName }: KeyUse): void {
    this.#use.run(at, serviceName, accountId, accessKeyId);
  }
}
