/** Minutes that a nonce or a proof can stay alive: twice the widest clock window, and one that has begun. */
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
   * @param lifetime milliseconds that a nonce stays alive, at most 62 minutes and the same at every call
   * @param now monotonic milliseconds
   * @returns whether the nonce may be claimed
   */
  spend(most: number, lifetime: number, now: number): boolean {
    if (this.alive(lifetime, now) >= most) return false;
    const place = this.#minute % MINUTES;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#total += 1;
    return true;
  }

  /** How many may be alive. */
  alive(lifetime: number, now: number): number {
    this.#forgetBefore(Math.floor(now / 60_000), Math.ceil(lifetime / 60_000) + 1);
    return this.#total;
  }

  /**
   * Takes the count of one nonce back, which nobody has to remember after all.
   *
   * @param now when it was counted
   */
  giveBack(now: number): void {
    const minute = Math.floor(now / 60_000);
    const place = minute % MINUTES;
    const count = this.#counts[place] ?? 0;
    if (this.#minute - minute >= MINUTES || count === 0) return;
    this.#counts[place] = count - 1;
    this.#total -= 1;
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
