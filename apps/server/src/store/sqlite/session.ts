import type { Kysely } from 'kysely';
import { builderOver, type Outcome } from '../query-builder.ts';
import type { Database } from '../schema/index.ts';
import type { Session, Value } from '../session.ts';
import type { SqliteConnection } from './connection.ts';
import { sqliteFailure } from './failures.ts';

/** Statements on one connection, their errors told in the store's words. */
export class SqliteSession implements Session {
  readonly dialect = 'sqlite';
  readonly #connection: SqliteConnection;
  #builder: Kysely<Database> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** The first statement that failed, also when its caller caught the error. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  async query<Row>(statement: string, values: readonly Value[]): Promise<readonly Row[]> {
    return this.attempt(() => this.#connection.query<Row>(statement, values));
  }

  get builder(): Kysely<Database> {
    this.#builder ??= builderOver('sqlite', (statement, values) => this.#run(statement, values));
    return this.#builder;
  }

  /** Does something with the connection; an error is remembered and told in the store's words. */
  protected attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      const failure = sqliteFailure(error);
      this.#failure ??= { error: failure };
      throw failure;
    }
  }

  async #run(statement: string, values: readonly unknown[]): Promise<Outcome> {
    return this.attempt(() => this.#connection.run(statement, values));
  }
}
