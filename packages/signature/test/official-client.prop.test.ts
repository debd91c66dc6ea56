import { Readable } from 'node:stream';
import { OpenApiUtil } from '@alicloud/openapi-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Parameter, signRpcV1 } from '../src/index.ts';
import { anAcs3Request, headerOf, headersOf, SECRET, verdictOn, withHeaders } from './acs3-request.ts';
import { headerValue, parameters } from './arbitraries.ts';

/** What the client's type of a request demands and signing does not read. */
const UNUSED = { protocol: 'http', port: 80, body: Readable.from([]) };

/** Without surrogates, among which the official client sorts differently. */
const inTheBasicPlane = parameters.filter(list => list.every(({ name }) => !/[\ud800-\udfff]/.test(name)));

function recordOf(list: readonly Parameter[]): Record<string, string> {
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

describe('the official TypeScript client', () => {
  it('signs by ACS3 what this side accepts, or refuses because a raw name is ambiguous', () => {
    fc.assert(
      fc.property(
        inTheBasicPlane,
        fc.dictionary(fc.stringMatching(/^x-acs-q[a-z-]{0,8}$/), headerValue, { maxKeys: 4 }),
        fc.constantFrom('/', '/a+b*c%7E', '/a%20b', '/users/%E5%BC%A0'),
        fc.constantFrom('ACS3-HMAC-SHA256', 'ACS3-HMAC-SM3'),
        (query, headers, path, algorithm) => {
          const request = anAcs3Request({ query, headers, path, algorithm });
          const { authorization: _ours, ...unsigned } = headersOf(request);
          const sent = {
            method: 'POST',
            pathname: path,
            query: recordOf(query),
            headers: unsigned,
            ...UNUSED,
          };
          const digest = headerOf(request, 'x-acs-content-sha256');
          const authorization = OpenApiUtil.getAuthorization(sent, algorithm, digest, 'an-id', SECRET);
          const verdict = verdictOn(withHeaders(request, { authorization }));
          const isAmbiguous = query.some(({ name }) => /[&=%\r\n]/.test(name));
          expect(verdict).toMatchObject(isAmbiguous ? { reason: 'ambiguous-raw-key' } : { valid: true });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('signs by RPC V1 as this side does', () => {
    fc.assert(
      fc.property(inTheBasicPlane, fc.constantFrom('GET', 'POST'), (list, method) => {
        const credentials = { accessKeyId: 'an-id', accessKeySecret: SECRET };
        const signed = signRpcV1(method, list, credentials, { date: new Date(0), nonce: 'a-nonce' });
        const theirs = OpenApiUtil.getRPCSignature(recordOf(signed.slice(0, -1)), method, SECRET);
        expect(theirs).toBe(signed.at(-1)?.value);
      }),
    );
  });
});
