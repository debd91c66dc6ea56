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

it('remembers a great many keys, and then forgets those that were written longest ago', () => {
  const uses = new KeyUses();
  const use1000 = (from: number) => {
    for (let key = from; key < from + 1000; key += 1) uses.isDue(use(`${key}`, 5000));
  };
  for (let from = 0; from < 20_000; from += 1000) use1000(from);
  expect(uses.isDue(use('0', 5999))).toBe(false);
  use1000(20_000);
  expect(uses.isDue(use('19999', 5999))).toBe(false);
  expect(uses.isDue(use('0', 5999))).toBe(true);
});

it('does not let a key through again because it was written by an older generation', () => {
  const uses = new KeyUses();
  uses.isDue(use('a', 5000));
  for (let key = 0; key < 10_000; key += 1) uses.isDue(use(`${key}`, 5000));
  expect(uses.isDue(use('a', 6000))).toBe(true);
  expect(uses.isDue(use('a', 6999))).toBe(false);
});
