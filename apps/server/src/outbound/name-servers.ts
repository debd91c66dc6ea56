import { Resolver } from 'node:dns/promises';
import type { Resolve } from './resolve.ts';

/**
 * Milliseconds that a name server is waited for, the first time and at most. It is asked twice, so that one that is silent
 * for one family of addresses leaves time to go to the other.
 */
const PATIENCE = { timeout: 1500, maxTimeout: 2000, tries: 2 } as const;

/** What name servers answer when a name, or addresses of one family, are not there. */
const nothingThere: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Asks the name servers of the system by itself. No thread waits, and nothing goes on when the time is over: names that
 * anybody may have registered keep nobody else's from being looked up, however slow their name servers are. The hosts
 * file and search domains are no name servers.
 *
 * @param servers addresses with ports; those of the system by default
 */
export function nameServerResolver(servers?: readonly string[]): Resolve {
  return async (host, deadline) => {
    deadline.throwIfAborted();
    // One for each name: who gives up gives up nothing of others.
    const resolver = new Resolver(PATIENCE);
    if (servers !== undefined) resolver.setServers(servers);
    const giveUp = () => resolver.cancel();
    deadline.addEventListener('abort', giveUp, { once: true });
    try {
      const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
      return addressesOf(answers);
    } finally {
      deadline.removeEventListener('abort', giveUp);
    }
  };
}

/** @throws why there is none, unless it is that the name has none */
function addressesOf(answers: readonly PromiseSettledResult<string[]>[]): readonly string[] {
  const addresses = answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []));
  if (addresses.length > 0) return addresses;
  for (const answer of answers) {
    if (answer.status === 'rejected' && !nothingThere.has(codeOf(answer.reason))) throw answer.reason;
  }
  return [];
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
