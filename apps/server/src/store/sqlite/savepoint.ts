import { type LedgerEntry, StorageUnavailable } from '../../kernel/ledger.ts';
import type { Transaction } from '../engine.ts';
import type { SqliteConnection } from './connection.ts';
import type { EntryStatements } from './entries.ts';
import { SqliteSession } from './session.ts';

/** How one transaction of a batch ended; a failed one has been rolled back and the others go on. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: unknown };

/**
 * Runs one transaction within the open transaction of a batch.
 *
 * @throws StorageUnavailable when the whole batch cannot go on
 */
export async function runInSavepoint<Result>(
  connection: SqliteConnection,
  statements: EntryStatements,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Outcome<Result>> {
  const { database } = connection;
  const mark = statements.mark();
  database.exec('savepoint one');
  const session = new SavepointSession(connection, statements);
  const outcome = await outcomeOf(() => run(session), session);
  if (session.failure?.error instanceof StorageUnavailable) throw session.failure.error;
  if (!outcome.ok) {
    database.exec('rollback to one');
    statements.backTo(mark);
  }
  database.exec('release one');
  return outcome;
}

/** PostgreSQL refuses to commit after a failed statement, whatever the rule made of its error; so do we. */
async function outcomeOf<Result>(
  run: () => Promise<Result>,
  session: SqliteSession,
): Promise<Outcome<Result>> {
  try {
    const result = await run();
    return session.failure === undefined ? { ok: true, result } : { ok: false, error: session.failure.error };
  } catch (error) {
    return { ok: false, error };
  }
}

class SavepointSession extends SqliteSession implements Transaction {
  readonly #statements: EntryStatements;

  constructor(connection: SqliteConnection, statements: EntryStatements) {
    super(connection);
    this.#statements = statements;
  }

  async store(entry: LedgerEntry): Promise<void> {
    this.attempt(() => this.#statements.store(entry));
  }
}
