import type { Kysely } from 'kysely';
import type { QueryResult } from 'pg';
import { builderOver, type Outcome } from '../query-builder.ts';
import type { Database } from '../schema/index.ts';
import type { Session, Value } from '../session.ts';
import type { PostgresConnection } from './connection.ts';

/** Lends a connection for one statement: always the same within a transaction, any of the pool for readers. */
export type Lender = (use: (connection: PostgresConnection) => Promise<QueryResult>) => Promise<QueryResult>;

/** Statements on connections that a lender gives. */
export class PostgresSession implements Session {
  readonly dialect = 'postgres';
  readonly #lend: Lender;
  #builder: Kysely<Database> | undefined;

  constructor(lend: Lender) {
    this.#lend = lend;
  }

  async query<Row>(statement: string, values: readonly Value[]): Promise<readonly Row[]> {
    const { rows } = await this.#lend(connection => connection.runConstant(statement, values));
    return rows as Row[];
  }

  get builder(): Kysely<Database> {
    this.#builder ??= builderOver('postgres', (statement, values) => this.#run(statement, values));
    return this.#builder;
  }

  async #run(statement: string, values: readonly unknown[]): Promise<Outcome> {
    const { command, rowCount, rows } = await this.#lend(connection => connection.run(statement, values));
    return { rows, changed: command === 'SELECT' ? undefined : (rowCount ?? undefined) };
  }
}
