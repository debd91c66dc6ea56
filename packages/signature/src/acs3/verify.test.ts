import { Buffer } from 'node:buffer';
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anAcs3Request, headerOf, SECRET, verdictOn, withHeaders } from '../../test/acs3-request.ts';
import {
  percentEncode,
  REQUIRED_HEADERS,
  type ReceivedRequest,
  SigningSecret,
  verifyAcs3,
} from '../index.ts';
import { signedHeadersOf } from './signed-headers.ts';

/** A request signed by hand over the given canonical path and query, which the package itself would not produce. */
function signedByHand(target: string, canonicalPath: string, canonicalQuery: string): ReceivedRequest {
  const request = anAcs3Request();
  const [, signedHeaders = ''] = /SignedHeaders=([^,]*)/.exec(headerOf(request, 'authorization')) ?? [];
  const lines = signedHeaders.split(';').map(name => `${name}:${headerOf(request, name)}\n`);
  const canonical = `POST\n${canonicalPath}\n${canonicalQuery}\n${lines.join('')}\n${signedHeaders}\n${headerOf(request, 'x-acs-content-sha256')}`;
  const text = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', SECRET).update(text).digest('hex');
  const authorization = headerOf(request, 'authorization').replace(/Signature=.*/, `Signature=${signature}`);
  return { ...withHeaders(request, { authorization }), target };
}

/** The same request with one header taken from its list of signed headers. */
function unlisted(request: ReceivedRequest, name: string): ReceivedRequest {
  const authorization = headerOf(request, 'authorization').replace(new RegExp(`;${name}|${name};`), '');
  return withHeaders(request, { authorization });
}

describe('which headers an ACS3 signature covers', () => {
  it.each([...REQUIRED_HEADERS])('always %s', name => {
    const refusal = { valid: false, reason: 'required-header-unsigned', header: name };
    expect(verdictOn(unlisted(anAcs3Request(), name))).toEqual(refusal);
    expect(verdictOn(unlisted(withHeaders(anAcs3Request(), { [name]: undefined }), name))).toEqual(refusal);
  });

  it('every x-acs- header, whatever it is called', () => {
    const added = withHeaders(anAcs3Request(), { 'x-acs-anything': '1' });
    expect(verdictOn(added)).toEqual({
      valid: false,
      reason: 'unsigned-acs-header',
      header: 'x-acs-anything',
    });
    const token = unlisted(anAcs3Request({ securityToken: 'a-token' }), 'x-acs-security-token');
    expect(verdictOn(token)).toEqual({
      valid: false,
      reason: 'unsigned-acs-header',
      header: 'x-acs-security-token',
    });
  });

  it('content-type when there is a body to which it gives a meaning', () => {
    const withBody = withHeaders(anAcs3Request({ body: Buffer.from('a=1') }), {
      'content-type': 'application/json',
    });
    expect(verdictOn(withBody)).toEqual({
      valid: false,
      reason: 'required-header-unsigned',
      header: 'content-type',
    });
    const without = withHeaders(anAcs3Request(), { 'content-type': 'application/json' });
    expect(verdictOn(without)).toMatchObject({ valid: true });
  });

  it('only headers that are there', () => {
    const request = withHeaders(anAcs3Request({ headers: { 'x-acs-custom': '1' } }), {
      'x-acs-custom': undefined,
    });
    expect(verdictOn(request)).toEqual({
      valid: false,
      reason: 'signed-header-absent',
      header: 'x-acs-custom',
    });
  });

  it('not the others: a proxy may add its own', () => {
    expect(verdictOn(withHeaders(anAcs3Request(), { via: 'proxy', accept: '*/*' }))).toMatchObject({
      valid: true,
    });
  });
});

