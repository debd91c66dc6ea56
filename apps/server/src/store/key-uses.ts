import type { KeyUse } from '../kernel/ledger.ts';

/** Milliseconds between two rows for one key. */
const EVERY = 1000;
/** Keys of one generation; two are remembered, and a key that is forgotten may be written once more than needed. */
const REMEMBERED = 10_000;

/** Decides which uses of AccessKeys are written: the first at once, then one a second for each key. */
export class KeyUses {
  #written = new Map<string, number>();
  #writtenBefore = new Map<string, number>();

  /** Whether this use is to be written; the answer counts as its writing. */
  isDue({ accessKeyId, at }: KeyUse): boolean {
    const last = this.#written.get(accessKeyId) ?? this.#writtenBefore.get(accessKeyId);
    if (last !== undefined && Math.abs(at - last) < EVERY) return false;
    // Whole generations are forgotten: the oldest entry of a map is found behind all that were deleted before it.
    if (this.#written.size === REMEMBERED) {
      this.#writtenBefore = this.#written;
      this.#written = new Map();
    }
    this.#written.set(accessKeyId, at);
    return true;
  }
}
