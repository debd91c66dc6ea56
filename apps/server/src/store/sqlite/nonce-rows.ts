import type BetterSqlite3 from 'better-sqlite3';
import type { NonceClaim } from '../../kernel/ledger.ts';

/** Bytes of one digest. */
const DIGEST = 16;
/**
 * Milliseconds: nonces of one row expire in the same span, since a row lives as long as the last of them. One that lives
 * long keeps no other alive, nor any row from being deleted.
 */
const SPAN = 60_000;
/** Numbers of rows that each span has for itself. They begin with its own, so their order is that of their expiry. */
const ROWS_OF_SPAN = 2 ** 22;
/** Nonces that one row gathers over several transactions, so that a quiet server does not leave a row for each. */
const GATHERED = 64;
/** Expired rows that a transaction deletes for each that it may add. */
const EXPIRED_FOR_ONE = 4;

interface Expiry {
  readonly batch: number;
  readonly expires_at: number;
}

/** A row that was written, with room in it. */
interface OpenRow {
  readonly batch: number;
  readonly claims: readonly NonceClaim[];
}

/**
 * The nonces on the disk, many in one row. They are read when a server starts and only then: while it runs, it knows them.
 */
export class NonceRows {
  readonly #clock: () => number;
  readonly #insert: BetterSqlite3.Statement<
    [number, number, Uint8Array, number, number],
    Pick<Expiry, 'batch'>
  >;
  readonly #replace: BetterSqlite3.Statement<[number, Uint8Array, number]>;
  readonly #oldest: BetterSqlite3.Statement<[], Expiry>;
  readonly #delete: BetterSqlite3.Statement<[number]>;
  #waiting: NonceClaim[] = [];
  /** The last row of each span that one was written of. */
  readonly #open = new Map<number, OpenRow>();
  /** No row expires before this. */
  #nextExpiry = 0;

  constructor(database: BetterSqlite3.Database, clock: () => number) {
    this.#clock = clock;
    this.#insert = database.prepare(`
      insert into nonce_batches (batch, expires_at, digests)
      select coalesce(max(batch) + 1, ?), ?, ? from nonce_batches where batch >= ? and batch < ?
      returning batch`);
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
    this.#open.clear();
    this.#nextExpiry = 0;
  }

  /** Writes what waits, and deletes a few rows that have expired. */
  write(): void {
    if (this.#waiting.length === 0) return;
    const bySpan = Map.groupBy(this.#waiting, ({ expires }) => Math.floor(expires / SPAN));
    this.#waiting = [];
    this.#deleteExpired(bySpan.size * EXPIRED_FOR_ONE);
    for (const [span, claims] of bySpan) this.#open.set(span, this.#written(span, claims));
  }

  #written(span: number, added: readonly NonceClaim[]): OpenRow {
    const open = this.#open.get(span);
    if (open !== undefined && open.claims.length + added.length <= GATHERED) {
      const claims = [...open.claims, ...added];
      this.#replace.run(latestExpiry(claims), digestsOf(claims), open.batch);
      return { batch: open.batch, claims };
    }
    const expires = latestExpiry(added);
    this.#nextExpiry = Math.min(this.#nextExpiry, expires);
    const first = span * ROWS_OF_SPAN;
    const row = this.#insert.get(first, expires, digestsOf(added), first, first + ROWS_OF_SPAN);
    if (row === undefined) throw new RangeError('a row that is inserted has a number');
    return { batch: row.batch, claims: added };
  }

  #deleteExpired(most: number): void {
    const now = this.#clock();
    for (let row = 0; row < most && this.#nextExpiry <= now; row += 1) {
      const oldest = this.#oldest.get();
      if (oldest === undefined) return;
      if (oldest.expires_at > now) {
        this.#nextExpiry = oldest.expires_at;
        return;
      }
      this.#delete.run(oldest.batch);
      const span = Math.floor(oldest.batch / ROWS_OF_SPAN);
      if (oldest.batch === this.#open.get(span)?.batch) this.#open.delete(span);
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
