import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceName } from './resource-name.ts';
import { compileResourcePattern, matchesAnyResource, matchesResource } from './resource-pattern.ts';

const HEADS = ['acs:oss:*:1', 'acs:oss:cn-hangzhou:1', 'acs:ram:*:*', 'acs:*:*:2', 'acs:oss::1'] as const;

/** So long that many patterns for it are matched at once. */
const LONG = 'ab/'.repeat(600);

const aPattern = fc
  .tuple(fc.constantFrom(...HEADS), fc.constantFrom('*', '*x', 'ab*', 'a*b*c*', '?b/*/', `*${LONG}`, 'AB*/'))
  .map(([head, id]) => `${head}:${id}`);

const aName = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HEADS), fc.constantFrom(LONG, `${LONG}x`, `x${LONG}`))
    .map(parts => parts.join(':')),
  fc.constantFrom('*', LONG),
);

describe('many patterns for one long name', () => {
  it('cover it exactly when one of them does', () => {
    const seen = { true: 0, false: 0 };
    const check = (texts: readonly string[], copies: number, text: string) => {
      const some = texts.map(text => compileResourcePattern(text)).filter(pattern => pattern !== undefined);
      const many = Array.from({ length: copies }, () => some).flat();
      const name = resourceName(text);
      const expected = some.some(pattern => matchesResource(pattern, name));
      expect(matchesAnyResource(many, name)).toBe(expected);
      seen[`${expected}`] += 1;
    };
    fc.assert(
      fc.property(
        fc.array(aPattern, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 20, 60),
        aName,
        check,
      ),
      { numRuns: 400 },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(20);
  });

  it('are all outdone by * alone, and no other covers what is no ARN', () => {
    const patterns = Array.from({ length: 60 }, (_, place) =>
      compileResourcePattern(`acs:oss:*:*:${place}*`),
    );
    const many = patterns.filter(pattern => pattern !== undefined);
    expect(matchesAnyResource([...many, 'everything'], resourceName(LONG))).toBe(true);
    expect(matchesAnyResource(many, resourceName(LONG))).toBe(false);
    expect(matchesAnyResource(many, resourceName(`acs:oss::1:59${LONG}`))).toBe(true);
    expect(matchesAnyResource(many, resourceName(`acs:oss::1:x${LONG}`))).toBe(false);
  });
});
