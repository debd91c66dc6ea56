import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  encodeParameters,
  type Parameter,
  parseRequest,
  percentEncode,
  SigningSecret,
  signRpcV1,
  type Verdict,
  verifyRpcV1,
} from '../index.ts';

const SECRET = new SigningSecret('a-secret-of-nobody');

const SIGNED = signRpcV1(
  'GET',
  [
    { name: 'Action', value: 'ListUsers' },
    { name: 'Version', value: '2015-05-01' },
    { name: 'Filter', value: "张 +*~'!" },
  ],
  { accessKeyId: 'an-id', accessKeySecret: SECRET },
  { date: new Date('2026-11-21T23:07:32.789Z'), nonce: 'nonce-1' },
);

function verdictOn(
  query: readonly Parameter[],
  change: { method?: string; path?: string; rawHeaders?: string[]; body?: string } = {},
): Verdict {
  const { method = 'GET', path = '/', rawHeaders = [], body = '' } = change;
  const target = `${path}?${encodeParameters(query)}`;
  return verifyRpcV1(parseRequest({ method, target, rawHeaders, body: Buffer.from(body) }), SECRET);
}

function changed(name: string, value: string): Parameter[] {
  return SIGNED.map(parameter => (parameter.name === name ? { name, value } : parameter));
}

/** Any parameters at all, signed the way the scheme says, but without the care of `signRpcV1`. */
function signedByHand(
  parameters: readonly Parameter[],
  digest: string,
  key = 'a-secret-of-nobody&',
): Parameter[] {
  const sorted = parameters.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const text = `GET&%2F&${percentEncode(encodeParameters(sorted))}`;
  return [...parameters, { name: 'Signature', value: createHmac(digest, key).update(text).digest('base64') }];
}

const FORM = ['content-type', 'application/x-www-form-urlencoded'];
const UNSIGNED = SIGNED.filter(({ name }) => name !== 'Signature');

describe('an RPC V1 request', () => {
  it('is accepted in whatever order and part its parameters travel', () => {
    expect(verdictOn(SIGNED)).toEqual({ valid: true, unsignedParameters: [] });
    expect(verdictOn(SIGNED.toReversed())).toMatchObject({ valid: true });
    const body = encodeParameters(SIGNED.slice(2, 5));
    expect(verdictOn(SIGNED.toSpliced(2, 3), { rawHeaders: FORM, body })).toMatchObject({ valid: true });
  });

  it('is refused with another method or path', () => {
    expect(verdictOn(SIGNED, { method: 'POST' })).toMatchObject({ reason: 'signature-mismatch' });
    expect(verdictOn(SIGNED, { path: '/other' })).toEqual({ valid: false, reason: 'path-not-root' });
    expect(verdictOn(SIGNED, { path: '//' })).toEqual({ valid: false, reason: 'path-not-root' });
  });

  it('is refused with a body that the signature cannot cover', () => {
    const refusal = { valid: false, reason: 'unsigned-body' };
    expect(verdictOn(SIGNED, { body: '{"a":1}' })).toEqual(refusal);
    expect(verdictOn(SIGNED, { body: 'UserName=x' })).toEqual(refusal);
    expect(verdictOn(SIGNED, { body: '&', rawHeaders: FORM })).toEqual(refusal);
  });

  it('is refused when it was put together with a name twice', () => {
    const twice = { method: 'GET', path: '/', form: [], headers: new Map(), body: new Uint8Array() };
    const action = { name: 'Action', value: 'DeleteUser' };
    expect(verifyRpcV1({ ...twice, query: [...SIGNED, action] }, SECRET)).toEqual({
      valid: false,
      reason: 'duplicate-parameter',
      parameter: 'Action',
    });
    expect(
      verifyRpcV1({ ...twice, query: [...SIGNED, { name: 'Signature', value: 'x' }] }, SECRET),
    ).toMatchObject({
      reason: 'duplicate-parameter',
    });
  });

  it('reports the text that it should have signed', () => {
    expect(
      verdictOn([
        { name: 'SignatureVersion', value: '1.0' },
        { name: 'SignatureMethod', value: 'HMAC-SHA1' },
      ]),
    ).toEqual({
      valid: false,
      reason: 'signature-mismatch',
      stringToSign: 'GET&%2F&SignatureMethod%3DHMAC-SHA1%26SignatureVersion%3D1.0',
    });
  });
});

