/**
 * Refusals of strangers: counted exactly, recorded within a budget, so that nobody without a key can make us write
 * without bound (design: journal and decision log).
 */
export class StrangerBudget {
  readonly #perMinute: number;
  readonly #counts = new Map<string, number>();
  #minute = -1;
  #spent = 0;

  /** @param perMinute refusals that are recorded in one minute; the others are only counted */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** How often each code was answered to strangers since the start. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /**
   * Counts one refusal.
   *
   * @param now milliseconds since 1970
   * @returns whether it is to be recorded
   */
  spend(code: string, now: number): boolean {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#spent = 0;
    }
    if (this.#spent >= this.#perMinute) return false;
    this.#spent += 1;
    return true;
  }
}
