/** The public keys of an issuer (RFC 7517). */
import type { CryptoKey, JWK } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Algorithm, algorithms, type KeyReference } from './json-web-token.ts';

/** What is wrong with a document of an issuer, as a sentence. */
export class BrokenDocument extends Error {
  override readonly name = 'BrokenDocument';
}

/** A public key, with what its issuer says of its use. */
interface IssuerKey {
  readonly keyId: string | undefined;
  /** The only algorithm that it is for; undefined for all that its type can do. */
  readonly algorithm: Algorithm | undefined;
  readonly type: KeyType;
  /** Its public members and nothing else. */
  readonly jwk: JWK;
}

/** Issuers publish one key or two, and a few more while they change them. */
const MOST_KEYS = 100;
/** Keys of one name that a token is verified with: the name should be of one alone, and each costs time. */
const MOST_OF_ONE_NAME = 4;
/** Keys that are ready to verify with at once, and the bytes of such a key. */
const MOST_IMPORTED = 4;
const IMPORTED_SIZE = 8192;
/** Bytes of a key beside its texts. */
const KEY_SIZE = 256;
/** Characters of a `kid`; usual are a UUID or a hash. */
const LONGEST_NAME = 256;
/** RSA moduli, in bits: shorter ones can be broken (RFC 7518, 3.3), longer ones take long to compute with. */
const SHORTEST_MODULUS = 2048;
const LONGEST_MODULUS = 8192;
/** Bytes of a public exponent; usual are three. */
const LONGEST_EXPONENT = 4;

/** Characters of a modulus, with the zero that some libraries write before it (RFC 7518, 6.3.1.1). */
const LONGEST_MODULUS_TEXT = base64UrlLength(LONGEST_MODULUS / 8 + 1);

/** Curves, and the bytes of a coordinate (RFC 7518, 6.2.1; RFC 8037, 2). */
const coordinateSize = { 'P-256': 32, 'P-384': 48, 'P-521': 66, Ed25519: 32 } as const;

/** What keys there are: `RSA`, or those of a curve. */
type KeyType = 'RSA' | keyof typeof coordinateSize;

const typeOf: Readonly<Record<Algorithm, KeyType>> = {
  RS256: 'RSA',
  RS384: 'RSA',
  RS512: 'RSA',
  PS256: 'RSA',
  PS384: 'RSA',
  PS512: 'RSA',
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
  EdDSA: 'Ed25519',
};

/** The keys of an issuer that can verify tokens. */
export class KeySet {
  readonly #keys: readonly IssuerKey[];
  readonly #imported = new LRUCache<string, CryptoKey>({ max: MOST_IMPORTED });
  /** The bytes that the set takes at most. */
  readonly size: number;

  /**
   * Keeps what can verify: no key for encryption, none that is secret, weak or of another kind.
   *
   * @param document what the JSON of a JWK Set gave
   * @throws BrokenDocument
   */
  constructor(document: unknown) {
    const { keys } = membersOf(document);
    if (!Array.isArray(keys)) throw new BrokenDocument('Its key set holds no list "keys".');
    if (keys.length > MOST_KEYS) throw new BrokenDocument(`Its key set holds more than ${MOST_KEYS} keys.`);
    this.#keys = keys.map(issuerKey).filter(key => key !== undefined);
    this.size = this.#keys.reduce((sum, key) => sum + sizeOf(key), MOST_IMPORTED * IMPORTED_SIZE);
  }

  /** Whether a key is there that a token may have been signed with. */
  has(reference: KeyReference): boolean {
    return this.#fitting(reference).length > 0;
  }

  /**
   * The keys that a token may have been signed with. One without `kid` needs an issuer with a single key that fits
   * (OpenID Connect Core, 10.1).
   */
  async keysFor(reference: KeyReference): Promise<readonly CryptoKey[]> {
    const fitting = this.#fitting(reference);
    const keys = await Promise.all(fitting.map(key => this.#import(key, reference.algorithm)));
    return keys.filter(key => key !== undefined);
  }

  #fitting({ algorithm, keyId }: KeyReference): readonly IssuerKey[] {
    const able = this.#keys.filter(
      key => key.type === typeOf[algorithm] && (key.algorithm ?? algorithm) === algorithm,
    );
    if (keyId !== undefined) return able.filter(key => key.keyId === keyId).slice(0, MOST_OF_ONE_NAME);
    return able.length === 1 ? able : [];
  }

