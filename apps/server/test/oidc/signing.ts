/** Tokens as an issuer writes them, and as nobody should. */
import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';

/** A key of an issuer. */
export interface SigningKey {
  readonly keyId: string;
  readonly algorithm: string;
  readonly privateKey: KeyObject;
}

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };

/** Makes a key for an algorithm. */
export function newSigningKey(algorithm: string, keyId: string, modulusLength = 2048): SigningKey {
  return { algorithm, keyId, privateKey: newPrivateKey(algorithm, modulusLength) };
}

function newPrivateKey(algorithm: string, modulusLength: number): KeyObject {
  const namedCurve = curves[algorithm];
  if (namedCurve !== undefined) return generateKeyPairSync('ec', { namedCurve }).privateKey;
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519').privateKey;
  return generateKeyPairSync('rsa', { modulusLength }).privateKey;
}

/** The public half, as a key set publishes it. */
export function publicJwk({ privateKey, keyId, algorithm }: SigningKey): Record<string, unknown> {
  return { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: keyId, alg: algorithm, use: 'sig' };
}

/** Base64 for URLs of a text, or of the JSON of anything else. */
export function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** Signs what stands before the last dot of a token. */
export function signature(input: string, { algorithm, privateKey }: Omit<SigningKey, 'keyId'>): string {
  const hash = algorithm === 'EdDSA' ? null : `sha${algorithm.slice(2)}`;
  const options = algorithm.startsWith('PS')
    ? {
        key: privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : algorithm.startsWith('ES')
      ? { key: privateKey, dsaEncoding: 'ieee-p1363' as const }
      : privateKey;
  return signBytes(hash, Buffer.from(input), options).toString('base64url');
}

/**
 * Writes and signs a token.
 *
 * @param header members of the header, or its text
 * @param claims members of the payload, or its text
 */
export function signToken(key: SigningKey, claims: unknown, header: unknown = {}): string {
  const named =
    typeof header === 'object' ? { alg: key.algorithm, kid: key.keyId, typ: 'JWT', ...header } : header;
  const input = `${part(named)}.${part(claims)}`;
  return `${input}.${signature(input, key)}`;
}
