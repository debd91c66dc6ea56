/**
 * The one way in which the server asks servers of others. Rules reach it through `kernel/outbound.ts` alone; what they may
 * reach is public, or opened by the operator.
 */
import type { Destination } from '../config/index.ts';
import type { Outbound } from '../kernel/outbound.ts';
import { trusted } from './authorities.ts';
import { type BudgetBounds, FetchBudget } from './budget.ts';
import { jsonFetcher } from './fetch-json.ts';
import { connectionJudge } from './openings.ts';
import type { Resolve } from './resolve.ts';
import { resolverFor } from './resolver-for.ts';

export { readAuthorities } from './authorities.ts';

/** What the operator says, and what tests put in the place of the system's. */
export interface OutboundOptions {
  /** What may be reached beside public addresses. */
  readonly allow: readonly Destination[];
  /** Further certificate authorities, PEM. */
  readonly authorities: readonly string[];
  readonly userAgent: string;
  readonly resolve?: Resolve;
  readonly bounds?: Partial<OutboundBounds>;
}

/** Bounds of every fetch (spec: security Q23), and of all together. */
export interface OutboundBounds extends BudgetBounds {
  /** Milliseconds for one document, from the look-up of the name to the last byte. */
  readonly timeLimit: number;
  /** Bytes of one document. */
  readonly sizeLimit: number;
}

const BOUNDS: OutboundBounds = { timeLimit: 5000, sizeLimit: 1_048_576, atOnce: 64, perAccount: 4 };

/** Makes what asks others. */
export function outboundOver(options: OutboundOptions): Outbound {
  const bounds = { ...BOUNDS, ...options.bounds };
  const budget = new FetchBudget(bounds);
  const fetchJson = jsonFetcher({
    resolve: options.resolve ?? resolverFor(options.allow),
    mayReach: connectionJudge(options.allow),
    ...(options.authorities.length === 0 ? {} : { authorities: trusted(options.authorities) }),
    userAgent: options.userAgent,
    timeLimit: bounds.timeLimit,
    sizeLimit: bounds.sizeLimit,
  });
  return { fetchJson: (url, onBehalfOf) => budget.spend(onBehalfOf, () => fetchJson(url)) };
}
