import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NonceSet } from './nonce-set.ts';

const LIFE = 60_000;

/** A claim of one of a few nonces, after some time has passed. */
const claims = fc.array(
  fc.record({ nonce: fc.integer({ min: 0, max: 40 }), passes: fc.integer({ min: 0, max: 20_000 }) }),
  { maxLength: 200 },
);

function digestOf(nonce: number): Uint8Array {
  const digest = new Uint8Array(17);
  new DataView(digest.buffer).setUint32(1, Math.imul(nonce + 1, 0x9e3779b1));
  return digest.subarray(1);
}

it('claims a nonce once for as long as it lives, and holds no more than it may', () => {
  fc.assert(
    fc.property(claims, fc.integer({ min: 1, max: 50 }), (steps, most) => {
      const set = new NonceSet(most);
      const living = new Map<number, number>();
      let now = 1_000_000;
      for (const { nonce, passes } of steps) {
        now += passes;
        const expires = living.get(nonce);
        const outcome = set.claim(digestOf(nonce), now + LIFE, now);
        if (expires !== undefined && expires > now) expect(outcome).toBe('spent');
        if (outcome === 'claimed') living.set(nonce, now + LIFE);
        expect(set.size).toBeLessThanOrEqual(most);
        const alive = [...living.values()].filter(end => end + 1000 > now).length;
        if (outcome === 'full') expect(alive).toBeGreaterThanOrEqual(most);
      }
    }),
  );
});
