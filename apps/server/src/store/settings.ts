/** What opening a store takes. */
export interface StoreSettings {
  /** `sqlite:<path of the file>` or `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Name of this node: shown by the database's own tools and kept with the journal writers. */
  readonly node: string;
  /**
   * `server` serves requests and holds a SQLite file alone. `operator` is for short commands: it runs beside a server and
   * claims no nonces. Default: `server`.
   */
  readonly role?: 'server' | 'operator';
  /** Milliseconds since 1970; the system's clock unless a test gives its own. */
  readonly clock?: () => number;
  /** Nonces alive at once, 20 bytes and a share of free room each. Default: 2,000,000. */
  readonly maxNonces?: number;
  /** SQLite: milliseconds to wait for another process that writes to the file. Default: 2,000. */
  readonly busyTimeout?: number;
  /** PostgreSQL: connections held at most. Default: 10. */
  readonly poolSize?: number;
  /** PostgreSQL: milliseconds to wait for a connection. Default: 2,000. */
  readonly connectTimeout?: number;
  /** PostgreSQL: milliseconds that one statement may take, waiting for locks included. Default: 2,000. */
  readonly statementTimeout?: number;
  /**
   * Called when the system could not sync what was written. What is on the disk is unknown from then on: the process must
   * end and read the database anew (design: storage).
   */
  onSyncFailure(error: Error): void;
  /** Told what went wrong without a request to answer for it: a lost idle connection, a checkpoint that must be repeated. */
  onWarning(message: string, error: unknown): void;
}

/** The settings with every default filled in. */
export type CompleteSettings = Required<StoreSettings>;

/** Fills in the defaults. */
export function completeSettings(settings: StoreSettings): CompleteSettings {
  return {
    role: 'server',
    clock: Date.now,
    maxNonces: 2_000_000,
    busyTimeout: 2000,
    poolSize: 10,
    connectTimeout: 2000,
    statementTimeout: 2000,
    ...settings,
  };
}
