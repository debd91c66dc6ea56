import type { AccountId } from '../kernel/callers/identity.ts';
import { OutboundFailure } from '../kernel/outbound.ts';

/** How much may be under way at once. */
export interface BudgetBounds {
  readonly atOnce: number;
  /**
   * Of these, for one account: nobody's slow servers keep others from being served. When half of the budget is spent, one
   * alone, so that a few accounts that take all they may leave the other half to everybody else.
   */
  readonly perAccount: number;
}

/** Lets only so much be under way; what comes on top is refused rather than queued. */
export class FetchBudget {
  readonly #bounds: BudgetBounds;
  readonly #underWay = new Map<AccountId, number>();
  #all = 0;

  constructor(bounds: BudgetBounds) {
    this.#bounds = bounds;
  }

  /**
   * Does something within the budget.
   *
   * @throws OutboundFailure `busy`, or what the work throws
   */
  async spend<Result>(accountId: AccountId, work: () => Promise<Result>): Promise<Result> {
    const own = this.#underWay.get(accountId) ?? 0;
    if (own >= this.#share()) throw new OutboundFailure('busy');
    this.#all += 1;
    this.#underWay.set(accountId, own + 1);
    try {
      return await work();
    } finally {
      this.#all -= 1;
      const left = (this.#underWay.get(accountId) ?? 1) - 1;
      if (left === 0) this.#underWay.delete(accountId);
      else this.#underWay.set(accountId, left);
    }
  }

  /** How much one account may have under way at this moment. */
  #share(): number {
    const { atOnce, perAccount } = this.#bounds;
    if (this.#all >= atOnce) return 0;
    return this.#all * 2 < atOnce ? perAccount : 1;
  }
}
