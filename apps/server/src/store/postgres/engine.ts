import type { LedgerEntry } from '../../kernel/ledger.ts';
import { StorageUnavailable } from '../../kernel/ledger.ts';
import type { Engine, Transaction, TransactionOptions } from '../engine.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Session } from '../session.ts';
import type { CompleteSettings } from '../settings.ts';
import { Connections } from './connections.ts';
import { migrationsOfPostgres } from './migrations.ts';
import { Queues } from './queues.ts';
import { Recorder } from './recorder.ts';
import { runAgain } from './run-again.ts';
import { PostgresSession } from './session.ts';
import { runTransaction } from './transaction.ts';

/** Number of the advisory lock that a change of the installation holds: "inst". */
const INSTALLATION = 0x696e7374;

/**
 * Opens a PostgreSQL database, creating and migrating its tables as needed.
 *
 * @throws StorageUnavailable, SchemaTooNew
 */
export async function openPostgres(url: string, settings: CompleteSettings): Promise<Engine> {
  const { default: pg } = await import('pg');
  const connections = new Connections(pg, url, settings);
  try {
    const engine = new PostgresEngine(connections);
    await migrate(migrationsOfPostgres(pg, url, settings, engine.reader));
    return engine;
  } catch (error) {
    await connections.close();
    throw error;
  }
}

class PostgresEngine implements Engine {
  readonly reader: Session;
  readonly #connections: Connections;
  readonly #recorder: Recorder;
  readonly #queues = new Queues();
  #closed = false;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#recorder = new Recorder(connections);
    this.reader = new PostgresSession(use => connections.lend(use));
  }

  async transaction<Result>(
    run: (transaction: Transaction) => Promise<Result>,
    { queue, committed }: TransactionOptions<Result>,
  ): Promise<Result> {
    if (this.#closed) throw new StorageUnavailable('the server is stopping');
    return this.#queues.run(queue, async () => {
      const result = await runAgain(() =>
        this.#connections.lend(connection => runTransaction(connection, run)),
      );
      committed?.(result);
      return result;
    });
  }

  record(entry: LedgerEntry): Promise<void> {
    return this.#recorder.record(entry);
  }

  async lockInstallation(transaction: Transaction): Promise<void> {
    await transaction.query('select pg_advisory_xact_lock($1)', [INSTALLATION]);
  }

  /** The database itself refuses what was claimed before. */
  rememberedNonces(): void {}

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#recorder.close(), this.#queues.drained()]);
    await this.#connections.close();
  }
}
