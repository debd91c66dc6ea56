import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameters, text } from '../test/arbitraries.ts';
import { encodeParameters, parseForm, parseQuery, percentEncode } from './index.ts';

/** The rule itself, byte by byte. */
function encodeByteByByte(plain: string): string {
  let encoded = '';
  for (const byte of Buffer.from(plain, 'utf8')) {
    const character = String.fromCharCode(byte);
    const unreserved = /[A-Za-z0-9\-_.~]/.test(character);
    encoded += unreserved ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

describe('percent-encoding', () => {
  it('is the rule of RFC 3986 applied to every byte', () => {
    fc.assert(
      fc.property(text, plain => {
        expect(percentEncode(plain)).toBe(encodeByteByByte(plain));
      }),
    );
  });

  it('is undone by decoding', () => {
    fc.assert(
      fc.property(text, plain => {
        expect(decodeURIComponent(percentEncode(plain))).toBe(plain);
      }),
    );
  });

  it('encodes a whole as it encodes its parts', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(percentEncode(left + right)).toBe(percentEncode(left) + percentEncode(right));
      }),
    );
  });
});

describe('encoded parameters', () => {
  it('are read back as they were, from a query and from a form', () => {
    fc.assert(
      fc.property(parameters, given => {
        const encoded = encodeParameters(given);
        expect(parseQuery(encoded)).toEqual(given);
        expect(parseForm(Buffer.from(encoded))).toEqual(given);
      }),
    );
  });

  it('are read back the same when a client writes a space as plus', () => {
    fc.assert(
      fc.property(parameters, given => {
        expect(parseQuery(encodeParameters(given).replaceAll('%20', '+'))).toEqual(given);
      }),
    );
  });
});