describe('the algorithm', () => {
  it.each([
    ['HMAC-SHA1', 'sha1'],
    ['HMAC-SHA256', 'sha256'],
  ])('%s is supported', (algorithm, digest) => {
    const parameters = UNSIGNED.map(parameter =>
      parameter.name === 'SignatureMethod' ? { ...parameter, value: algorithm } : parameter,
    );
    expect(verdictOn(signedByHand(parameters, digest))).toMatchObject({ valid: true });
    expect(verdictOn(signedByHand(parameters, digest === 'sha1' ? 'sha256' : 'sha1'))).toMatchObject({
      valid: false,
    });
  });

  it.each(['SHA256withRSA', 'hmac-sha1', 'HMAC-MD5', '', 'constructor'])('%j is not', method => {
    expect(verdictOn(changed('SignatureMethod', method))).toEqual({
      valid: false,
      reason: 'unsupported-algorithm',
    });
  });

  it.each(['BEARERTOKEN', 'PRIVATEKEY', 'anything'])('is not chosen by the type %s', type => {
    const parameters = [...UNSIGNED, { name: 'SignatureType', value: type }];
    expect(verdictOn(signedByHand(parameters, 'sha1'))).toEqual({
      valid: false,
      reason: 'unsupported-algorithm',
    });
  });

  it('does not mind a type that is present and empty', () => {
    const parameters = [...UNSIGNED, { name: 'SignatureType', value: '' }];
    expect(verdictOn(signedByHand(parameters, 'sha1'))).toEqual({ valid: true, unsignedParameters: [] });
  });

  it('has one version', () => {
    expect(verdictOn(changed('SignatureVersion', '2.0'))).toEqual({
      valid: false,
      reason: 'unsupported-version',
    });
    const without = UNSIGNED.filter(({ name }) => name !== 'SignatureVersion');
    expect(verdictOn(signedByHand(without, 'sha1'))).toEqual({ valid: false, reason: 'unsupported-version' });
  });

  it('uses the secret followed by an ampersand, never the bare one', () => {
    expect(verdictOn(signedByHand(UNSIGNED, 'sha1', 'a-secret-of-nobody'))).toMatchObject({ valid: false });
    expect(verdictOn(signedByHand(UNSIGNED, 'sha1', '&'))).toMatchObject({ valid: false });
  });
});

describe('the signature', () => {
  /** With this nonce it holds a plus and a slash. */
  const signature = SIGNED.at(-1)?.value ?? '';

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without padding', signature.replace('=', '')],
    ['with white space', `${signature}\n`],
    ['with white space inside', `${signature.slice(0, 4)} ${signature.slice(4)}`],
    ['in the alphabet for URLs', signature.replaceAll('+', '-').replaceAll('/', '_')],
    ['with something behind it', `${signature}AAAA`],
    [
      'with characters that look alike',
      signature.replace(/[A-Za-z]/, letter => String.fromCharCode(letter.charCodeAt(0) + 0x100)),
    ],
  ])('%s is a mismatch', (_what, value) => {
    const query = value === undefined ? UNSIGNED : changed('Signature', value);
    expect(verdictOn(query)).toMatchObject({ valid: false, reason: 'signature-mismatch' });
  });

  it('has one spelling: the unused bits of its last character count', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const last = alphabet.indexOf(signature.charAt(26));
    for (const spare of [1, 2, 3]) {
      const sameBytes = `${signature.slice(0, 26)}${alphabet.charAt(last ^ spare)}=`;
      expect(Buffer.from(sameBytes, 'base64')).toEqual(Buffer.from(signature, 'base64'));
      expect(verdictOn(changed('Signature', sameBytes))).toMatchObject({ valid: false });
    }
  });
});

describe('empty values', () => {
  const comments = { name: 'Comments', value: '' };

  it('are covered when the client signed them', () => {
    const query = signedByHand([...UNSIGNED, comments], 'sha1');
    expect(verdictOn(query)).toEqual({ valid: true, unsignedParameters: [] });
    expect(verdictOn(query.filter(({ name }) => name !== 'Comments'))).toMatchObject({ valid: false });
  });

  it('that the client did not sign are accepted, and named', () => {
    expect(verdictOn([comments, ...SIGNED])).toEqual({ valid: true, unsignedParameters: ['Comments'] });
  });

  it('do not let any other change through', () => {
    expect(verdictOn([comments, ...changed('Action', 'DeleteUser')])).toMatchObject({ valid: false });
    expect(verdictOn([comments, ...changed('Action', '')])).toMatchObject({ valid: false });
  });
});
