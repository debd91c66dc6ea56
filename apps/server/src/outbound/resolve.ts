import { lookup } from 'node:dns/promises';

/**
 * Finds the addresses of a host.
 *
 * @param deadline when it fires, nobody waits for the answer any more
 * @returns none when the name is not known
 */
export type Resolve = (host: string, deadline: AbortSignal) => Promise<readonly string[]>;

/**
 * Names that are being looked up at once. The system's resolver waits on a thread of the pool that passwords are hashed
 * on as well, so slow name servers must not take all of its four.
 */
const AT_ONCE = 2;

/** Asks the system, which knows its hosts file, search domains and name servers; a few names at a time, in turn. */
export function systemResolver(look: (host: string) => Promise<readonly string[]> = lookUp): Resolve {
  const turns = new Turns(AT_ONCE);
  return async (host, deadline) => {
    await turns.take(deadline);
    try {
      return await look(host);
    } finally {
      turns.give();
    }
  };
}

/** Lets so many have their turn at once, and the others wait in the order in which they came. */
class Turns {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** @throws the reason of the deadline, when it fires before there is a turn */
  async take(deadline: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = () => {
      this.#waiting.delete(resolve);
      reject(deadline.reason);
    };
    this.#waiting.add(resolve);
    deadline.addEventListener('abort', giveUp, { once: true });
    await promise.finally(() => deadline.removeEventListener('abort', giveUp));
  }

  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}

async function lookUp(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
}
