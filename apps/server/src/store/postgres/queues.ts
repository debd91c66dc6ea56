/**
 * Work in order, one queue for each key. Changes of one account wait for each other here and not each with a connection in
 * its hand, so that a busy account leaves connections to the others.
 */
export class Queues {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs work when all earlier work of the same key has ended. */
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key);
    const running = before === undefined ? work() : before.then(work, work);
    this.#last.set(key, running);
    const forget = () => {
      if (this.#last.get(key) === running) this.#last.delete(key);
    };
    running.then(forget, forget);
    return running;
  }

  /** Waits for everything that has been given to any queue. */
  async drained(): Promise<void> {
    while (this.#last.size > 0) await Promise.allSettled(this.#last.values());
  }
}
