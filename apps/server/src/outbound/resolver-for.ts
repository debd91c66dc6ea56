import type { Destination } from '../config/index.ts';
import { nameServerResolver } from './name-servers.ts';
import { type Resolve, systemResolver } from './resolve.ts';

/** The ways to find addresses. */
export interface Resolvers {
  /** For hosts that the operator opened by name. */
  readonly opened: Resolve;
  /** For all others. */
  readonly others: Resolve;
}

/**
 * Looks up by the system what the operator opened by name, since such names may stand in the hosts file alone or need a
 * search domain; all others, which any account may have registered, at the name servers.
 *
 * @param allow what the operator opens
 */
export function resolverFor(
  allow: readonly Destination[],
  { opened, others }: Resolvers = { opened: systemResolver(), others: nameServerResolver() },
): Resolve {
  const hosts = new Set(allow.flatMap(each => (each.kind === 'host' ? [each.host] : [])));
  return (host, deadline) => (hosts.has(host) ? opened : others)(host, deadline);
}
