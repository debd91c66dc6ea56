import { describe, expect, it } from 'vitest';
import { passwordOf, seedOf, stepAt, stepOfPair } from './one-time-password.ts';

/** The secret of the test vectors of RFC 6238, "12345678901234567890", in Base32. */
const seed = seedOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
const STEP = 30_000;
const now = 1_111_111_109_000;
const present = stepAt(now);

describe('a one-time password', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at second %i', (second, password) => {
    expect(passwordOf(seed, stepAt(second * 1000))).toBe(password);
  });

  it('follows from a seed that Base32 holds to the last bit', () => {
    expect(Buffer.from(seed).toString('latin1')).toBe('12345678901234567890');
    expect(seedOf('A7'.repeat(32))).toHaveLength(40);
  });
});

describe('two passwords', () => {
  const pair = (step: number): readonly [string, string] => [
    passwordOf(seed, step - 1),
    passwordOf(seed, step),
  ];

  it('prove a device when they follow each other, with its clock a step ahead or behind', () => {
    for (const step of [present - 1, present, present + 1]) {
      expect(stepOfPair(seed, pair(step), now, 0)).toBe(step);
    }
  });

  it('prove nothing further away in time', () => {
    for (const step of [present - 3, present - 2, present + 2, present + 3]) {
      expect(stepOfPair(seed, pair(step), now, 0)).toBeUndefined();
    }
    expect(stepOfPair(seed, pair(present), now + 2 * STEP, 0)).toBeUndefined();
  });

  it('prove nothing in the wrong order, with a gap, twice the same, or when one is wrong', () => {
    const [first, second] = pair(present);
    const third = passwordOf(seed, present + 1);
    const wrong: readonly (readonly [string, string])[] = [
      [second, first],
      [first, third],
      [second, second],
      [first, '000000'],
      ['000000', second],
      [first, ''],
      [first, `${second}0`],
    ];
    for (const codes of wrong) expect([codes, stepOfPair(seed, codes, now, 0)]).toEqual([codes, undefined]);
  });

  it('prove nothing when one of them is of a step that was used, or of one before it', () => {
    expect(stepOfPair(seed, pair(present), now, present - 2)).toBe(present);
    for (const used of [present - 1, present, present + 5]) {
      expect(stepOfPair(seed, pair(present), now, used)).toBeUndefined();
    }
  });

  it('prove nothing for another seed', () => {
    expect(stepOfPair(seedOf('A'.repeat(64)), pair(present), now, 0)).toBeUndefined();
  });
});
