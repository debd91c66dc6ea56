import { expect, test } from 'vitest';
import { Bucket } from './throttle.ts';

test('a burst passes, the next request is told when to come back', () => {
  const bucket = new Bucket();
  expect([1, 2, 3].map(() => bucket.take(10, 3, 0))).toEqual([0, 0, 0]);
  expect(bucket.take(10, 3, 0)).toBe(100);
  expect(bucket.take(10, 3, 99)).toBe(1);
  expect(bucket.take(10, 3, 100)).toBe(0);
});

test('a long rest never fills the bucket beyond its burst', () => {
  const bucket = new Bucket();
  expect([0, 0, 0].map(() => bucket.take(1, 2, 1_000_000))).toEqual([0, 0, 1000]);
});
