import { LRUCache } from 'lru-cache';
import type { AccountId } from '../../kernel/callers/identity.ts';
import type { AccountNews, SnapshotSource, Touched } from '../../kernel/ledger.ts';
import { ageOf, type Clock, type FreshnessBounds, type Instant, instantOf } from './freshness.ts';

/** An account of which something is held. */
interface HeldAccount {
  readonly accountId: AccountId;
  revision: number;
  /** When the poll that last confirmed the revision was sent. */
  confirmed: Instant;
  /** Monotonic time of the last look-up; an account that nobody asks for is no longer polled. */
  usedAt: number;
  /** Names of what is held of the account, by what it depends on. */
  readonly dependents: Map<string, Set<string>>;
}

/** Something held of an account, by a name that is unique among all accounts, such as an AccessKey id. */
export interface Holding {
  readonly name: string;
  readonly accountId: AccountId;
  readonly dependsOn: readonly Touched[];
}

export interface HeldAccountsOptions {
  readonly source: Pick<SnapshotSource, 'newsOf' | 'onCommit'>;
  readonly clock: Clock;
  readonly freshness: FreshnessBounds;
  /** Accounts whose newest revision is remembered although nothing is held of them. */
  readonly capacity: number;
  /** Lets go of a holding, which is then unlinked. */
  drop(name: string): void;
}

/**
 * The accounts of which a node holds something: their revisions, how long these may be believed, and which holding
 * depends on what, so that the news of an account drop exactly what they touched.
 */
export class HeldAccounts {
  readonly #source: Pick<SnapshotSource, 'newsOf' | 'onCommit'>;
  readonly #clock: Clock;
  readonly #freshness: FreshnessBounds;
  readonly #drop: (name: string) => void;
  readonly #accounts = new Map<AccountId, HeldAccount>();
  /** The newest revision heard of, also of accounts not held, so that a reading older than it is not kept. */
  readonly #latest: LRUCache<AccountId, number>;
  #polling: Promise<void> | undefined;
  /** Accounts that are to be confirmed by a question that is not asked yet. */
  #toConfirm: { readonly accountIds: Set<AccountId>; readonly confirmed: Promise<void> } | undefined;
  /** The question before it; never rejects. */
  #confirming: Promise<void> = Promise.resolve();

