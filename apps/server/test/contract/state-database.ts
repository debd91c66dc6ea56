/** The database behind the server, seen from outside: its rows, its journal, and failures that a test plants in it. */
import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { JournalRecord } from '../../src/journal/record.ts';

/** A row of the journal. */
export interface JournalEntry {
  readonly accountId: string;
  readonly record: JournalRecord;
}

export interface ColumnOfTable {
  readonly table: string;
  readonly column: string;
}

/** The rows of one table, each as its column values in the order of the columns. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * What is written beside a request without deciding anything, and the feed of changes, which is pruned while tests run: a
 * change shows in the account's revision too. None of them is state of the account.
 */
const besideTheState = ['access_key_uses', 'password_attempts', 'changes'];

export class StateDatabase {
  readonly #path: string;
  readonly #database: BetterSqlite3.Database;
  readonly #writes: BetterSqlite3.Statement<[string], { readonly writes: number }>;
  readonly #journal = new Map<string, JournalEntry[]>();
  #newestBatch = 0;

  /** @param path of a SQLite file that a server has open */
  constructor(path: string) {
    this.#path = path;
    this.#database = new BetterSqlite3(path, { timeout: 10_000 });
    this.#countWrites();
    this.#writes = this.#database.prepare('select writes from observed_writes where account_id = ?');
  }

  /**
   * How many rows of an account were inserted, updated or deleted so far, in any table of its state, and committed. As
   * long as it is the same, the account is the same.
   */
  writesTo(accountId: string): number {
    return this.#writes.get(accountId)?.writes ?? 0;
  }

  /** The rows of one table that belong to an account. */
  rows(table: string, accountId: string): Rows {
    const statement = this.#database.prepare<[string], Record<string, unknown>>(
      `select * from ${table} where account_id = ?`,
    );
    return statement.all(accountId);
  }

  /** Puts a row into a table, for what no operation makes so far. */
  insert(table: string, row: Readonly<Record<string, string | number>>): void {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    this.#database
      .prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`)
      .run(Object.values(row));
  }

  /** Changes the rows whose columns have some values, for what no operation changes so far. */
  update(
    table: string,
    where: Readonly<Record<string, string>>,
    columns: Readonly<Record<string, string | number>>,
  ): void {
    const set = Object.keys(columns).map(column => `${column} = ?`);
    const found = Object.keys(where).map(column => `${column} = ?`);
    this.#database
      .prepare(`update ${table} set ${set.join(', ')} where ${found.join(' and ')}`)
      .run(...Object.values(columns), ...Object.values(where));
  }

  /** All that an account holds, as one text to search in. */
  contentOf(accountId: string): string {
    return JSON.stringify(this.#tablesOfAccounts().map(table => this.rows(table, accountId)));
  }

  /** The columns of every table that holds state of accounts. */
  columns(): readonly ColumnOfTable[] {
    const columns = this.#database.prepare<[string], { name: string }>(
      'select name from pragma_table_info(?) order by cid',
    );
    return this.#tablesOfAccounts().flatMap(table =>
      columns.all(table).map(({ name }) => ({ table, column: name })),
    );
  }

  /** The journal's entries about one request. */
  journalOf(requestId: string): readonly JournalEntry[] {
    if (!this.#journal.has(requestId)) this.readJournal();
    return this.#journal.get(requestId) ?? [];
  }

  /** Whether a text stands anywhere in the files of the database. */
  holds(text: string): boolean {
    return ['', '-wal'].some(suffix => readFileSync(this.#path + suffix).includes(text));
  }

  /**
   * Makes inserting into a table fail while `during` runs.
   *
   * @param when SQL over `new`, the row to be inserted
   */
  async failing<Result>(table: string, when: string, during: () => Promise<Result>): Promise<Result> {
    this.#database.exec(
      `create trigger planted before insert on ${table} when ${when}
       begin select raise(abort, 'planted by a test'); end`,
    );
    try {
      return await during();
    } finally {
      this.#database.exec('drop trigger planted');
    }
  }

  /** Another connection to the file. */
  another(): BetterSqlite3.Database {
    return new BetterSqlite3(this.#path, { readonly: true });
  }

  close(): void {
    this.#database.close();
  }

  /** Has the database itself count what is written, whoever writes it; reading all rows before and after takes too long. */
  #countWrites(): void {
    this.#database.exec(
      'create table observed_writes (account_id text primary key, writes integer not null)',
    );
    for (const table of this.#tablesOfAccounts()) {
      for (const [event, row] of [
        ['insert', 'new'],
        ['update', 'new'],
        ['update', 'old'],
        ['delete', 'old'],
      ]) {
        this.#database.exec(
          `create trigger observed_${table}_${event}_${row} after ${event} on ${table} begin
             insert into observed_writes values (${row}.account_id, 1)
               on conflict (account_id) do update set writes = writes + 1;
           end`,
        );
      }
    }
  }

  #tablesOfAccounts(): string[] {
    const tables = this.#database
      .prepare<[], { name: string }>(
        `select m.name from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and c.name = 'account_id' order by m.name`,
      )
      .all();
    return tables.map(({ name }) => name).filter(name => !besideTheState.includes(name));
  }

  /** Takes in what was recorded since the last time. */
  readJournal(): void {
    const rows = this.#database
      .prepare<[number], { batch: number; account_id: string; record: string }>(
        'select batch, account_id, record from journal where batch > ?',
      )
      .all(this.#newestBatch);
    for (const { batch, account_id: accountId, record: text } of rows) {
      this.#newestBatch = Math.max(this.#newestBatch, batch);
      const record = JSON.parse(text) as JournalRecord;
      const entries = this.#journal.get(record.requestId);
      if (entries === undefined) this.#journal.set(record.requestId, [{ accountId, record }]);
      else entries.push({ accountId, record });
    }
  }
}
