import { LRUCache } from 'lru-cache';
import type { AccountId } from '../../../kernel/callers/identity.ts';
import { type Outbound, OutboundFailure } from '../../../kernel/outbound.ts';
import { askIssuer, type Publication } from './discovery.ts';

/** How long what an issuer publishes counts, in milliseconds. */
export interface IssuerBounds {
  /** Issuers that are remembered at once. */
  readonly capacity: number;
  /** After this time the issuer is asked again. */
  readonly freshFor: number;
  /** For so long keys count at most when the issuer cannot be asked again; then nothing verifies. */
  readonly keptFor: number;
  /** Between two times that an issuer is asked, whatever strangers send, and whether it answers or not. */
  readonly pause: number;
}

const MINUTE = 60_000;

/** An issuer that withdraws a key sees it out of use within ten minutes while it answers, within an hour in any case. */
export const ISSUER_BOUNDS: IssuerBounds = {
  capacity: 1000,
  freshFor: 10 * MINUTE,
  keptFor: 60 * MINUTE,
  pause: MINUTE / 2,
};

/** What is known of one issuer. */
interface Known {
  readonly publication?: Publication;
  /** When it was published, in milliseconds since 1970, as is the next. */
  readonly confirmedAt: number;
  readonly askedAt: number;
  /** Why the issuer could not be asked the last time. */
  readonly failure?: unknown;
}

const UNKNOWN: Known = { confirmedAt: Number.NEGATIVE_INFINITY, askedAt: Number.NEGATIVE_INFINITY };

/** Who asks for what an issuer publishes. */
export interface Inquiry {
  /** Exactly as it is registered. */
  readonly issuer: string;
  /** The account that registered it. */
  readonly accountId: AccountId;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * What registered issuers publish, remembered for a while. An issuer is asked by one call at a time however many wait for
 * it, and no more often than the pause allows, so that nobody can make the server ask without bound.
 */
export class Issuers {
  readonly #outbound: Outbound;
  readonly #bounds: IssuerBounds;
  readonly #known: LRUCache<string, Known>;
  readonly #asking = new Map<string, Promise<Known>>();

  constructor(outbound: Outbound, bounds: Partial<IssuerBounds> = {}) {
    this.#outbound = outbound;
    this.#bounds = { ...ISSUER_BOUNDS, ...bounds };
    this.#known = new LRUCache({ max: this.#bounds.capacity });
  }

  /**
   * What an issuer publishes.
   *
   * @param suffices whether it is enough to judge a token by: if not, the issuer is asked once more, because it may have
   *   published another key since
   * @throws OutboundFailure, BrokenDocument
   */
  async publicationOf(
    inquiry: Inquiry,
    suffices: (publication: Publication) => boolean,
  ): Promise<Publication> {
    const known = await this.#fresh(inquiry);
    const publication = this.#usable(known, inquiry.now);
    if (suffices(publication) || !this.#mayAsk(known, inquiry.now)) return publication;
    return this.#usable(await this.#ask(inquiry), inquiry.now);
  }

  async #fresh(inquiry: Inquiry): Promise<Known> {
    const known = this.#known.get(inquiry.issuer);
    if (known === undefined) return this.#ask(inquiry);
    const isFresh = isYounger(known.confirmedAt, this.#bounds.freshFor, inquiry.now);
    return isFresh || !this.#mayAsk(known, inquiry.now) ? known : this.#ask(inquiry);
  }

  #usable({ publication, confirmedAt, failure }: Known, now: number): Publication {
    if (publication !== undefined && isYounger(confirmedAt, this.#bounds.keptFor, now)) return publication;
    throw failure ?? new OutboundFailure('unreachable');
  }

  #mayAsk({ askedAt }: Known, now: number): boolean {
    return !isYounger(askedAt, this.#bounds.pause, now);
  }

  #ask(inquiry: Inquiry): Promise<Known> {
    const { issuer } = inquiry;
    const asking = this.#asking.get(issuer);
    if (asking !== undefined) return asking;
    const asked = this.#askOnce(inquiry).finally(() => this.#asking.delete(issuer));
    this.#asking.set(issuer, asked);
    return asked;
  }

  async #askOnce({ issuer, accountId, now }: Inquiry): Promise<Known> {
    const before = this.#known.get(issuer) ?? UNKNOWN;
    let known: Known;
    try {
      const publication = await askIssuer(this.#outbound, issuer, accountId);
      known = { publication, confirmedAt: now, askedAt: now };
    } catch (failure) {
      // Nobody was asked, so that nothing new is known of the issuer, and the next call may find room.
      if (failure instanceof OutboundFailure && failure.problem === 'busy') return { ...before, failure };
      known = { ...before, askedAt: now, failure };
    }
    this.#known.set(issuer, known);
    return known;
  }
}

/** Whether something happened within a time; a clock that was set back makes it count as long ago. */
function isYounger(at: number, time: number, now: number): boolean {
  return now >= at && now - at < time;
}
