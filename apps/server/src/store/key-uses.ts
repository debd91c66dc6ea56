import type { KeyUse } from '../kernel/ledger.ts';

/** Milliseconds between two rows for one key. */
const EVERY = 1000;
/** Keys remembered; beyond them the oldest is forgotten and may be written once more than needed. */
const REMEMBERED = 20_000;

/** Decides which uses of AccessKeys are written: the first at once, then one a second for each key. */
export class KeyUses {
  readonly #written = new Map<string, number>();

  /** Whether this use is to be written; the answer counts as its writing. */
  isDue({ accessKeyId, at }: KeyUse): boolean {
    const last = this.#written.get(accessKeyId);
    if (last !== undefined && Math.abs(at - last) < EVERY) return false;
    this.#written.delete(accessKeyId);
    this.#written.set(accessKeyId, at);
    if (this.#written.size > REMEMBERED) this.#forgetOldest();
    return true;
  }

  #forgetOldest(): void {
    for (const oldest of this.#written.keys()) {
      this.#written.delete(oldest);
      return;
    }
  }
}
