import { describe, expect, test } from 'vitest';
import { readClaim, readHead } from './head.ts';

const AUTHORIZATION = 'ACS3-HMAC-SHA256 Credential=id,SignedHeaders=accept;host;x-acs-date,Signature=00';
const DIGEST = 'ab'.repeat(32);

describe('the head of a request', () => {
  test('is read once', () => {
    const head = readHead('GET', '/orders/%E8%AE%A2?a=1&b=%20', ['Host', 'shop.example']);
    expect(head).toMatchObject({ path: '/orders/%E8%AE%A2', rawQuery: 'a=1&b=%20' });
    expect(head.query).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: ' ' },
    ]);
  });

  test.each([
    '/orders/../admin',
    '/%6frders',
    '/orders/%zz',
    '/orders/%FF',
    '/orders/%00',
    '/orders/a b',
    '/orders/é',
    '/orders#a',
    'http://shop.example/orders',
    'orders',
    '*',
    'shop.example:443',
    '',
    '?a=1',
    '/orders?a=1&a=2',
    '/orders?Signature=1&signature=2',
  ])('with the target %s is refused', target => {
    expect(() => readHead('GET', target, [])).toThrow();
  });

  test.each(['Authorization', 'Host', 'Content-Type', 'X-Acs-Date', 'x-acs-content-sha256'])(
    'with %s twice is refused',
    name => {
      expect(() => readHead('GET', '/', [name, 'a', name.toLowerCase(), 'a'])).toThrow('repeated');
    },
  );
});

describe('the Host header', () => {
  test.each(['shop.example', 'Shop.Example:8080', '127.0.0.1:3000', '[2001:db8::1]:443', 'a_b-c', ''])(
    'may be %j',
    host => {
      expect(readHead('GET', '/', ['Host', host]).headers.get('host')).toBe(host);
    },
  );

  // With the first one Hono's own check of lengths comes out even: the name has as many characters once it is encoded.
  test.each(['\u00FCa/admin?', 'a/admin?', 'a#', 'a@b', 'a\\b', 'a b', 'a%2Fb', 'a,b', '\u212A.example'])(
    'is refused as %j, which brings a path of its own or is no host',
    host => {
      expect(() => readHead('GET', '/', ['Host', host])).toThrow('is no host');
    },
  );
});

describe('the claim of a signature', () => {
  const headers = {
    authorization: AUTHORIZATION,
    host: 'shop.example',
    accept: '*/*',
    cookie: 'session=secret',
    'x-acs-content-sha256': DIGEST,
    'x-acs-date': 'now',
    'x-other': 'x',
  };
  const claim = (change: Record<string, string | undefined>) =>
    readClaim(
      new Map(
        Object.entries({ ...headers, ...change }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      ),
    );

  test('carries what is signed to the server, and no cookie', () => {
    const reading = claim({});
    if (reading.kind !== 'claim') throw new Error(reading.kind);
    expect(reading.claim).toMatchObject({ digest: 'sha256', bodyDigest: DIGEST });
    expect(Object.keys(reading.claim.headers).sort()).toEqual([
      'accept',
      'authorization',
      'host',
      'x-acs-content-sha256',
      'x-acs-date',
    ]);
  });

  test('is absent without an Authorization header', () => {
    expect(claim({ authorization: undefined })).toEqual({ kind: 'absent' });
  });

  test.each([
    'Bearer abc',
    'acs id:signature',
    'ACS3-RSA-SHA256 Credential=id,SignedHeaders=host,Signature=00',
    'ACS3-HMAC-SHA256 Credential=id,Signature=00',
    'ACS3-HMAC-SHA256',
    '',
  ])('is unsupported in %j', authorization => {
    expect(claim({ authorization })).toEqual({ kind: 'unsupported' });
  });

  test.each([undefined, '', 'ab', 'AB'.repeat(32), 'x'.repeat(64)])(
    'is unsupported with the digest %s of the body',
    digest => {
      expect(claim({ 'x-acs-content-sha256': digest })).toEqual({ kind: 'unsupported' });
    },
  );

  test('is unsupported when it lists headers without end', () => {
    const names = Array.from({ length: 101 }, (_, index) => `x-${1000 + index}`).join(';');
    const authorization = `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=${names},Signature=00`;
    expect(claim({ authorization })).toEqual({ kind: 'unsupported' });
  });
});
