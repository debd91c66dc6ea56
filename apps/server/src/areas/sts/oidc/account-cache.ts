import { LRUCache } from 'lru-cache';
import type { AccountId } from '../../../kernel/callers/identity.ts';

/** What an account-by-account memory holds at most, and how much of it something takes. */
export interface AccountCacheBounds<Value> {
  /** Bytes of everything together. */
  readonly capacity: number;
  /** Bytes that a value takes, at least one. */
  sizeOf(value: Value, name: string): number;
}

/**
 * Remembers values by account and name. When there is no more room, the account that holds the most forgets what it used
 * longest ago: nobody makes another account forget anything by holding much.
 */
export class AccountCache<Value extends object> {
  readonly #bounds: AccountCacheBounds<Value>;
  readonly #shares = new Map<AccountId, LRUCache<string, Value>>();

  constructor(bounds: AccountCacheBounds<Value>) {
    this.#bounds = bounds;
  }

  get(accountId: AccountId, name: string): Value | undefined {
    return this.#shares.get(accountId)?.get(name);
  }

  /** Remembers a value in the place of what had its name. */
  set(accountId: AccountId, name: string, value: Value): void {
    let share = this.#shares.get(accountId);
    if (share === undefined) {
      const { capacity, sizeOf } = this.#bounds;
      share = new LRUCache({ maxSize: capacity, sizeCalculation: sizeOf });
      this.#shares.set(accountId, share);
    }
    share.set(name, value);
    this.#makeRoom();
  }

  #makeRoom(): void {
    let size = 0;
    for (const { calculatedSize } of this.#shares.values()) size += calculatedSize;
    while (size > this.#bounds.capacity) {
      const [accountId, share] = this.#largest();
      const before = share.calculatedSize;
      share.pop();
      size -= before - share.calculatedSize;
      if (share.size === 0) this.#shares.delete(accountId);
    }
  }

  #largest(): readonly [AccountId, LRUCache<string, Value>] {
    const [first, ...others] = this.#shares;
    if (first === undefined) throw new TypeError('nothing takes no room');
    return others.reduce(
      (most, next) => (next[1].calculatedSize > most[1].calculatedSize ? next : most),
      first,
    );
  }
}
