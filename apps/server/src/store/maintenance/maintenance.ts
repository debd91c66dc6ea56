import { pruneAttempts } from '../attempts.ts';
import type { Engine, Transaction } from '../engine.ts';
import { pruneFeed } from '../feed.ts';
import { purgeRecycled } from './recycle-bin.ts';

/** Milliseconds for which the change feed is kept: nodes ask twice a second, so this is plenty. */
const FEED_KEPT = 10 * 60_000;
/**
 * Milliseconds for which a nonce is kept beyond its end: the clocks of nodes may differ by minutes, and a request that is
 * too old here may be in time there.
 */
const NONCES_KEPT = 5 * 60_000;
/**
 * Milliseconds for which things stay in the recycle bin beyond their time, unseen: a node whose clock is behind may be
 * restoring them at this moment.
 */
const RECYCLED_KEPT = 5 * 60_000;
/** Milliseconds for which failed attempts are kept; long before, the identity is judged as if there had been none. */
const ATTEMPTS_KEPT = 24 * 3_600_000;
/** Rows that one step deletes at most, so that no step takes long. */
const STEP = 2000;

/** The store's own housekeeping, in steps that each are a short transaction. A step that did all there is says so. */
export class Maintenance {
  readonly #engine: Engine;
  readonly #clock: () => number;

  constructor(engine: Engine, clock: () => number) {
    this.#engine = engine;
    this.#clock = clock;
  }

  /**
   * Forgets old lines of the change feeds.
   *
   * @param kept milliseconds
   * @returns whether there may be more
   */
  async pruneFeed(kept: number = FEED_KEPT): Promise<boolean> {
    return this.#step(step => pruneFeed(step, this.#clock() - kept, STEP));
  }

  /**
   * Deletes nonces that nobody can use any more. SQLite's writer does it by itself.
   *
   * @returns whether there may be more
   */
  async purgeNonces(): Promise<boolean> {
    if (this.#engine.reader.dialect === 'sqlite') return false;
    return this.#step(async step => {
      const gone = await step.query(
        `delete from nonces where digest in
           (select digest from nonces
            where expires_at < cast(extract(epoch from clock_timestamp()) * 1000 as bigint) - cast($1 as bigint)
            order by expires_at limit $2 for update skip locked)
         returning 1 as gone`,
        [NONCES_KEPT, STEP],
      );
      return gone.length;
    });
  }

  /**
   * Deletes users and AccessKeys whose time in the recycle bin is over.
   *
   * @returns whether there may be more
   */
  async purgeRecycled(): Promise<boolean> {
    return this.#step(step => purgeRecycled(step, this.#clock() - RECYCLED_KEPT, STEP));
  }

  /**
   * Forgets failed attempts that no lock stands on any more.
   *
   * @returns whether there may be more
   */
  async pruneAttempts(): Promise<boolean> {
    return this.#step(step => pruneAttempts(step, this.#clock() - ATTEMPTS_KEPT, STEP));
  }

  async #step(run: (transaction: Transaction) => Promise<number>): Promise<boolean> {
    const done = await this.#engine.transaction(run, { queue: 'maintenance' });
    return done === STEP;
  }
}
