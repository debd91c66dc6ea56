import fc from 'fast-check';
import type { Parameter } from '../src/index.ts';

/** Any well-formed Unicode text without NUL. */
export const text = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }))
  .filter(candidate => !candidate.includes('\0'));

/** Names that parsers do not take for the same one. None begins like an authentication parameter. */
export const parameters: fc.Arbitrary<Parameter[]> = fc.uniqueArray(
  fc.record({ name: text.map(name => `p${name}`), value: text }),
  { selector: ({ name }) => name, maxLength: 12 },
);

/** A value that an HTTP header can carry. */
export const headerValue = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code)),
  maxLength: 30,
});

/** A secret as it may be: like generated ones, about as long as a block of its digest, or not ASCII. */
export const secret = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]{30}$/),
  fc.stringMatching(/^[ -~]{62,67}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }),
);
