import { describe, expect, it } from 'vitest';
import { newSigningKey, publicJwk } from '../../../../test/oidc/signing.ts';
import type { Algorithm } from './json-web-token.ts';
import { BrokenDocument, KeySet } from './key-set.ts';

const rsa = publicJwk(newSigningKey('RS256', 'rsa'));
const curve = publicJwk(newSigningKey('ES256', 'curve'));
const modulusOf = (bytes: number) => Buffer.alloc(bytes, 0xff).toString('base64url');

/** Whether a token of an algorithm finds a key in a set. */
function finds(keys: unknown, algorithm: Algorithm, keyId?: string): boolean {
  return new KeySet({ keys }).has({ algorithm, keyId });
}

describe('a key set', () => {
  it('has a key for the algorithms of its kind, or for the one that it names', () => {
    const { alg: _, ...anyAlgorithm } = rsa;
    for (const algorithm of ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const) {
      expect(finds([anyAlgorithm], algorithm, 'rsa')).toBe(true);
      expect(finds([rsa], algorithm, 'rsa')).toBe(algorithm === 'RS256');
    }
    for (const algorithm of ['ES256', 'ES384', 'ES512', 'EdDSA'] as const) {
      expect(finds([anyAlgorithm], algorithm, 'rsa')).toBe(false);
    }
  });

  it('has a key for a token that names none only when there is no choice', () => {
    expect(finds([rsa, curve], 'RS256')).toBe(true);
    expect(finds([rsa, { ...rsa, kid: 'two' }], 'RS256')).toBe(false);
    expect(finds([rsa, { ...rsa, kid: undefined }], 'RS256', 'none')).toBe(false);
  });

  it.each([
    ['a modulus of 2047 bits', { n: Buffer.alloc(256, 0x7f).toString('base64url') }],
    ['a modulus of 2047 bits behind zeroes', { n: `AAAA${Buffer.alloc(256, 0x7f).toString('base64url')}` }],
    ['a modulus of more than 8192 bits', { n: modulusOf(1025) }],
    ['an empty modulus', { n: '' }],
    ['the exponent 1', { e: 'AQ' }],
    ['the exponent 0', { e: 'AA' }],
    ['an even exponent', { e: 'AQAA' }],
    ['an empty exponent', { e: '' }],
    ['an exponent of five bytes', { e: 'AQAAAAE' }],
    ['no exponent', { e: undefined }],
    ['another use', { use: 'enc' }],
    ['other operations', { key_ops: ['sign'] }],
    ['no type', { kty: undefined }],
    ['a secret type', { kty: 'oct', k: 'AA' }],
  ])('leaves out a key with %s', (_what, differing) => {
    expect(finds([{ ...rsa, ...differing }], 'RS256', 'rsa')).toBe(false);
  });

  it.each([
    ['a modulus of 2048 bits', { n: modulusOf(256) }],
    ['a modulus of 8192 bits', { n: modulusOf(1024) }],
    ['the exponent 3', { e: 'Aw' }],
    ['an exponent behind a zero', { e: 'AAEAAQ' }],
    ['nothing said of its use', { use: undefined, key_ops: undefined }],
    ['the operation', { use: undefined, key_ops: ['verify'] }],
  ])('keeps a key with %s', (_what, differing) => {
    expect(finds([{ ...rsa, ...differing }], 'RS256', 'rsa')).toBe(true);
  });

  it('gives no key that cannot be read, and keeps the others', async () => {
    const keys = new KeySet({ keys: [{ ...curve, y: curve.x }, { ...curve }] });
    expect(await keys.keysFor({ algorithm: 'ES256', keyId: 'curve' })).toHaveLength(1);
  });

  it.each([
    null,
    'keys',
    [],
    {},
    { keys: null },
    { keys: {} },
    { keys: Array.from({ length: 101 }, () => rsa) },
  ])('is not %.40j', document => {
    expect(() => new KeySet(document)).toThrow(BrokenDocument);
  });
});
