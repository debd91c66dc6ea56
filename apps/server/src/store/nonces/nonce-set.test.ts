import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { NonceSet } from './nonce-set.ts';

const NOW = 1_800_000_000_000;
const LIFE = 900_000;

it('takes less than 40 bytes for a nonce', () => {
  const set = new NonceSet(200_000);
  for (let count = 0; count < 100_000; count += 1) set.claim(randomBytes(16), NOW + LIFE, NOW);
  expect(set.size).toBe(100_000);
  expect(set.bytes / set.size).toBeLessThan(40);
});

it('gives the room of expired nonces back while it is used', () => {
  const set = new NonceSet(200_000);
  for (let count = 0; count < 50_000; count += 1) set.claim(randomBytes(16), NOW + LIFE, NOW);
  const full = set.bytes;
  let now = NOW + LIFE + 1000;
  for (let count = 0; count < 300; count += 1) {
    now += 250;
    set.claim(randomBytes(16), now + LIFE, now);
  }
  expect(set.size).toBeLessThan(400);
  expect(set.bytes).toBeLessThan(full / 20);
});

it('tells nonces apart that differ in their last bit', () => {
  const set = new NonceSet(10);
  const one = new Uint8Array(16);
  const other = Uint8Array.from(one).fill(1, 15);
  expect(set.claim(one, NOW + LIFE, NOW)).toBe('claimed');
  expect(set.claim(other, NOW + LIFE, NOW)).toBe('claimed');
  expect(set.claim(one, NOW + LIFE, NOW)).toBe('spent');
});

it('refuses an old request after the clock was set back, since its nonce may have been forgotten', () => {
  const set = new NonceSet(2);
  const old = randomBytes(16);
  expect(set.claim(old, NOW + LIFE, NOW)).toBe('claimed');
  const later = NOW + LIFE + 1000;
  set.claim(randomBytes(16), later + LIFE, later);
  set.claim(randomBytes(16), later + LIFE, later);
  expect(set.claim(old, NOW + LIFE, NOW)).toBe('spent');
});

it('keeps every nonce apart when somebody has chosen them to lie together', () => {
  const set = new NonceSet(5000);
  const close = (count: number) => {
    const digest = new Uint8Array(16);
    new DataView(digest.buffer).setUint32(8, count);
    return digest;
  };
  for (let count = 0; count < 2000; count += 1) {
    expect(set.claim(close(count), NOW + LIFE, NOW)).toBe('claimed');
  }
  for (let count = 0; count < 2000; count += 1) {
    expect(set.claim(close(count), NOW + LIFE, NOW)).toBe('spent');
  }
});
