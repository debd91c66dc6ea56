import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints, sortByName } from './order.ts';

const mixed = fc.string({
  unit: fc.constantFrom('a', 'b', '张', '\u{e000}', '\u{ffff}', '\u{10000}', '😀'),
  maxLength: 5,
});

describe('the order of names', () => {
  it('is the order of their UTF-8 bytes, also for characters beyond U+FFFF', () => {
    fc.assert(
      fc.property(mixed, mixed, (left, right) => {
        expect(Math.sign(compareCodePoints(left, right))).toBe(
          Buffer.compare(Buffer.from(left), Buffer.from(right)),
        );
      }),
    );
  });

  it('does not depend on the order sent, and sorting leaves the given list alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(mixed), names => {
        const given = names.map(name => ({ name, value: '' }));
        const before = structuredClone(given);
        expect(sortByName(given)).toEqual(sortByName(given.toReversed()));
        expect(given).toEqual(before);
      }),
    );
  });
});
