import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldOf } from './path.ts';

/** Characters that are hard to fold, and any others. */
const unit = fc.oneof(
  fc.constantFrom(
    'a',
    'K',
    '\u212A',
    '\u017F',
    '\u0131',
    '\u0130',
    'ß',
    '\u1E9E',
    'Σ',
    'ς',
    'é',
    '\u0301',
    '\u0345',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const fold = (text: string) => foldOf(encodeURIComponent(text));

test('the fold of a segment is the same in small letters and in every normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit }), drawn => {
      const text = drawn.toWellFormed();
      const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'].map(form => text.normalize(form));
      for (const other of [text.toLowerCase(), ...forms]) expect(fold(other)).toBe(fold(text));
    }),
    { numRuns: 20_000 },
  );
});
