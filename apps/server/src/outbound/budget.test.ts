import { describe, expect, it } from 'vitest';
import { FetchBudget } from './budget.ts';

/** Work that ends when the test says so. */
function work() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { run: () => promise, end: resolve };
}

describe('the budget', () => {
  it('refuses what comes on top of it, and has room again when something ends', async () => {
    const budget = new FetchBudget({ atOnce: 2, perAccount: 2 });
    const [first, second] = [work(), work()];
    const running = [budget.spend('a', first.run), budget.spend('b', second.run)];
    await expect(budget.spend('c', async () => 'late')).rejects.toMatchObject({ problem: 'busy' });
    first.end();
    await running[0];
    expect(await budget.spend('c', async () => 'now')).toBe('now');
    second.end();
    await running[1];
  });

  it('lets no account take it all', async () => {
    const budget = new FetchBudget({ atOnce: 3, perAccount: 2 });
    const slow = [work(), work()];
    const running = slow.map(each => budget.spend('greedy', each.run));
    await expect(budget.spend('greedy', async () => 1)).rejects.toMatchObject({ problem: 'busy' });
    expect(await budget.spend('other', async () => 1)).toBe(1);
    for (const each of slow) each.end();
    await Promise.all(running);
    expect(await budget.spend('greedy', async () => 1)).toBe(1);
  });

  it('has room again after work that failed', async () => {
    const budget = new FetchBudget({ atOnce: 1, perAccount: 1 });
    const fail = () => Promise.reject(new Error('broken'));
    await expect(budget.spend('a', fail)).rejects.toThrow('broken');
    expect(await budget.spend('a', async () => 1)).toBe(1);
  });
});
