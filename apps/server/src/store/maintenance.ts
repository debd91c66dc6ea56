import type { Engine, Transaction } from './engine.ts';
import { pruneFeed } from './feed.ts';

/** Milliseconds for which the change feed is kept: nodes ask twice a second, so this is plenty. */
const FEED_KEPT = 10 * 60_000;
/**
 * Milliseconds for which a nonce is kept beyond its end: the clocks of nodes may differ by minutes, and a request that is
 * too old here may be in time there.
 */
const NONCES_KEPT = 5 * 60_000;
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

  async #step(run: (transaction: Transaction) => Promise<number>): Promise<boolean> {
    const done = await this.#engine.transaction(run, { queue: 'maintenance' });
    return done === STEP;
  }
}
