/** Kysely over our own sessions. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type Dialect as KyselyDialect,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from './schema/index.ts';
import type { Dialect } from './session.ts';

/** What a connection makes of one compiled statement. */
export interface Outcome {
  readonly rows: readonly unknown[];
  /** Rows written; undefined for a statement that reads. */
  readonly changed: number | undefined;
}

/** Runs one statement, in the database's own notation, where a session runs its statements. */
export type RunCompiled = (statement: string, values: readonly unknown[]) => Promise<Outcome>;

/** Makes a Kysely whose statements all go through `run`. Transactions are opened by the store, never through Kysely. */
export function builderOver(dialect: Dialect, run: RunCompiled): Kysely<Database> {
  return new Kysely<Database>({ dialect: dialectOver(dialect, run) });
}

function dialectOver(name: Dialect, run: RunCompiled): KyselyDialect {
  const connection = connectionOver(run);
  return {
    createDriver: () => driverOver(connection),
    createAdapter: () => (name === 'sqlite' ? new SqliteAdapter() : new PostgresAdapter()),
    createQueryCompiler: () => (name === 'sqlite' ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    createIntrospector: db => (name === 'sqlite' ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
  };
}

function connectionOver(run: RunCompiled): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changed } = await run(query.sql, query.parameters);
      return {
        rows: rows as Row[],
        ...(changed === undefined ? {} : { numAffectedRows: BigInt(changed) }),
      };
    },
    streamQuery() {
      throw new TypeError('the store does not stream rows');
    },
  };
}

function driverOver(connection: DatabaseConnection): Driver {
  const refuse = () => Promise.reject(new TypeError('transactions are opened by the store'));
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  };
}
