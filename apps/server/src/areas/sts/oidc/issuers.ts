import type { AccountId } from '../../../kernel/callers/identity.ts';
import { type Outbound, OutboundFailure } from '../../../kernel/outbound.ts';
import { AccountCache } from './account-cache.ts';
import { askIssuer, type Publication } from './discovery.ts';

/** How much is remembered of issuers, and for how long, in milliseconds. */
export interface IssuerBounds {
  /** Bytes of all that is remembered. */
  readonly capacity: number;
  /** After this time the issuer is asked again. */
  readonly freshFor: number;
  /** For so long keys count at most when the issuer cannot be asked again; then nothing verifies. */
  readonly keptFor: number;
  /** Between two times that an issuer is asked for an account, whatever strangers send, and whether it answers or not. */
  readonly pause: number;
}

const MINUTE = 60_000;

/** An issuer that withdraws a key sees it out of use within ten minutes while it answers, within an hour in any case. */
export const ISSUER_BOUNDS: IssuerBounds = {
  capacity: 64 * 1024 * 1024,
  freshFor: 10 * MINUTE,
  keptFor: 60 * MINUTE,
  pause: MINUTE / 2,
};

/** What is known of one issuer. */
interface Known {
  readonly publication?: Publication;
  /** When it was asked for, in milliseconds of the issuers' clock, as is the next. */
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
}

/** Bytes of a certificate's fingerprint, and of what is known of an issuer beside what it publishes. */
const FINGERPRINT_SIZE = 64;
const RECORD_SIZE = 512;

/**
 * What registered issuers publish, remembered for a while, and for each account by itself: what one account has registered,
 * or has no room to ask for, is nothing to another. For an account an issuer is asked by one call at a time however many
 * wait for it, and no more often than the pause allows, so that nobody can make the server ask without bound.
 *
 * Time is measured by a clock of its own: requests are judged by when they arrived, and not in that order.
 */
export class Issuers {
  readonly #outbound: Outbound;
  readonly #bounds: IssuerBounds;
  readonly #clock: () => number;
  readonly #known: AccountCache<Known>;
  readonly #asking = new Map<string, Promise<Known>>();

  /** @param clock milliseconds that never run backwards */
  constructor(outbound: Outbound, bounds: Partial<IssuerBounds> = {}, clock = () => performance.now()) {
    this.#outbound = outbound;
    this.#bounds = { ...ISSUER_BOUNDS, ...bounds };
    this.#clock = clock;
    this.#known = new AccountCache({ capacity: this.#bounds.capacity, sizeOf });
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
    const publication = this.#usable(known);
    if (suffices(publication) || !this.#mayAsk(known)) return publication;
    return this.#usable(await this.#ask(inquiry));
  }

  async #fresh(inquiry: Inquiry): Promise<Known> {
    const known = this.#known.get(inquiry.accountId, inquiry.issuer);
    if (known === undefined) return this.#ask(inquiry);
    const isFresh = this.#age(known.confirmedAt) < this.#bounds.freshFor;
    return isFresh || !this.#mayAsk(known) ? known : this.#ask(inquiry);
  }

  #usable({ publication, confirmedAt, failure }: Known): Publication {
    if (publication !== undefined && this.#age(confirmedAt) < this.#bounds.keptFor) return publication;
    throw failure ?? new OutboundFailure('unreachable');
  }

  #mayAsk({ askedAt }: Known): boolean {
    return this.#age(askedAt) >= this.#bounds.pause;
  }

  #age(at: number): number {
    return this.#clock() - at;
  }

  #ask(inquiry: Inquiry): Promise<Known> {
    const name = `${inquiry.accountId} ${inquiry.issuer}`;
    const asking = this.#asking.get(name);
    if (asking !== undefined) return asking;
    const asked = this.#askOnce(inquiry).finally(() => this.#asking.delete(name));
    this.#asking.set(name, asked);
    return asked;
  }

  async #askOnce({ issuer, accountId }: Inquiry): Promise<Known> {
    const before = this.#known.get(accountId, issuer) ?? UNKNOWN;
    const now = this.#clock();
    let known: Known;
    try {
      const publication = await askIssuer(this.#outbound, issuer, accountId);
      known = { publication, confirmedAt: now, askedAt: now };
    } catch (thrown) {
      const failure = withoutCause(thrown);
      // Nobody was asked, so that nothing new is known of the issuer, and the next call may find room.
      if (failure instanceof OutboundFailure && failure.problem === 'busy') return { ...before, failure };
      known = { ...before, askedAt: now, failure };
    }
    this.#known.set(accountId, issuer, known);
    return known;
  }
}

/** The bytes that what is known of an issuer takes at most. */
function sizeOf({ publication }: Known, issuer: string): number {
  const fingerprints = publication?.chains.flat().length ?? 0;
  return RECORD_SIZE + 2 * issuer.length + fingerprints * FINGERPRINT_SIZE + (publication?.keys.size ?? 0);
}

/** A failure to remember: what caused it may hold much, such as a chain of certificates. */
function withoutCause(thrown: unknown): unknown {
  return thrown instanceof OutboundFailure ? new OutboundFailure(thrown.problem) : thrown;
}
