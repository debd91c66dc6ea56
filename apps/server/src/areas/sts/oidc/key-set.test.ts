import { describe, expect, it } from 'vitest';
import { newSigningKey, publicJwk } from '../../../../test/oidc/signing.ts';
import type { Algorithm } from './json-web-token.ts';
import { BrokenDocument, KeySet } from './key-set.ts';

const rsa = publicJwk(newSigningKey('RS256', 'rsa'));
const curve = publicJwk(newSigningKey('ES256', 'curve'));
const modulus = Buffer.from(String(rsa.n), 'base64url');
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
    ['a modulus that is long by zeroes', { n: Buffer.alloc(700_000).toString('base64url') + rsa.n }],
    ['a modulus of a million characters', { n: 'A'.repeat(1_000_000) }],
    ['a name of more than 256 characters', { kid: 'k'.repeat(257) }],
    ['an algorithm that nobody knows', { alg: 'RS1' }],
    ['an algorithm that is no text', { alg: ['RS256'] }],
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
    ['a modulus behind a zero', { n: Buffer.concat([Buffer.alloc(1), modulus]).toString('base64url') }],
    ['an exponent behind a zero', { e: 'AAEAAQ' }],
    ['nothing said of its use', { use: undefined, key_ops: undefined }],
    ['the operation', { use: undefined, key_ops: ['verify'] }],
  ])('keeps a key with %s', (_what, differing) => {
    expect(finds([{ ...rsa, ...differing }], 'RS256', 'rsa')).toBe(true);
  });

  it.each([
    ['another curve', { crv: 'secp256k1' }],
    ['a curve that is none', { crv: 'toString' }],
    ['a long coordinate', { x: `${curve.x}A` }],
    ['another long coordinate', { y: 'A'.repeat(1_000_000) }],
    ['one coordinate', { y: undefined }],
    ['another type', { kty: 'RSA' }],
  ])('leaves out a key of a curve with %s', (_what, differing) => {
    expect(finds([curve], 'ES256', 'curve')).toBe(true);
    expect(finds([{ ...curve, ...differing }], 'ES256', 'curve')).toBe(false);
  });

  it('verifies with four keys of one name and not with more', async () => {
    const keys = Array.from({ length: 100 }, () => publicJwk(newSigningKey('ES256', 'same')));
    expect(await new KeySet({ keys }).keysFor({ algorithm: 'ES256', keyId: 'same' })).toHaveLength(4);
  });

  it('says how large it is at most, and no set is larger than some 400 kB', () => {
    const large = { ...rsa, kid: 'k'.repeat(256), n: modulusOf(1024), x5c: ['A'.repeat(100_000)] };
    const sizeOf = (count: number) => new KeySet({ keys: Array.from({ length: count }, () => large) }).size;
    expect(sizeOf(2) - sizeOf(1)).toBeGreaterThan(2 * (256 + 1366));
    expect(sizeOf(100)).toBeLessThan(400_000);
    expect(new KeySet({ keys: [{ ...curve, more: 'x'.repeat(1_000_000) }] }).size).toBeLessThan(40_000);
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