  /** @returns undefined for what looks like a key and is none, such as a point that is not on its curve */
  async #import(key: IssuerKey, algorithm: Algorithm): Promise<CryptoKey | undefined> {
    const name = `${algorithm} ${this.#keys.indexOf(key)}`;
    const known = this.#imported.get(name);
    if (known !== undefined) return known;
    const { importJWK } = await import('jose');
    try {
      const imported = await importJWK(key.jwk, algorithm);
      // Only secret keys come as bytes, and none was kept.
      if (imported instanceof Uint8Array) return undefined;
      this.#imported.set(name, imported);
      return imported;
    } catch {
      // It verifies nothing, and keeps no other key of the issuer from verifying.
      return undefined;
    }
  }
}

/** @returns undefined for what cannot verify a token, or is longer than any key */
function issuerKey(given: unknown): IssuerKey | undefined {
  const { kid, alg, use, key_ops: operations, kty, ...members } = membersOf(given);
  if (use !== undefined && use !== 'sig') return undefined;
  if (Array.isArray(operations) && !operations.includes('verify')) return undefined;
  const keyId = typeof kid === 'string' ? kid : undefined;
  if (keyId !== undefined && keyId.length > LONGEST_NAME) return undefined;
  const algorithm = algorithms.find(each => each === alg);
  if (algorithm === undefined && alg !== undefined) return undefined;
  const key = kty === 'RSA' ? rsaKey(members) : curveKey(kty, members);
  return key && { keyId, algorithm, ...key };
}

/** What is computed with of a key. */
type KeyMaterial = Pick<IssuerKey, 'type' | 'jwk'>;
type Members = Readonly<Record<string, unknown>>;

function rsaKey({ n, e }: Members): KeyMaterial | undefined {
  if (!isTextUpTo(LONGEST_MODULUS_TEXT, n) || !isTextUpTo(base64UrlLength(LONGEST_EXPONENT), e)) {
    return undefined;
  }
  return isWeak(n, e) ? undefined : { type: 'RSA', jwk: { kty: 'RSA', n, e } };
}

function curveKey(kty: unknown, { crv, x, y }: Members): KeyMaterial | undefined {
  if (!isCurve(crv) || (kty !== 'OKP' && kty !== 'EC')) return undefined;
  const longest = base64UrlLength(coordinateSize[crv]);
  if (!isTextUpTo(longest, x)) return undefined;
  if (kty === 'OKP') return { type: crv, jwk: { kty, crv, x } };
  return isTextUpTo(longest, y) ? { type: crv, jwk: { kty, crv, x, y } } : undefined;
}

function isCurve(name: unknown): name is keyof typeof coordinateSize {
  return typeof name === 'string' && Object.hasOwn(coordinateSize, name);
}

function isTextUpTo(length: number, value: unknown): value is string {
  return typeof value === 'string' && value.length <= length;
}

/** Characters of bytes in Base64 for URLs, without padding. */
function base64UrlLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

function sizeOf({ keyId = '', jwk: { n = '', x = '', y = '' } }: IssuerKey): number {
  return KEY_SIZE + 2 * (keyId.length + n.length + x.length + y.length);
}

function isWeak(n: string, e: string): boolean {
  const modulus = bitsOf(Buffer.from(n, 'base64url'));
  const exponent = Buffer.from(e, 'base64url');
  const isOdd = ((exponent.at(-1) ?? 0) & 1) === 1;
  return modulus < SHORTEST_MODULUS || modulus > LONGEST_MODULUS || !isOdd || bitsOf(exponent) <= 1;
}

/** The bits of a number, the most significant byte first. */
function bitsOf(bytes: Buffer): number {
  const first = bytes.findIndex(byte => byte !== 0);
  if (first < 0) return 0;
  return (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

/** The members of an object, each of which may be anything or absent. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