describe('header values', () => {
  it('are signed without outer spaces and tabs, but with the inner ones', () => {
    const request = anAcs3Request({ headers: { 'x-acs-custom': ' two  words\t' } });
    expect(headerOf(request, 'x-acs-custom')).toBe('two  words');
    expect(verdictOn(withHeaders(request, { 'x-acs-custom': '\t two  words ' }))).toMatchObject({
      valid: true,
    });
    expect(verdictOn(withHeaders(request, { 'x-acs-custom': 'two words' }))).toMatchObject({ valid: false });
  });

  it('keep other white space, which their readers would see', () => {
    const request = anAcs3Request({ headers: { 'x-acs-custom': 'v' } });
    expect(verdictOn(withHeaders(request, { 'x-acs-custom': 'v\u00a0' }))).toMatchObject({ valid: false });
  });

  it('cannot bring a line of their own', () => {
    const request = withHeaders(anAcs3Request(), { 'x-acs-action': 'ListUsers\nx-acs-b:1' });
    expect(verdictOn(request)).toEqual({ valid: false, reason: 'line-break', header: 'x-acs-action' });
    const { rawHeaders } = anAcs3Request();
    const parsed = { method: 'POST\n/', path: '/', query: [], form: [], body: new Uint8Array() };
    const headers = new Map(
      Array.from({ length: rawHeaders.length / 2 }, (_, i) => [
        `${rawHeaders[2 * i]}`,
        `${rawHeaders[2 * i + 1]}`,
      ]),
    );
    const authorization = {
      algorithm: 'ACS3-HMAC-SHA256',
      credential: 'an-id',
      signedHeaders: signedHeadersOf([...REQUIRED_HEADERS]),
      signature: '',
    };
    expect(verifyAcs3({ ...parsed, headers }, authorization, new SigningSecret(SECRET))).toMatchObject({
      reason: 'line-break',
    });
  });
});

describe('the AccessKey id', () => {
  it('in x-acs-accesskey-id must be the one of the credential', () => {
    const request = anAcs3Request({ headers: { 'x-acs-accesskey-id': 'another-id' } });
    expect(verdictOn(request)).toEqual({
      valid: false,
      reason: 'credential-mismatch',
      header: 'x-acs-accesskey-id',
    });
    expect(verdictOn(anAcs3Request({ securityToken: 'a-token' }))).toMatchObject({ valid: true });
  });
});

describe('the body', () => {
  it('must be the one whose digest was signed', () => {
    const request = anAcs3Request({ body: Buffer.from('{"a":1}') });
    expect(verdictOn(request)).toMatchObject({ valid: true });
    const refusal = { valid: false, reason: 'content-digest-mismatch' };
    expect(verdictOn({ ...request, body: Buffer.from('{"a":2}') })).toEqual(refusal);
    expect(verdictOn({ ...request, body: new Uint8Array() })).toEqual(refusal);
    expect(verdictOn({ ...anAcs3Request(), body: Buffer.from('x') })).toEqual(refusal);
  });

  it('cannot be vouched for by a digest that was not signed', () => {
    const request = { ...anAcs3Request(), body: Buffer.from('forged') };
    const digest = createHash('sha256').update('forged').digest('hex');
    expect(verdictOn(withHeaders(request, { 'x-acs-content-sha256': digest }))).toMatchObject({
      reason: 'signature-mismatch',
    });
  });
});

