/** The flow of one caller: `rate` requests a second in the long run, `burst` at once (a virtual-scheduling leaky bucket). */
export class Bucket {
  /** Monotonic time at which everything admitted so far would have been served at the long-run rate. */
  #due = Number.NEGATIVE_INFINITY;

  /**
   * Admits one request.
   *
   * @param rate requests a second, above 0
   * @param burst requests that may come at once, at least 1
   * @param now monotonic milliseconds
   * @returns 0 when admitted, else the milliseconds after which it would be
   */
  take(rate: number, burst: number, now: number): number {
    const interval = 1000 / rate;
    const due = Math.max(this.#due, now);
    const wait = due + interval - burst * interval - now;
    if (wait > 0) return Math.ceil(wait);
    this.#due = due + interval;
    return 0;
  }
}
