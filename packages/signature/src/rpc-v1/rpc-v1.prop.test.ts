import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameters, secret } from '../../test/arbitraries.ts';
import {
  encodeParameters,
  type Parameter,
  parseRequest,
  SigningSecret,
  signRpcV1,
  verifyRpcV1,
} from '../index.ts';

const signedCalls = fc
  .record({
    method: fc.constantFrom('GET', 'POST'),
    parameters,
    secret,
    algorithm: fc.constantFrom('HMAC-SHA1', 'HMAC-SHA256'),
  })
  .map(call => {
    const options = { date: new Date(0), nonce: 'a-nonce', algorithm: call.algorithm };
    const credentials = { accessKeyId: 'an-id', accessKeySecret: call.secret };
    return { ...call, signed: signRpcV1(call.method, call.parameters, credentials, options) };
  });

function verdictOn(method: string, query: readonly Parameter[], form: readonly Parameter[], key: string) {
  const request = parseRequest({
    method,
    target: `/?${encodeParameters(query)}`,
    rawHeaders: ['content-type', 'application/x-www-form-urlencoded'],
    body: Buffer.from(encodeParameters(form)),
  });
  return verifyRpcV1(request, new SigningSecret(key));
}

describe('an RPC V1 request', () => {
  it('is accepted as signed, however it is spread over query and form, and with no other secret', () => {
    fc.assert(
      fc.property(signedCalls, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (call, places) => {
        const query = call.signed.filter((_, index) => places[index]);
        const form = call.signed.filter((_, index) => !places[index]);
        expect(verdictOn(call.method, query, form, call.secret)).toEqual({
          valid: true,
          unsignedParameters: [],
        });
        expect(verdictOn(call.method, query, form, `${call.secret}x`)).toMatchObject({ valid: false });
      }),
      { numRuns: 500 },
    );
  });

  it('is refused once a bit of its signature is flipped', () => {
    fc.assert(
      fc.property(signedCalls, fc.nat(), (call, position) => {
        const signature = Buffer.from(call.signed.at(-1)?.value ?? '', 'base64');
        const bit = position % (signature.length * 8);
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const forged = [
          ...call.signed.slice(0, -1),
          { name: 'Signature', value: signature.toString('base64') },
        ];
        expect(verdictOn(call.method, forged, [], call.secret)).toMatchObject({ valid: false });
      }),
    );
  });
});
