import { LRUCache } from 'lru-cache';
import type { AccountId } from '../../kernel/callers/identity.ts';
import type { RecordedDecision } from '../../kernel/decisions.ts';

/** Accounts whose minute is remembered; one that is forgotten starts its minute anew. */
const ACCOUNTS = 10_000;

interface Minute {
  readonly minute: number;
  spent: number;
}

/**
 * Answers to services: counted exactly, recorded within a budget of each account, since a service asks at every request of
 * its own (design: journal and decision log).
 */
export class DecisionBudget {
  readonly #perMinute: number;
  readonly #minutes = new LRUCache<AccountId, Minute>({ max: ACCOUNTS });
  readonly #counts = new Map<string, number>();

  /** @param perMinute answers to services of one account that are recorded in one minute */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** How often each decision was made since the start. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /**
   * Counts what one call decided.
   *
   * @param now milliseconds since 1970
   * @returns whether it is to be recorded
   */
  spend(accountId: AccountId, decisions: readonly RecordedDecision[], now: number): boolean {
    for (const { decision } of decisions) this.#counts.set(decision, (this.#counts.get(decision) ?? 0) + 1);
    const minute = Math.floor(now / 60_000);
    const held = this.#minutes.get(accountId);
    const current = held?.minute === minute ? held : { minute, spent: 0 };
    if (current !== held) this.#minutes.set(accountId, current);
    if (current.spent >= this.#perMinute) return false;
    current.spent += 1;
    return true;
  }
}
