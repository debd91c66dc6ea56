import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../letter-case.ts';
import { isLittleWork, matchesAnyGlob } from './any-glob.ts';
import { runAutomaton } from './automaton.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { matchesPacked, packGlobs } from './packed-globs.ts';

/** What a glob means, said as plainly as possible; slow. */
function covers(pattern: readonly string[], text: readonly string[]): boolean {
  const [token, ...tokens] = pattern;
  const [character, ...characters] = text;
  if (token === undefined) return character === undefined;
  if (token === '*') return covers(tokens, text) || (character !== undefined && covers(pattern, characters));
  return character !== undefined && (token === '?' || token === character) && covers(tokens, characters);
}

const aText = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '😀', '*'), maxLength: 10 });
const aPattern = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '😀', '*', '*', '?'), maxLength: 8 });

describe('matchesGlob', () => {
  it('agrees with the plain meaning of a glob', () => {
    fc.assert(
      fc.property(aPattern, aText, (pattern, text) => {
        expect(matchesGlob(compileGlob(pattern), text)).toBe(covers([...pattern], [...text]));
      }),
      { numRuns: 3000 },
    );
  });

  it('without letter case agrees with the plain meaning of the texts in lower case', () => {
    fc.assert(
      fc.property(aPattern, aText, (pattern, text) => {
        const expected = covers([...fold(pattern)], [...fold(text)]);
        expect(matchesGlob(compileGlob(pattern), text, true)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks at nothing outside the part that it is given', () => {
    fc.assert(
      fc.property(aPattern, fc.tuple(aText, aText, aText), (pattern, [before, part, after]) => {
        // The part of an ARN ends at a colon, so no character reaches over its end.
        const text = `${before}:${part}:${after}`;
        const start = before.length + 1;
        const actual = matchesGlob(compileGlob(pattern), text, false, start, start + part.length);
        expect(actual).toBe(covers([...pattern], [...part]));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('matchesPacked', () => {
  it('says what the glob itself says', () => {
    fc.assert(
      fc.property(
        fc.array(aPattern, { maxLength: 5 }),
        aText,
        fc.nat(3),
        fc.boolean(),
        (patterns, text, start, folded) => {
          fc.pre(start <= text.length);
          const globs = patterns.map(compileGlob);
          const packed = packGlobs(globs);
          for (const [place, glob] of globs.entries()) {
            expect(matchesPacked(packed, place, text, folded, start)).toBe(
              matchesGlob(glob, text, folded, start),
            );
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('matchesAnyGlob', () => {
  const someGlobs = fc.array(aPattern, { maxLength: 6 }).map(patterns => patterns.map(compileGlob));

  it('says whether one of the globs covers the text', () => {
    fc.assert(
      fc.property(someGlobs, aText, fc.boolean(), (globs, text, folded) => {
        const expected = globs.some(glob => matchesGlob(glob, text, folded));
        expect(matchesAnyGlob(globs, text, folded)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same of many globs and long texts, which it matches at once', () => {
    const aLetter = fc.constantFrom('a', 'a', 'a', 'b', 'A', '😀');
    const aLongText = fc.string({ unit: aLetter, minLength: 300, maxLength: 400 });
    const aGlob = fc
      .string({ unit: fc.constantFrom('a', 'a', 'a', 'b', 'B', '?', '*', '😀'), minLength: 4, maxLength: 14 })
      .map(middle => compileGlob(`*${middle}*`));
    let covered = 0;
    const check = (globs: readonly Glob[], text: string, folded: boolean) => {
      const many = Array.from(
        { length: 60 },
        (_, place) => globs[place % globs.length] ?? compileGlob('x*x'),
      );
      expect(isLittleWork(many.length, text.length)).toBe(false);
      const expected = globs.some(glob => matchesGlob(glob, text, folded));
      expect(matchesAnyGlob(many, text, folded)).toBe(expected);
      covered += expected ? 1 : 0;
    };
    fc.assert(fc.property(fc.array(aGlob, { minLength: 1, maxLength: 3 }), aLongText, fc.boolean(), check), {
      numRuns: 300,
    });
    expect(covered).toBeGreaterThan(50);
    expect(covered).toBeLessThan(250);
  });
});

describe('runAutomaton', () => {
  it('tells the patterns of one automaton apart', () => {
    fc.assert(
      fc.property(fc.array(aPattern, { minLength: 1, maxLength: 8 }), aText, (patterns, text) => {
        const expected = patterns.some(pattern => covers([...pattern], [...text]));
        expect(runAutomaton(patterns, text, false, 0, text.length)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the plain meaning of a glob', () => {
    fc.assert(
      fc.property(aPattern, aText, (pattern, text) => {
        expect(runAutomaton([pattern], text, false, 0, text.length)).toBe(covers([...pattern], [...text]));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the scan on patterns of more states than one word has bits', () => {
    const aLongText = fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b'), minLength: 60, maxLength: 150 });
    const aLongPattern = fc.string({
      unit: fc.constantFrom('a', 'a', 'a', 'a', 'b', '?', '?', '*'),
      minLength: 30,
      maxLength: 120,
    });
    const aPair = fc.oneof(
      fc.tuple(aLongPattern, aLongText),
      aLongText.chain(text => fc.tuple(aPatternThatCovers(text), fc.constant(text))),
    );
    let covered = 0;
    fc.assert(
      fc.property(aPair, ([pattern, text]) => {
        const expected = matchesGlob(compileGlob(pattern), text);
        expect(runAutomaton([pattern], text, false, 0, text.length)).toBe(expected);
        covered += expected ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(covered).toBeGreaterThan(100);
  });
});

/** Replaces pieces of a text by wildcards that cover them. */
function aPatternThatCovers(text: string) {
  const aReplacement = fc.constantFrom('same', 'same', 'same', 'same', '?', '*');
  return fc
    .array(aReplacement, { minLength: text.length, maxLength: text.length })
    .map(replacements =>
      [...text]
        .map((character, index) => (replacements[index] === 'same' ? character : replacements[index]))
        .join(''),
    );
}
