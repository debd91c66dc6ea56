import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameters } from '../test/arbitraries.ts';
import { assertDisjoint, encodeParameters, parseQuery, RequestSyntaxError } from './index.ts';

const anyCase = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map(upper =>
      [...name].map((letter, i) => (upper[i] ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    );

const authenticationName = fc.constantFrom(
  ...[
    'Action',
    'Version',
    'AccessKeyId',
    'Signature',
    'SignatureNonce',
    'SignatureMethod',
    'SignatureVersion',
  ],
  ...['SignatureType', 'Timestamp', 'Format', 'SecurityToken'],
);

describe('reading a query', () => {
  it('refuses a name that occurs twice, wherever and with whatever values', () => {
    fc.assert(
      fc.property(parameters, fc.nat(), fc.nat(), fc.string(), (given, from, to, value) => {
        fc.pre(given.length > 0);
        const name = given[from % given.length]?.name ?? '';
        const doubled = given.toSpliced(to % (given.length + 1), 0, {
          name,
          value: value.replaceAll('\0', ''),
        });
        expect(() => parseQuery(encodeParameters(doubled))).toThrow(RequestSyntaxError);
      }),
    );
  });

  it('refuses two spellings of an authentication parameter, in one part or in two', () => {
    const twoSpellings = authenticationName.chain(name => fc.tuple(anyCase(name), anyCase(name), parameters));
    fc.assert(
      fc.property(twoSpellings, ([first, second, between]) => {
        const list = [{ name: first, value: '1' }, ...between, { name: second, value: '1' }];
        expect(() => parseQuery(encodeParameters(list))).toThrow(RequestSyntaxError);
        expect(() => assertDisjoint(list.slice(0, -1), list.slice(-1))).toThrow(RequestSyntaxError);
      }),
    );
  });

  it('accepts escaped bytes exactly when they are UTF-8 without NUL', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 6 }), bytes => {
        const raw = `a=${Buffer.from(bytes).toString('hex').replace(/../g, '%$&')}`;
        let expected: string | undefined;
        try {
          expected = decoder.decode(bytes);
        } catch {
          expected = undefined;
        }
        if (expected === undefined || bytes.includes(0)) {
          expect(() => parseQuery(raw)).toThrow(RequestSyntaxError);
        } else {
          expect(parseQuery(raw)).toEqual([{ name: 'a', value: expected }]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any text at all in one way or refuses it by name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '%', '2', '0', '&', '=', '+', ' ', '张') }),
        raw => {
          try {
            const read = parseQuery(raw);
            expect(parseQuery(encodeParameters(read))).toEqual(read);
          } catch (error) {
            expect(error).toBeInstanceOf(RequestSyntaxError);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
