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
 * on as well, and cannot be told to stop: slow name servers must not take all of its four.
 */
const AT_ONCE = 2;

/**
 * Asks the system, which knows its hosts file, search domains and name servers; a few names at a time, in turn, and each
 * once however many wait for it.
 */
export function systemResolver(look: (host: string) => Promise<readonly string[]> = lookUp): Resolve {
  const turns = new Turns(AT_ONCE);
  const underWay = new Map<string, Promise<readonly string[]>>();
  return host => {
    const known = underWay.get(host);
    if (known !== undefined) return known;
    const found = turns.during(() => look(host)).finally(() => underWay.delete(host));
    underWay.set(host, found);
    return found;
  };
}

/** Lets so many have their turn at once, and the others wait in the order in which they came. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}

async function lookUp(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
}
