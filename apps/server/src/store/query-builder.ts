/**
 * Kysely over our own sessions. Loading it takes about as long as everything else at a start, and the way of a signed
 * request to its decision needs none of it: it is loaded when the first rule asks.
 */
import { createRequire } from 'node:module';
import type * as KyselyModule from 'kysely';
import type { CompiledQuery, DatabaseConnection, Driver, Kysely, QueryResult } from 'kysely';
import type { Database } from './schema.ts';
import type { Dialect } from './session.ts';

/** What a connection makes of one compiled statement. */
export interface Outcome {
  readonly rows: readonly unknown[];
  /** Rows written; undefined for a statement that reads. */
  readonly changed: number | undefined;
}

/** Runs one statement, in the database's own notation, where a session runs its statements. */
export type RunCompiled = (statement: string, values: readonly unknown[]) => Promise<Outcome>;

const require = createRequire(import.meta.url);
let loaded: typeof KyselyModule | undefined;

function kysely(): typeof KyselyModule {
  loaded ??= require('kysely') as typeof KyselyModule;
  return loaded;
}

/** Loads Kysely ahead of the first rule that asks for it, in small steps. */
export async function loadQueryBuilder(): Promise<void> {
  loaded ??= await import('kysely');
}

/** Makes a Kysely whose statements all go through `run`. Transactions are opened by the store, never through Kysely. */
export function builderOver(dialect: Dialect, run: RunCompiled): Kysely<Database> {
  const { Kysely } = kysely();
  return new Kysely<Database>({ dialect: dialectOver(dialect, run) });
}

function dialectOver(name: Dialect, run: RunCompiled): KyselyModule.Dialect {
  const { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } = kysely();
  const { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } = kysely();
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
