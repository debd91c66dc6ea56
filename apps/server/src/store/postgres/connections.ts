import type { ClientBase, Pool, PoolClient, PoolConfig } from 'pg';
import type { CompleteSettings } from '../settings.ts';
import { PostgresConnection } from './connection.ts';
import { postgresFailure } from './failures.ts';

/** The driver, loaded only when it is needed. */
export type Pg = typeof import('pg').default;

/** Milliseconds that the client waits longer than the server may take: for a server that does not answer at all. */
const GRACE = 500;
/** OID of int8. No count or time of ours comes near 2^53. */
const INT8 = 20;

/** Settings of every connection. */
export function clientSettings({ types }: Pg, url: string, settings: CompleteSettings): PoolConfig {
  return {
    connectionString: url,
    application_name: `wardenry ${settings.node}`,
    connectionTimeoutMillis: settings.connectTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format),
    },
  };
}

/** The bounded pool of one process. */
export class Connections {
  readonly #pool: Pool;

  constructor(pg: Pg, url: string, settings: CompleteSettings) {
    this.#pool = new pg.Pool({
      ...clientSettings(pg, url, settings),
      max: settings.poolSize,
      idleTimeoutMillis: 60_000,
      statement_timeout: settings.statementTimeout,
      query_timeout: settings.statementTimeout + GRACE,
      idle_in_transaction_session_timeout: settings.statementTimeout * 2,
      onConnect: async client => {
        await insistOnDurability(client);
        await preferIndexes(client);
      },
    });
    // A connection that breaks while nobody uses it is replaced by the pool; unheard, its error would end the process.
    this.#pool.on('error', error => {
      if (!this.#pool.ending) settings.onWarning('an idle connection to PostgreSQL broke', error);
    });
    // The error of a connection that is lent reaches its user through the statement that is under way or comes next.
    this.#pool.on('connect', client => client.on('error', () => {}));
  }

  /**
   * Lends a connection; one that turns out to be lost is not used again.
   *
   * @throws StorageUnavailable when there is none in time
   */
  async lend<Result>(use: (connection: PostgresConnection) => Promise<Result>): Promise<Result> {
    const client = await this.#connect();
    const connection = new PostgresConnection(client);
    try {
      return await use(connection);
    } finally {
      client.release(connection.isLost);
    }
  }

  /** Waits for the connections that are lent and closes all. */
  close(): Promise<void> {
    return this.#pool.end();
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw postgresFailure(error);
    }
  }
}

/** A setting of the server or the role could make a commit return before it is durable. */
async function insistOnDurability(client: ClientBase): Promise<void> {
  await client.query(`
    select set_config('synchronous_commit', 'on', false)
    where current_setting('synchronous_commit') not in ('on', 'remote_apply')`);
}

/**
 * By default a page that is read out of order is taken to cost four in order, as on disks that turn: then all tags of a
 * large account are read for those of a thousand users, whose index gives them in a seventh of the time.
 */
async function preferIndexes(client: ClientBase): Promise<void> {
  await client.query(`
    select set_config('random_page_cost', '1.1', false)
    where current_setting('random_page_cost')::float8 > 1.1`);
}
