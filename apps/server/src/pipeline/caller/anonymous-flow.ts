/** How much those may send who call without a key, and how much that is remembered for them. */
import { apiError } from '../../kernel/errors.ts';
import { gatewayErrors } from '../errors.ts';
import { NonceShare } from './nonce-share.ts';
import { Bucket } from './throttle.ts';

/** Bounds of calls without a key. */
export interface AnonymousBounds {
  /** Calls a second from one source address in the long run, and at once. */
  readonly anonymousRate: number;
  readonly anonymousBurst: number;
  /** Proofs of one account that were used once and have to be remembered still. */
  readonly proofsPerAccount: number;
}

/** Source addresses whose flow is known; of more, those that have called last. */
const MOST_SOURCES = 10_000;

/** Accounts from which on those with nothing to remember are looked for, as often as their number has doubled. */
const MANY_ACCOUNTS = 1000;

/** Milliseconds that a proof is remembered at most: an hour, with what a clock may be ahead. */
const PROOF_LIFE = 3_660_000;

/** Milliseconds until another minute's proofs may have expired. */
const NEXT_MINUTE = 60_000;

/** Groups of an IPv6 address, and those of them that one subscriber has for itself (RFC 6177). */
const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/** The calls without a key that reach this node. */
export class AnonymousFlow {
  readonly #bounds: AnonymousBounds;
  /** By network, the one that has called last at the end. */
  readonly #sources = new Map<string, Bucket>();
  readonly #shares = new Map<string, NonceShare>();
  #shrinkAt = MANY_ACCOUNTS;

  constructor(bounds: AnonymousBounds) {
    this.#bounds = bounds;
  }

  /** Source addresses and accounts that something is held of. */
  get size(): { readonly sources: number; readonly accounts: number } {
    return { sources: this.#sources.size, accounts: this.#shares.size };
  }

  /**
   * Counts a call, before anything that it brings is looked at.
   *
   * @param sourceIp canonical address of the caller
   * @param now monotonic milliseconds
   * @throws ApiError `Throttling` when its network sends more than it may
   */
  admit(sourceIp: string, now: number): void {
    const source = networkOf(sourceIp);
    const bucket = this.#sources.get(source) ?? new Bucket();
    this.#sources.delete(source);
    this.#sources.set(source, bucket);
    if (this.#sources.size > MOST_SOURCES) this.#forgetOldest();
    const { anonymousRate, anonymousBurst } = this.#bounds;
    const wait = bucket.take(anonymousRate, anonymousBurst, now);
    if (wait > 0) throw apiError(gatewayErrors.throttledSource, {}, { retryAfter: wait });
  }

  /**
   * Counts a proof that is to be used once, so that no account can use up the memory that all share (spec: security Q4).
   *
   * @param accountId of the provider that made it
   * @param now monotonic milliseconds
   * @returns takes the count back, for a proof that turns out to have been used before
   * @throws ApiError `Throttling.User` when too many of its account are remembered
   */
  spend(accountId: string, now: number): () => void {
    const share = this.#shareOf(accountId, now);
    if (!share.spend(this.#bounds.proofsPerAccount, PROOF_LIFE, now)) {
      throw apiError(gatewayErrors.throttled, {}, { retryAfter: NEXT_MINUTE });
    }
    return () => share.giveBack(now);
  }

  #forgetOldest(): void {
    for (const oldest of this.#sources.keys()) {
      this.#sources.delete(oldest);
      return;
    }
  }

  #shareOf(accountId: string, now: number): NonceShare {
    const known = this.#shares.get(accountId);
    if (known !== undefined) return known;
    if (this.#shares.size >= this.#shrinkAt) this.#forgetIdle(now);
    const share = new NonceShare();
    this.#shares.set(accountId, share);
    return share;
  }

  /** What remains has proofs alive, of which the store bounds the number. */
  #forgetIdle(now: number): void {
    for (const [accountId, share] of this.#shares) {
      if (share.alive(PROOF_LIFE, now) === 0) this.#shares.delete(accountId);
    }
    this.#shrinkAt = Math.max(MANY_ACCOUNTS, this.#shares.size * 2);
  }
}

/** What stands for a caller: its IPv4 address, or the network of its IPv6 address, in which it can choose at will. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = [], tail = []] = address
    .split('::')
    .map(half => half.split(':').filter(group => group !== ''));
  const zeros = Array.from({ length: Math.max(0, GROUPS - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, GROUPS_OF_NETWORK).join(':');
}
