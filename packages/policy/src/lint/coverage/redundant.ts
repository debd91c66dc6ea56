import type { Budget } from '../budget.ts';
import { findWithin } from '../budget.ts';

/** An item, and another that makes it needless. */
export interface Redundant<T> {
  readonly item: T;
  readonly by: T;
}

/**
 * Finds the items that others cover. From the last on, and only by what is still needed: all that are found can be
 * removed together. Ends when the budget is used up.
 */
export function findRedundant<T>(
  items: readonly T[],
  covers: (wide: T, narrow: T) => boolean,
  budget: Budget,
): readonly Redundant<T>[] {
  const needed = new Set(items);
  const found: Redundant<T>[] = [];
  for (const item of items.toReversed()) {
    const by = findWithin(budget, needed, other => other !== item && covers(other, item));
    if (by === undefined) continue;
    needed.delete(item);
    found.push({ item, by });
  }
  return found;
}
