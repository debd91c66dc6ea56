import { describe, expect, it } from 'vitest';
import { AccountCache } from './account-cache.ts';

const [greedy, modest, third] = ['1000000000000001', '1000000000000002', '1000000000000003'];

/** A cache of values that say how large they are. */
function cacheOf(capacity: number) {
  return new AccountCache<{ readonly size: number }>({ capacity, sizeOf: ({ size }) => size });
}

describe('what is remembered for accounts', () => {
  it('is found by its account alone', () => {
    const cache = cacheOf(10);
    cache.set(modest, 'a', { size: 1 });
    expect(cache.get(modest, 'a')).toEqual({ size: 1 });
    expect(cache.get(greedy, 'a')).toBeUndefined();
    expect(cache.get(modest, 'b')).toBeUndefined();
  });

  it('is forgotten by the account that holds the most, whoever needs the room', () => {
    const cache = cacheOf(10);
    cache.set(modest, 'first', { size: 2 });
    for (let index = 0; index < 100; index += 1) cache.set(greedy, `g${index}`, { size: 2 });
    cache.set(third, 'last', { size: 3 });
    expect(cache.get(modest, 'first')).toBeDefined();
    expect(cache.get(third, 'last')).toBeDefined();
    const left = Array.from({ length: 100 }, (_, index) => cache.get(greedy, `g${index}`));
    expect(left.flatMap((value, index) => (value === undefined ? [] : [index]))).toEqual([98, 99]);
  });

  it('is forgotten in the order in which it was used', () => {
    const cache = cacheOf(3);
    for (const name of ['a', 'b', 'c']) cache.set(modest, name, { size: 1 });
    cache.get(modest, 'a');
    cache.set(modest, 'd', { size: 1 });
    const names = ['a', 'b', 'c', 'd'];
    expect(names.filter(name => cache.get(modest, name) !== undefined)).toEqual(['a', 'c', 'd']);
  });

  it('takes the room of what it replaces', () => {
    const cache = cacheOf(10);
    cache.set(modest, 'a', { size: 4 });
    for (let times = 0; times < 100; times += 1) cache.set(greedy, 'b', { size: 6 });
    expect(cache.get(modest, 'a')).toBeDefined();
    expect(cache.get(greedy, 'b')).toBeDefined();
  });

  it('is never larger than all of the room, by itself or together', () => {
    const cache = cacheOf(10);
    cache.set(greedy, 'a', { size: 11 });
    expect(cache.get(greedy, 'a')).toBeUndefined();
    cache.set(greedy, 'a', { size: 10 });
    cache.set(modest, 'b', { size: 1 });
    expect(cache.get(greedy, 'a')).toBeUndefined();
    expect(cache.get(modest, 'b')).toBeDefined();
  });
});
