/** A number of steps that comparisons of one document may take together. */
export interface Budget {
  /** Takes steps; `false` when they are used up, and from then on. */
  readonly spend: (steps: number) => boolean;
  readonly isSpent: () => boolean;
}

/** Starts a budget. A step is about one comparison of two characters. */
export function startBudget(steps: number): Budget {
  let left = steps;
  return {
    spend: wanted => {
      left -= wanted;
      return left >= 0;
    },
    isSpent: () => left < 0,
  };
}

/** The first item that passes a test, each of which costs a step. `undefined` also when the budget is used up. */
export function findWithin<T>(
  budget: Budget,
  items: Iterable<T>,
  passes: (item: T) => boolean,
): T | undefined {
  for (const item of items) {
    if (!budget.spend(1)) return undefined;
    if (passes(item)) return item;
  }
  return undefined;
}
