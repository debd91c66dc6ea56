import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob, matchesGlob } from '../../glob/glob.ts';
import { startBudget } from '../budget.ts';
import { globCovers, globsOverlap } from './glob-coverage.ts';

const aPattern = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '*', '?'), maxLength: 5 });
const plenty = () => startBudget(1_000_000);

/** Every text of up to five characters out of three. */
const TEXTS: readonly string[] = Array.from({ length: 6 }, (_, length) => length).flatMap(textsOfLength);

function textsOfLength(length: number): string[] {
  if (length === 0) return [''];
  return textsOfLength(length - 1).flatMap(text => ['a', 'b', '😀'].map(character => text + character));
}

const matched = (pattern: string) => {
  const glob = compileGlob(pattern);
  return TEXTS.filter(text => matchesGlob(glob, text));
};

describe('globCovers', () => {
  it('never claims more than the matcher finds, and claims most of it', () => {
    let proven = 0;
    let missed = 0;
    fc.assert(
      fc.property(aPattern, aPattern, (wide, narrow) => {
        const texts = new Set(matched(wide));
        const isCovered = matched(narrow).every(text => texts.has(text));
        const claim = globCovers(wide, narrow, plenty());
        if (claim) expect(isCovered).toBe(true);
        if (claim) proven += 1;
        else if (isCovered) missed += 1;
      }),
      { numRuns: 3000 },
    );
    expect(proven).toBeGreaterThan(150);
    expect(missed).toBeLessThan(proven / 10);
  });

  it.each([
    ['*', '', true],
    ['', '*', false],
    ['?*', '*?', true],
    ['*?', '?*', true],
    ['??*', '*?', false],
    ['a*', 'a', true],
    ['a*c', 'a*b*c', true],
    ['a*b*c', 'a*c', false],
    ['?', '*', false],
    ['Get*', 'GetObject', true],
    ['*Object', 'Get*', false],
  ])('answers of %j and %j: %j', (wide, narrow, expected) => {
    expect(globCovers(wide, narrow, plenty())).toBe(expected);
  });

  it('proves nothing when the budget is used up', () => {
    expect(globCovers('a*', 'ab', startBudget(1))).toBe(false);
    expect(globsOverlap('a', 'b', startBudget(1))).toBe(true);
  });
});

describe('globsOverlap', () => {
  it('tells exactly whether some text is covered by both', () => {
    let apart = 0;
    fc.assert(
      fc.property(aPattern, aPattern, (left, right) => {
        const texts = new Set(matched(left));
        const meets = matched(right).some(text => texts.has(text));
        const claim = globsOverlap(left, right, plenty());
        if (!claim) apart += 1;
        // Two long patterns may meet in a longer text only.
        if (left.length + right.length <= 5 || meets) expect(claim).toBe(meets);
      }),
      { numRuns: 3000 },
    );
    expect(apart).toBeGreaterThan(300);
  });
});
