/** Minutes that a nonce can stay alive: twice the widest clock window, and one that has begun. */
const MINUTES = 63;

/**
 * How many nonces of one AccessKey are alive, so that no key can use up the memory that all keys share (spec: security Q4).
 * Counted by the minute, on the safe side: a nonce counts as alive until its whole minute has passed.
 */
export class NonceShare {
  readonly #counts = new Uint32Array(MINUTES);
  #minute = 0;
  #total = 0;

  /**
   * Counts one nonce.
   *
   * @param most nonces of one key that may be alive
   * @param lifetime milliseconds that a nonce stays alive, at most an hour
   * @param now monotonic milliseconds
   * @returns whether the nonce may be claimed
   */
  spend(most: number, lifetime: number, now: number): boolean {
    this.#forgetBefore(Math.floor(now / 60_000), Math.ceil(lifetime / 60_000) + 1);
    if (this.#total >= most) return false;
    const place = this.#minute % MINUTES;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#total += 1;
    return true;
  }

  #forgetBefore(minute: number, alive: number): void {
    const passed = Math.min(minute - this.#minute, MINUTES);
    for (let step = 1; step <= passed; step += 1) {
      const expired = (minute - passed + step - alive + MINUTES * 2) % MINUTES;
      this.#total -= this.#counts[expired] ?? 0;
      this.#counts[expired] = 0;
    }
    this.#minute = minute;
  }
}
