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

  it('leaves its second half to accounts that have nothing under way', async () => {
    const budget = new FetchBudget({ atOnce: 8, perAccount: 4 });
    const slow = Array.from({ length: 8 }, work);
    const [first, ...others] = slow;
    const running = slow.slice(0, 4).map(each => budget.spend('greedy', each.run));
    for (const [index, each] of slow.slice(4, 7).entries()) {
      running.push(budget.spend(`other ${index}`, each.run));
      await expect(budget.spend(`other ${index}`, each.run)).rejects.toMatchObject({ problem: 'busy' });
    }
    first?.end();
    await running[0];
    await expect(budget.spend('greedy', async () => 1)).rejects.toMatchObject({ problem: 'busy' });
    expect(await budget.spend('another', async () => 1)).toBe(1);
    for (const each of others) each.end();
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
