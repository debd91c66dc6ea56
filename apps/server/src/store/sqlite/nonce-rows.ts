import type BetterSqlite3 from 'better-sqlite3';
import type { NonceClaim } from '../../kernel/ledger.ts';

/** Bytes of one digest. */
const DIGEST = 16;
/** Nonces that one row gathers over several transactions, so that a quiet server does not leave a row for each. */
const GATHERED = 64;
/** Expired rows that one transaction deletes; it adds one at most. */
const EXPIRED_AT_ONCE = 4;

interface Expiry {
  readonly batch: number;
  readonly expires_at: number;
}

/**
 * The nonces on the disk, many in one row. They are read when a server starts and only then: while it runs, it knows them.
 */
export class NonceRows {
  readonly #clock: () => number;
  readonly #insert: BetterSqlite3.Statement<[number, Uint8Array]>;
  readonly #replace: BetterSqlite3.Statement<[number, Uint8Array, number | bigint]>;
  readonly #oldest: BetterSqlite3.Statement<[], Expiry>;
  readonly #delete: BetterSqlite3.Statement<[number]>;
  #waiting: NonceClaim[] = [];
  /** The last row written, while there is room in it. */
  #last: { readonly batch: number | bigint; readonly claims: readonly NonceClaim[] } | undefined;
  /** No row expires before this. */
  #nextExpiry = 0;

  constructor(database: BetterSqlite3.Database, clock: () => number) {
    this.#clock = clock;
    this.#insert = database.prepare('insert into nonce_batches (expires_at, digests) values (?, ?)');
    this.#replace = database.prepare('update nonce_batches set expires_at = ?, digests = ? where batch = ?');
    this.#oldest = database.prepare('select batch, expires_at from nonce_batches order by batch limit 1');
    this.#delete = database.prepare('delete from nonce_batches where batch = ?');
  }

  /** How many nonces wait to be written. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Has a nonce written with the transaction that is open. */
  add(claim: NonceClaim): void {
    this.#waiting.push(claim);
  }

  /** Forgets the nonces of entries that were rolled back: all but the first `kept` of those that wait. */
  keep(kept: number): void {
    this.#waiting.length = kept;
  }

  /** Forgets what the transaction that was rolled back has written. */
  rolledBack(): void {
    this.#waiting = [];
    this.#last = undefined;
    this.#nextExpiry = 0;
  }

  /** Writes what waits, and deletes a few rows that have expired. */
  write(): void {
    if (this.#waiting.length === 0) return;
    this.#deleteExpired();
    const waiting = this.#waiting;
    this.#waiting = [];
    const last = this.#last;
    if (last !== undefined && last.claims.length + waiting.length <= GATHERED) {
      const claims = [...last.claims, ...waiting];
      this.#replace.run(latestExpiry(claims), digestsOf(claims), last.batch);
      this.#last = { batch: last.batch, claims };
    } else {
      const { lastInsertRowid } = this.#insert.run(latestExpiry(waiting), digestsOf(waiting));
      this.#last = { batch: lastInsertRowid, claims: waiting };
    }
  }

  /** Rows are looked at in the order of their writing; one that expires late keeps those behind it a while longer. */
  #deleteExpired(): void {
    const now = this.#clock();
    for (let row = 0; row < EXPIRED_AT_ONCE && this.#nextExpiry <= now; row += 1) {
      const oldest = this.#oldest.get();
      if (oldest === undefined) return;
      if (oldest.expires_at > now) {
        this.#nextExpiry = oldest.expires_at;
        return;
      }
      this.#delete.run(oldest.batch);
      if (oldest.batch === this.#last?.batch) this.#last = undefined;
    }
  }
}

function latestExpiry(claims: readonly NonceClaim[]): number {
  let latest = 0;
  for (const { expires } of claims) if (expires > latest) latest = expires;
  return latest;
}

function digestsOf(claims: readonly NonceClaim[]): Uint8Array {
  const digests = Buffer.allocUnsafe(claims.length * DIGEST);
  for (const [index, { digest }] of claims.entries()) digests.set(digest, index * DIGEST);
  return digests;
}
