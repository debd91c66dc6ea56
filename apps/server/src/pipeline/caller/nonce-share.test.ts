import { expect, test } from 'vitest';
import { NonceShare } from './nonce-share.ts';

const MINUTE = 60_000;
const LIFETIME = 30 * MINUTE;

test('a key may have so many nonces alive and not one more', () => {
  const share = new NonceShare();
  const start = 1000 * MINUTE;
  expect([1, 2, 3, 4].map(() => share.spend(3, LIFETIME, start))).toEqual([true, true, true, false]);
});

test('nonces count until their lifetime is over, then no longer', () => {
  const share = new NonceShare();
  const start = 1000 * MINUTE;
  share.spend(2, LIFETIME, start);
  share.spend(2, LIFETIME, start + 10 * MINUTE);
  expect(share.spend(2, LIFETIME, start + LIFETIME - 1)).toBe(false);
  expect(share.spend(2, LIFETIME, start + LIFETIME + 2 * MINUTE)).toBe(true);
  expect(share.spend(2, LIFETIME, start + LIFETIME + 2 * MINUTE)).toBe(false);
});

test('a long pause forgets everything', () => {
  const share = new NonceShare();
  for (let i = 0; i < 5; i += 1) share.spend(5, LIFETIME, 1000 * MINUTE + i * MINUTE);
  expect(share.spend(5, LIFETIME, 1004 * MINUTE)).toBe(false);
  const later = 100_000 * MINUTE;
  expect([1, 2, 3, 4, 5, 6].map(() => share.spend(5, LIFETIME, later))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});
