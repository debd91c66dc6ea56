import { expect, test } from 'vitest';
import { DecisionBudget } from './decision-budget.ts';

const allowed = { decision: 'Allow' } as const;

test('counts every decision and records as many calls of an account in a minute as it may', () => {
  const budget = new DecisionBudget(2);
  const spent = [0, 1, 2].map(now => budget.spend('1', [allowed, { decision: 'ExplicitDeny' }], now));
  expect(spent).toEqual([true, true, false]);
  expect([...budget.counts]).toEqual([
    ['Allow', 3],
    ['ExplicitDeny', 3],
  ]);
});

test('keeps the budgets of accounts apart and fills them with each minute', () => {
  const budget = new DecisionBudget(1);
  expect([budget.spend('1', [allowed], 0), budget.spend('2', [allowed], 0)]).toEqual([true, true]);
  expect([budget.spend('1', [allowed], 59_999), budget.spend('1', [allowed], 60_000)]).toEqual([false, true]);
});

test('records nothing when the budget is nought', () => {
  expect(new DecisionBudget(0).spend('1', [allowed], 0)).toBe(false);
});