describe('the signature', () => {
  it.each(['', 'ab', '0'.repeat(64), '0'.repeat(4096)])('%j is a mismatch', signature => {
    const request = anAcs3Request();
    const authorization = headerOf(request, 'authorization').replace(
      /Signature=.*/,
      `Signature=${signature}`,
    );
    expect(verdictOn(withHeaders(request, { authorization }))).toMatchObject({
      reason: 'signature-mismatch',
    });
  });

  it('has one spelling: in upper case it is a mismatch', () => {
    const request = anAcs3Request();
    const authorization = headerOf(request, 'authorization').replace(
      /Signature=.*/,
      text => `Signature=${text.slice(10).toUpperCase()}`,
    );
    expect(verdictOn(withHeaders(request, { authorization }))).toMatchObject({
      reason: 'signature-mismatch',
    });
  });

  it('is made by the algorithm that is named', () => {
    const request = anAcs3Request();
    const authorization = headerOf(request, 'authorization').replace('SHA256', 'SM3');
    expect(verdictOn(withHeaders(request, { authorization }))).toMatchObject({
      reason: 'signature-mismatch',
    });
    const unknown = headerOf(request, 'authorization').replace('HMAC-SHA256', 'HMAC-MD5');
    expect(verdictOn(withHeaders(request, { authorization: unknown }))).toEqual({
      valid: false,
      reason: 'unsupported-algorithm',
    });
  });

  it.each(['constructor', '__proto__', 'ACS3-', 'ACS3-HMAC-SHA1'])('by %s is not supported', algorithm => {
    const authorization = {
      algorithm,
      credential: 'an-id',
      signedHeaders: signedHeadersOf(['host']),
      signature: '',
    };
    const request = {
      method: 'GET',
      path: '/',
      query: [],
      form: [],
      headers: new Map(),
      body: new Uint8Array(),
    };
    const verdict = verifyAcs3(request, authorization, new SigningSecret(SECRET));
    expect(verdict).toEqual({ valid: false, reason: 'unsupported-algorithm' });
  });
});

describe('the path', () => {
  it.each([
    ['rewritten', '/a%20b%2Ac~d'],
    ['as sent', '/a+b*c%7Ed'],
  ])('may be signed %s', (_form, signedPath) => {
    expect(verdictOn(signedByHand('/a+b*c%7Ed', signedPath, ''))).toMatchObject({ valid: true });
  });

  it('may not be signed half rewritten', () => {
    expect(verdictOn(signedByHand('/a+b*c', '/a%20b*c', ''))).toMatchObject({ reason: 'signature-mismatch' });
  });
});

describe('parameter names', () => {
  const value = percentEncode('张 1');

  it.each(['#3#key', 'Filter[0]', '键', 'a b', 'a+b', "it's"])(
    'such as %s may be signed encoded or raw',
    name => {
      const target = `/?${percentEncode(name)}=${value}`;
      expect(verdictOn(signedByHand(target, '/', `${percentEncode(name)}=${value}`))).toMatchObject({
        valid: true,
      });
      expect(verdictOn(signedByHand(target, '/', `${name}=${value}`))).toMatchObject({ valid: true });
    },
  );

  it.each(['a&b', 'a=b', 'a\nb', 'a\rb', 'a%20b'])('such as %j may not be signed raw', name => {
    const target = `/?${percentEncode(name)}=1`;
    expect(verdictOn(signedByHand(target, '/', `${percentEncode(name)}=1`))).toMatchObject({ valid: true });
    const refusal = { valid: false, reason: 'ambiguous-raw-key', parameter: name };
    expect(verdictOn(signedByHand(target, '/', `${name}=1`))).toEqual(refusal);
  });

  it('signed raw cannot hide a second parameter', () => {
    const request = signedByHand('/?A=1&B=2', '/', 'A=1&B=2');
    expect(verdictOn(request)).toMatchObject({ valid: true });
    expect(verdictOn({ ...request, target: '/?A%3D1%26B=2' })).toMatchObject({ valid: false });
  });

  it('signed encoded cannot pass for names that are written like the encoded form', () => {
    const request = anAcs3Request({ query: [{ name: 'a b', value: '1' }] });
    expect(verdictOn({ ...request, target: '/?a%2520b=1' })).toMatchObject({ reason: 'ambiguous-raw-key' });
  });

  it('are sorted by code point, not by UTF-16 unit', () => {
    const target = `/?${percentEncode('\u{10000}')}=1&${percentEncode('\u{ffff}')}=2`;
    const sorted = `${percentEncode('\u{ffff}')}=2&${percentEncode('\u{10000}')}=1`;
    expect(verdictOn(signedByHand(target, '/', sorted))).toMatchObject({ valid: true });
  });
});
