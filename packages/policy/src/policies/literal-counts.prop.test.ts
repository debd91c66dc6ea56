import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLiterals, type Side } from './literal-counts.ts';

const aLiteral = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('countLiterals', () => {
  it('counts the literals that have a literal as their beginning, or ending', () => {
    fc.assert(
      fc.property(
        fc.array(aLiteral, { minLength: 1, maxLength: 20 }),
        fc.constantFrom<Side>('beginning', 'ending'),
        (literals, side) => {
          const count = countLiterals(literals, side);
          for (const literal of literals) {
            const having = literals.filter(other =>
              side === 'beginning' ? other.startsWith(literal) : other.endsWith(literal),
            );
            expect(count(literal)).toBe(having.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
