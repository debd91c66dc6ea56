import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAcs3Request, headerOf, verdictOn, withHeaders } from '../../test/acs3-request.ts';
import { headerValue, parameters } from '../../test/arbitraries.ts';
import { percentEncode } from '../index.ts';

const choices = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: fc.oneof(
    fc.constant('/'),
    fc
      .array(fc.string({ unit: 'grapheme' }).map(percentEncode))
      .map(parts => `/${parts.join('/')}`.replaceAll('%00', '')),
    fc.stringMatching(/^\/[a-z+*~.%27E-]{0,8}$/).map(path => path.replaceAll('%', '%7E')),
  ),
  query: parameters,
  headers: fc.dictionary(fc.stringMatching(/^x-acs-q[a-z-]{0,8}$/), headerValue, { maxKeys: 4 }),
  body: fc.uint8Array({ maxLength: 40 }),
  algorithm: fc.constantFrom('ACS3-HMAC-SHA256', 'ACS3-HMAC-SM3'),
});

describe('an ACS3 request', () => {
  it('is accepted as signed and with no other secret', () => {
    fc.assert(
      fc.property(choices, chosen => {
        const request = anAcs3Request(chosen);
        expect(verdictOn(request)).toEqual({ valid: true, unsignedParameters: [] });
        expect(verdictOn(request, 'another-secret')).toMatchObject({
          valid: false,
          reason: 'signature-mismatch',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is refused once a bit of its signature is flipped', () => {
    const request = anAcs3Request();
    const [head = '', signature = ''] = headerOf(request, 'authorization').split('Signature=');
    for (let bit = 0; bit < signature.length * 4; bit++) {
      const digit = Number.parseInt(signature.charAt(bit >> 2), 16) ^ (1 << (bit & 3));
      const flipped = signature.slice(0, bit >> 2) + digit.toString(16) + signature.slice((bit >> 2) + 1);
      const authorization = `${head}Signature=${flipped}`;
      expect(verdictOn(withHeaders(request, { authorization })).valid).toBe(false);
    }
  });
});
