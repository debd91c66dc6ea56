import { LRUCache } from 'lru-cache';
import { StorageUnavailable } from '../../kernel/ledger.ts';
import { type Clock, instantOf } from './freshness.ts';
import type { HeldAccounts, Holding } from './held-accounts.ts';

/** Something read of an account at one revision of it. */
export interface HeldItem {
  readonly holding: Holding;
  readonly revision: number;
}

export interface HeldItemsOptions {
  readonly accounts: HeldAccounts;
  readonly clock: Clock;
  /** Items held at once. */
  readonly capacity: number;
}

/** A look-up that keeps meeting newer revisions gives up after so many readings. */
const ATTEMPTS = 5;

/** Items of one kind that a node holds: bounded, believed as long as the account they belong to is fresh. */
export class HeldItems<Item extends HeldItem> {
  readonly #accounts: HeldAccounts;
  readonly #clock: Clock;
  readonly #items: LRUCache<string, Item>;
  readonly #loading = new Map<string, Promise<Item | undefined>>();

  constructor({ accounts, clock, capacity }: HeldItemsOptions) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#items = new LRUCache<string, Item>({
      max: capacity,
      dispose: item => accounts.unlink(item.holding),
    });
  }

  /** How many are held. */
  get size(): number {
    return this.#items.size;
  }

  /** Whether exactly this item is held: nothing that it depends on has changed. */
  holds(item: HeldItem): boolean {
    return this.#items.peek(item.holding.name) === item;
  }

  drop(name: string): void {
    this.#items.delete(name);
  }

  /**
   * Finds an item that may be decided with now. Answers at once when it is held and its account confirmed within the lease.
   *
   * @param name of its holding
   * @param read reads it anew
   * @returns undefined when there is none
   * @throws StorageUnavailable when the account's revision could not be confirmed within the lease
   */
  find(name: string, read: () => Promise<Item | undefined>): Item | undefined | Promise<Item | undefined> {
    const held = this.#items.get(name);
    if (held === undefined) return this.#load(name, read);
    return this.#accounts.isFresh(held.holding.accountId) ? held : this.#confirmed(name, read);
  }

  async #confirmed(name: string, read: () => Promise<Item | undefined>): Promise<Item | undefined> {
    await this.#accounts.poll();
    const held = this.#items.get(name);
    if (held === undefined) return this.#load(name, read);
    if (this.#accounts.isFresh(held.holding.accountId)) return held;
    throw new StorageUnavailable('the revision of the account could not be confirmed in time');
  }

  #load(name: string, read: () => Promise<Item | undefined>): Promise<Item | undefined> {
    const under = this.#loading.get(name);
    if (under !== undefined) return under;
    const loading = this.#loadFresh(name, read).finally(() => this.#loading.delete(name));
    this.#loading.set(name, loading);
    return loading;
  }

  async #loadFresh(name: string, read: () => Promise<Item | undefined>): Promise<Item | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const sent = instantOf(this.#clock);
      const item = await read();
      if (item === undefined) return undefined;
      if (!this.#accounts.hold(item.holding.accountId, item.revision, sent)) continue;
      this.#items.set(name, item);
      this.#accounts.link(item.holding);
      return item;
    }
    throw new StorageUnavailable('the account changes faster than it can be read');
  }
}
