/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** Whole, from 0 up to but without `limit`. */
  below(limit: number): number;
  /** True this often. @param share 0 to 1 */
  chance(share: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** @param seed any whole number */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: share => next() < share,
    pick: items => items[below(items.length)] ?? items[0],
  };
}
