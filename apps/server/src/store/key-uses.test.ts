import { expect, it } from 'vitest';
import { KeyUses } from './key-uses.ts';

function use(accessKeyId: string, at: number) {
  return { accountId: '1', accessKeyId, at, serviceName: 'Ram' };
}

it('lets the first use of a key through at once, then one a second, each key for itself', () => {
  const uses = new KeyUses();
  expect(uses.isDue(use('a', 5000))).toBe(true);
  expect(uses.isDue(use('a', 5999))).toBe(false);
  expect(uses.isDue(use('b', 5999))).toBe(true);
  expect(uses.isDue(use('a', 6000))).toBe(true);
  expect(uses.isDue(use('a', 6999))).toBe(false);
});

it('goes on when the clock was set back', () => {
  const uses = new KeyUses();
  uses.isDue(use('a', 1_000_000));
  expect(uses.isDue(use('a', 5000))).toBe(true);
});

it('forgets the key that was written longest ago when it knows too many', () => {
  const uses = new KeyUses();
  for (let key = 0; key <= 20_000; key += 1) uses.isDue(use(`${key}`, 5000));
  expect(uses.isDue(use('1', 5000))).toBe(false);
  expect(uses.isDue(use('0', 5000))).toBe(true);
});
