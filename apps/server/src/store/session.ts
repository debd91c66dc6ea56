import type { Kysely } from 'kysely';
import type { Database } from './schema/index.ts';

/** The two databases. */
export type Dialect = 'sqlite' | 'postgres';

/** What a statement takes: text, a number, bytes or nothing. Booleans are written as 0 and 1. */
export type Value = string | number | Uint8Array | null;

/**
 * One place where statements run: a connection inside a transaction, or the readers of a store.
 * Statements are written once for both databases, with `$1`, `$2` … for their values.
 */
export interface Session {
  readonly dialect: Dialect;
  /**
   * Runs one statement; the same text is prepared once per connection.
   *
   * @param statement constant SQL that both databases understand; every `$n` stands in it at least once
   * @param values the values of `$1`, `$2` …
   * @returns the rows read or returned, with integers as numbers and bytes as Uint8Array
   * @throws StorageUnavailable, or the database's error
   */
  query<Row>(statement: string, values: readonly Value[]): Promise<readonly Row[]>;
  /** Kysely over the same connection; made when it is asked for the first time. */
  readonly builder: Kysely<Database>;
}