  constructor({ source, clock, freshness, capacity, drop }: HeldAccountsOptions) {
    this.#source = source;
    this.#clock = clock;
    this.#freshness = freshness;
    this.#drop = drop;
    this.#latest = new LRUCache({ max: capacity });
    source.onCommit(news => this.#apply(news));
  }

  /** Whether what is held of an account may be believed now. Asking counts as use: the account stays polled. */
  isFresh(accountId: AccountId): boolean {
    const account = this.#accounts.get(accountId);
    if (account === undefined || !this.#isConfirmed(account)) return false;
    account.usedAt = this.#clock.monotonic();
    return true;
  }

  /** The revision up to which the news of an account are applied; undefined when nothing is held of it. */
  revisionOf(accountId: AccountId): number | undefined {
    return this.#accounts.get(accountId)?.revision;
  }

  /**
   * Begins to hold an account, or goes on holding it.
   *
   * @param revision that something was read at
   * @param sent when that reading began
   * @returns false when newer news came in meanwhile, which may concern what was read: it must be read again
   */
  hold(accountId: AccountId, revision: number, sent: Instant): boolean {
    if (revision < (this.#latest.get(accountId) ?? 0)) return false;
    const held = this.#accounts.get(accountId);
    if (held !== undefined && this.#isConfirmed(held)) {
      held.usedAt = sent.monotonic;
      return revision >= held.revision;
    }
    // What was held under a lease that has run out is read anew rather than believed.
    if (held !== undefined) this.#forget(held);
    const usedAt = sent.monotonic;
    this.#accounts.set(accountId, { accountId, revision, confirmed: sent, usedAt, dependents: new Map() });
    return true;
  }

  /** Notes what a holding depends on; its account is held. */
  link({ name, accountId, dependsOn }: Holding): void {
    const account = this.#accounts.get(accountId);
    if (account === undefined) throw new TypeError(`account ${accountId} is not held`);
    for (const touched of dependsOn) {
      const dependency = dependencyOf(touched);
      const names = account.dependents.get(dependency);
      if (names === undefined) account.dependents.set(dependency, new Set([name]));
      else names.add(name);
    }
  }

  /** Forgets what a holding depended on. */
  unlink({ name, accountId, dependsOn }: Holding): void {
    const account = this.#accounts.get(accountId);
    if (account === undefined) return;
    for (const touched of dependsOn) {
      const dependency = dependencyOf(touched);
      const names = account.dependents.get(dependency);
      if (names?.delete(name) === true && names.size === 0) account.dependents.delete(dependency);
    }
  }

  /**
   * Asks for the news of every account held and renews their leases. Two polls never overlap.
   *
   * @throws StorageUnavailable; the leases then go on ageing
   */
  poll(): Promise<void> {
    this.#polling ??= this.#pollOnce().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  /**
   * Asks for the news of some accounts after this call: a poll that is under way may have missed them. One question at a time
   * is under way, and the next one asks for everything that was called for meanwhile.
   *
   * @throws StorageUnavailable
   */
  confirm(accountIds: Iterable<AccountId>): Promise<void> {
    const next = this.#toConfirm ?? this.#nextQuestion();
    for (const accountId of accountIds) next.accountIds.add(accountId);
    return next.confirmed;
  }

  #nextQuestion(): { readonly accountIds: Set<AccountId>; readonly confirmed: Promise<void> } {
    const accountIds = new Set<AccountId>();
    const confirmed = this.#confirming.then(() => {
      this.#toConfirm = undefined;
      return this.#ask([...accountIds].flatMap(accountId => this.#accounts.get(accountId) ?? []));
    });
    this.#confirming = confirmed.catch(ignored);
    this.#toConfirm = { accountIds, confirmed };
    return this.#toConfirm;
  }

  async #pollOnce(): Promise<void> {
    const now = this.#clock.monotonic();
    const inUse: HeldAccount[] = [];
    for (const account of this.#accounts.values()) {
      if (now - account.usedAt > this.#freshness.idle) this.#forget(account);
      else inUse.push(account);
    }
    await this.#ask(inUse);
  }

  async #ask(held: readonly HeldAccount[]): Promise<void> {
    if (held.length === 0) return;
    const sent = instantOf(this.#clock);
    const asked = held.map(({ accountId, revision }) => ({ accountId, revision }));
    for (const news of await this.#source.newsOf(asked)) this.#apply(news);
    for (const account of held) {
      // An answer that was overtaken by a later one confirms nothing newer.
      if (account.confirmed.monotonic < sent.monotonic) account.confirmed = sent;
    }
  }

  #isConfirmed({ confirmed }: HeldAccount): boolean {
    return ageOf(confirmed, this.#clock) < this.#freshness.lease;
  }

  #apply(news: AccountNews): void {
    this.#latest.set(news.accountId, news.revision);
    const account = this.#accounts.get(news.accountId);
    if (account === undefined || news.revision <= account.revision) return;
    if (news.touched === 'unknown') {
      this.#forget(account);
      return;
    }
    // A commit of our own behind one of another node says nothing about that one: the next poll will.
    if (news.since <= account.revision) account.revision = news.revision;
    for (const touched of news.touched) this.#dropAll(account.dependents.get(dependencyOf(touched)));
  }

  #forget(account: HeldAccount): void {
    this.#accounts.delete(account.accountId);
    for (const names of account.dependents.values()) this.#dropAll(names);
  }

  /** Over a copy, since dropping unlinks. */
  #dropAll(names: ReadonlySet<string> | undefined): void {
    if (names !== undefined) for (const name of [...names]) this.#drop(name);
  }
}

/** A question that failed is the matter of whoever asked it. */
function ignored(): void {}

function dependencyOf(touched: Touched): string {
  return `${touched.kind} ${touched.id}`;
}
