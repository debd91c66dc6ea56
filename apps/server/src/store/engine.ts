import type { LedgerEntry } from '../kernel/ledger.ts';
import type { Session } from './session.ts';

/** A session inside a transaction that alone may write to what it has locked. */
export interface Transaction extends Session {
  /**
   * Stores a journal row with its nonce and key use in this transaction.
   *
   * @throws NonceClaimed when another node claimed the nonce; the transaction must then be given up
   */
  store(entry: LedgerEntry): Promise<void>;
}

/** How a transaction is to be run. */
export interface TransactionOptions<Result> {
  /** Transactions of one queue run one after another, in the order of their calls; the id of the account that is locked. */
  readonly queue: string;
  /** Called after the commit, before the promise resolves; must not throw. */
  committed?(result: Result): void;
}

/** One database: what SQLite and PostgreSQL do differently, and no rule. */
export interface Engine {
  /** Reads outside of transactions. */
  readonly reader: Session;
  /**
   * Runs a transaction. It may be run again when the database gave it up for the sake of another one.
   *
   * @returns what `run` returned, once it is durable
   * @throws StorageUnavailable, or what `run` throws; nothing is stored then. A statement that failed in `run` fails the
   * transaction even when `run` caught its error.
   */
  transaction<Result>(
    run: (transaction: Transaction) => Promise<Result>,
    options: TransactionOptions<Result>,
  ): Promise<Result>;
  /**
   * Stores entries, many in one transaction.
   *
   * @returns once the entry is durable
   * @throws NonceClaimed, StorageUnavailable
   */
  record(entry: LedgerEntry): Promise<void>;
  /** Inside a transaction: waits until no other process changes the installation, and keeps the others waiting. */
  lockInstallation(transaction: Transaction): Promise<void>;
  /**
   * Gives the nonces that were claimed before this process started, as far as this process alone must remember them.
   *
   * @param remember takes digests of 16 bytes, one after another, and when the last of them expires
   */
  rememberedNonces(remember: (digests: Uint8Array, expires: number) => void): void;
  /** Waits for what is under way and closes every connection. */
  close(): Promise<void>;
}
