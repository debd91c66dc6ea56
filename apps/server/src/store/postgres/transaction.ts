import type { LedgerEntry } from '../../kernel/ledger.ts';
import type { Transaction } from '../engine.ts';
import type { PostgresConnection } from './connection.ts';
import { nonceClaimedElsewhere, storeEntries } from './entries.ts';
import { PostgresSession } from './session.ts';

/**
 * Runs one transaction on a connection.
 *
 * @throws StorageUnavailable, or what `run` throws; the transaction is rolled back then
 */
export async function runTransaction<Result>(
  connection: PostgresConnection,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  await connection.run('begin');
  try {
    const result = await run(new PostgresTransaction(connection));
    // PostgreSQL answers the COMMIT of a failed transaction with a rollback and no error.
    if (connection.failure !== undefined) throw connection.failure.error;
    await connection.run('commit');
    return result;
  } catch (error) {
    await rollBack(connection);
    throw connection.failure === undefined ? error : connection.failure.error;
  }
}

/** A rollback that fails leaves a connection that is closed, which rolls back as well. */
async function rollBack(connection: PostgresConnection): Promise<void> {
  if (connection.isLost) return;
  try {
    await connection.run('rollback');
  } catch {
    connection.markLost();
  }
}

class PostgresTransaction extends PostgresSession implements Transaction {
  readonly #connection: PostgresConnection;

  constructor(connection: PostgresConnection) {
    super(use => use(connection));
    this.#connection = connection;
  }

  async store(entry: LedgerEntry): Promise<void> {
    const [stored] = await storeEntries(this.#connection, [entry]);
    if (stored !== true) throw nonceClaimedElsewhere();
  }
}
