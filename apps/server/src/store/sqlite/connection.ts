import type BetterSqlite3 from 'better-sqlite3';
import { StorageUnavailable } from '../../kernel/ledger.ts';
import type { Outcome } from '../query-builder.ts';
import type { Value } from '../session.ts';

/** A statement and, for one written with `$n`, which value stands at each of its places. */
interface Prepared {
  readonly statement: BetterSqlite3.Statement<unknown[]>;
  readonly places: readonly number[];
}

/** Prepared statements kept per connection: every constant one, and the shapes that lists of many lengths take. */
const KEPT = 400;

/** One connection to the file. Everything is synchronous. */
export class SqliteConnection {
  readonly database: BetterSqlite3.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: BetterSqlite3.Database) {
    this.database = database;
  }

  /** Runs a statement written with `$n` and gives its rows. */
  query<Row>(text: string, values: readonly Value[]): Row[] {
    const { statement, places } = this.#prepare(text);
    const ordered = places.map(place => values[place - 1]);
    if (statement.reader) return statement.all(...ordered) as Row[];
    statement.run(...ordered);
    return [];
  }

  /** Runs a statement written with `?`, as Kysely writes it. */
  run(text: string, values: readonly unknown[]): Outcome {
    const { statement } = this.#prepare(text);
    if (statement.reader) return { rows: statement.all(...values), changed: undefined };
    return { rows: [], changed: statement.run(...values).changes };
  }

  close(): void {
    this.#prepared.clear();
    this.database.close();
  }

  #prepare(text: string): Prepared {
    if (!this.database.open) throw new StorageUnavailable('the server is stopping');
    const held = this.#prepared.get(text);
    if (held !== undefined) return held;
    const { sql, places } = numbered(text);
    const prepared = { statement: this.database.prepare<unknown[]>(sql), places };
    for (const oldest of this.#prepared.keys()) {
      if (this.#prepared.size < KEPT) break;
      this.#prepared.delete(oldest);
    }
    this.#prepared.set(text, prepared);
    return prepared;
  }
}

/**
 * Turns `$1`, `$2` … into places of SQLite and tells which value goes where. The plus changes no value; without it SQLite,
 * as the driver builds it, plans many statements anew for every value that is bound, which costs more than running them.
 */
function numbered(text: string): { readonly sql: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const sql = text.replace(/\$(\d+)/g, (_, place: string) => {
    places.push(Number(place));
    return '+?';
  });
  return { sql, places };
}
