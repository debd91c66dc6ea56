import { expect, test } from 'vitest';
import { StrangerBudget } from './strangers.ts';

test('refusals are counted exactly and recorded only within the budget of the minute', () => {
  const budget = new StrangerBudget(2);
  const recorded = [0, 1, 2, 3].map(at => budget.spend('SignatureDoesNotMatch', at));
  expect(recorded).toEqual([true, true, false, false]);
  expect(budget.spend('InvalidAccessKeyId.NotFound', 60_000)).toBe(true);
  expect([...budget.counts]).toEqual([
    ['SignatureDoesNotMatch', 4],
    ['InvalidAccessKeyId.NotFound', 1],
  ]);
});
