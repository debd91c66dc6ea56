import type BetterSqlite3 from 'better-sqlite3';
import type { CompleteSettings } from '../settings.ts';
import { isSyncFailure } from './failures.ts';

/** Transactions between two looks at the log. */
const LOOK_EVERY = 32;
/** Pages of 4 KiB in the log from which on they are moved to the database file. */
const LONGEST_LOG = 2000;

interface LogState {
  /** Pages in the log. */
  readonly log: number;
  /** Pages of them that are in the database file as well. */
  readonly checkpointed: number;
}

/**
 * Moves committed pages from the write-ahead log into the database file. SQLite would do it by itself, but hide a failed
 * sync: it would later reuse the log although the database file may lack what stood there.
 */
export class Checkpoints {
  readonly #database: BetterSqlite3.Database;
  readonly #settings: CompleteSettings;
  #transactions = 0;

  constructor(database: BetterSqlite3.Database, settings: CompleteSettings) {
    this.#database = database;
    this.#settings = settings;
  }

  /** To be called after every commit, when its requests have been answered. */
  afterCommit(): void {
    this.#transactions += 1;
    if (this.#transactions % LOOK_EVERY !== 0) return;
    this.#guarded(() => {
      const { log, checkpointed } = this.#run('noop');
      if (log - checkpointed >= LONGEST_LOG) this.#run('passive');
    });
  }

  /** Leaves a database file that holds everything and an empty log. */
  beforeClose(): void {
    this.#guarded(() => this.#run('truncate'));
  }

  #run(mode: 'noop' | 'passive' | 'truncate'): LogState {
    const [state] = this.#database.pragma(`wal_checkpoint(${mode})`) as LogState[];
    return state ?? { log: 0, checkpointed: 0 };
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (isSyncFailure(error)) this.#settings.onSyncFailure(error);
      else this.#settings.onWarning('a checkpoint of the database failed and will be tried again', error);
    }
  }
}
