import { type LedgerEntry, StorageUnavailable } from '../../kernel/ledger.ts';
import type { Transaction, TransactionOptions } from '../engine.ts';
import type { CompleteSettings } from '../settings.ts';
import { Checkpoints } from './checkpoints.ts';
import type { SqliteConnection } from './connection.ts';
import { EntryStatements } from './entries.ts';
import { isSyncFailure, sqliteFailure } from './failures.ts';
import { runInSavepoint } from './savepoint.ts';

/** Turns of the event loop with something new that a batch is gathered over at most. */
const MOST_TURNS = 32;
/** Milliseconds in which callers who were answered together ask again, most of them. */
const RETURN_TIME = 0.3;

/** A transaction that waits for its batch. */
interface Task {
  /** Runs it within the batch; throws only what ends the whole batch. */
  run(): Promise<Answer>;
  reject(failure: unknown): void;
}

/** What is told after the commit. */
interface Answer {
  /** Told to caches first, so that no caller gets ahead of them. */
  announce(): void;
  send(): void;
}

interface WaitingEntry {
  readonly entry: LedgerEntry;
  readonly resolve: () => void;
  readonly reject: (failure: unknown) => void;
  failure?: { readonly error: unknown };
}

interface Batch {
  readonly tasks: Task[];
  readonly entries: WaitingEntry[];
}

/**
 * The one writer. Everything that arrives together becomes one SQLite transaction: first the
 * transactions, one after another and each in a savepoint, then the entries. Nobody is answered before the commit, which
 * syncs once for all of them. After a failure the next batch simply tries again.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  readonly #settings: CompleteSettings;
  readonly #statements: EntryStatements;
  readonly #checkpoints: Checkpoints;
  #waiting: Batch = { tasks: [], entries: [] };
  #busy = false;
  /** Requests of the batch before. */
  #lastSize = 0;
  #refusal: StorageUnavailable | undefined;
  #drained: () => void = () => {};

  constructor(connection: SqliteConnection, settings: CompleteSettings) {
    this.#connection = connection;
    this.#settings = settings;
    this.#statements = new EntryStatements(connection.database, settings.clock);
    this.#checkpoints = new Checkpoints(connection.database, settings);
  }

  /** Runs a transaction in the next batch. */
  transaction<Result>(
    run: (transaction: Transaction) => Promise<Result>,
    { committed }: Pick<TransactionOptions<Result>, 'committed'>,
  ): Promise<Result> {
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      this.#waiting.tasks.push({
        reject,
        run: async () => {
          const outcome = await runInSavepoint(this.#connection, this.#statements, run);
          return outcome.ok
            ? { announce: () => committed?.(outcome.result), send: () => resolve(outcome.result) }
            : { announce: () => {}, send: () => reject(outcome.error) };
        },
      });
      this.#schedule();
    });
  }

  /** Stores an entry in the next batch. */
  record(entry: LedgerEntry): Promise<void> {
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      this.#waiting.entries.push({ entry, resolve, reject });
      this.#schedule();
    });
  }

  /** Writes what waits; what comes later is refused. */
  async close(): Promise<void> {
    this.#refusal ??= new StorageUnavailable('the server is stopping');
    if (this.#busy) {
      await new Promise<void>(resolve => {
        this.#drained = resolve;
      });
    }
    this.#checkpoints.beforeClose();
  }

  #schedule(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#gather(0, 0, performance.now());
  }

  /**
   * Waits one turn of the event loop, and further ones for as long as each brings something new: under load more requests
   * share a sync, and a lone request waits for nothing. Callers who were answered together are about to ask again: the
   * first of them wait a moment for the others, instead of having a sync to themselves.
   */
  #gather(seen: number, turns: number, newsAt: number): void {
    setImmediate(() => {
      const size = this.#waiting.tasks.length + this.#waiting.entries.length;
      const now = performance.now();
      if (size > seen && turns < MOST_TURNS) this.#gather(size, turns + 1, now);
      else if (size * 2 < this.#lastSize && now - newsAt < RETURN_TIME) this.#gather(size, turns, newsAt);
      else void this.#write();
    });
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = { tasks: [], entries: [] };
    this.#lastSize = batch.tasks.length + batch.entries.length;
    const answers = await this.#commit(batch);
    if (answers !== undefined) {
      answerAll(answers, batch.entries);
      this.#checkpoints.afterCommit();
    }
    this.#busy = false;
    if (this.#waiting.tasks.length + this.#waiting.entries.length > 0) this.#schedule();
    else this.#drained();
  }

  /** @returns undefined when the batch failed, and every caller of it has been told */
  async #commit(batch: Batch): Promise<Answer[] | undefined> {
    const { database } = this.#connection;
    try {
      const answers: Answer[] = [];
      database.exec('begin immediate');
      for (const task of batch.tasks) answers.push(await task.run());
      for (const waiting of batch.entries) this.#store(waiting);
      this.#statements.write();
      database.exec('commit');
      return answers;
    } catch (error) {
      this.#rollBack();
      if (isSyncFailure(error)) this.#break(error);
      rejectAll(batch, sqliteFailure(error));
      return undefined;
    }
  }

  /** A row that cannot be stored, such as a number used twice, harms nobody but its own request. */
  #store(waiting: WaitingEntry): void {
    try {
      this.#statements.store(waiting.entry);
    } catch (error) {
      const failure = sqliteFailure(error);
      if (failure instanceof StorageUnavailable) throw error;
      waiting.failure = { error: failure };
    }
  }

  #rollBack(): void {
    this.#statements.rolledBack();
    try {
      // SQLite has rolled back already after some failures, a full disk for one.
      if (this.#connection.database.inTransaction) this.#connection.database.exec('rollback');
    } catch (error) {
      this.#settings.onWarning('a transaction could not be rolled back', error);
    }
  }

  /** Nothing may be written any more: what the disk holds is unknown until the file is opened anew. */
  #break(error: Error): void {
    this.#refusal = new StorageUnavailable('the disk failed to sync what was written', { cause: error });
    rejectAll(this.#waiting, this.#refusal);
    this.#waiting = { tasks: [], entries: [] };
    this.#settings.onSyncFailure(error);
  }
}

function answerAll(answers: readonly Answer[], entries: readonly WaitingEntry[]): void {
  for (const answer of answers) answer.announce();
  for (const answer of answers) answer.send();
  for (const { failure, resolve, reject } of entries) {
    if (failure === undefined) resolve();
    else reject(failure.error);
  }
}

function rejectAll({ tasks, entries }: Batch, failure: unknown): void {
  for (const task of tasks) task.reject(failure);
  for (const entry of entries) entry.reject(failure);
}
