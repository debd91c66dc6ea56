import { type NonceClaim, NonceClaimed } from '../../kernel/ledger.ts';
import type { Engine } from '../engine.ts';
import { NonceStoreFull } from '../errors.ts';
import type { CompleteSettings } from '../settings.ts';
import { NonceSet } from './nonce-set.ts';

const DIGEST = 16;

/**
 * The nonces that this process has seen. With SQLite they are all there are; with PostgreSQL the database has the last
 * word, and what was seen here is refused without asking it. A nonce whose transaction failed stays claimed: whether the
 * failure left something behind cannot be known, and a client signs anew anyway.
 */
export class Nonces {
  readonly #set: NonceSet;
  readonly #settings: CompleteSettings;

  private constructor(settings: CompleteSettings) {
    this.#settings = settings;
    this.#set = new NonceSet(settings.maxNonces);
  }

  /**
   * Reads the nonces that are alive, all of them: with fewer a request could be sent again, and were it no start, the server
   * would be away for as long as they live. With more than the settings allow, new ones are refused until enough have expired.
   */
  static open(engine: Engine, settings: CompleteSettings): Nonces {
    const nonces = new Nonces(settings);
    if (settings.role === 'server') {
      engine.rememberedNonces((digests, expires) => nonces.#restore(digests, expires));
      nonces.#warnIfFull();
    }
    return nonces;
  }

  /** Nonces held and the bytes they take. */
  get measure(): { readonly nonces: number; readonly bytes: number } {
    return { nonces: this.#set.size, bytes: this.#set.bytes };
  }

  /**
   * Claims a nonce for this process.
   *
   * @throws NonceClaimed, NonceStoreFull
   */
  claim({ digest, expires }: NonceClaim): void {
    if (this.#settings.role === 'operator')
      throw new TypeError('an operator command serves no signed requests');
    switch (this.#set.claim(digest, expires, this.#settings.clock())) {
      case 'claimed':
        return;
      case 'spent':
        throw new NonceClaimed('the nonce has been used before');
      case 'full':
        throw new NonceStoreFull(
          `${this.#settings.maxNonces} nonces are alive, which is as many as this server may hold`,
        );
    }
  }

  #restore(digests: Uint8Array, expires: number): void {
    const now = this.#settings.clock();
    for (let from = 0; from < digests.length; from += DIGEST) {
      this.#set.restore(digests.subarray(from, from + DIGEST), expires, now);
    }
  }

  #warnIfFull(): void {
    const { maxNonces } = this.#settings;
    const { size } = this.#set;
    if (size < maxNonces) return;
    const problem = new NonceStoreFull(
      `${size} nonces of the database are alive and ${maxNonces} are allowed: requests are refused until enough have expired, or the limit is raised`,
    );
    this.#settings.onWarning('the memory of nonces is full', problem);
  }
}
