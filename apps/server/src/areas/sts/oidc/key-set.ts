/** The public keys of an issuer (RFC 7517). */
import type { CryptoKey, JWK } from 'jose';
import type { Algorithm, KeyReference } from './json-web-token.ts';

/** What is wrong with a document of an issuer, as a sentence. */
export class BrokenDocument extends Error {
  override readonly name = 'BrokenDocument';
}

/** A public key, with what its issuer says of its use. */
interface IssuerKey {
  readonly keyId: string | undefined;
  /** The only algorithm that it is for; undefined for all that its type can do. */
  readonly algorithm: string | undefined;
  /** `RSA`, or the name of a curve. */
  readonly type: string;
  /** Its public members and nothing else. */
  readonly jwk: JWK;
}

/** Issuers publish one key or two, and a few more while they change them. */
const MOST_KEYS = 100;
/** RSA moduli, in bits: shorter ones can be broken (RFC 7518, 3.3), longer ones take long to compute with. */
const SHORTEST_MODULUS = 2048;
const LONGEST_MODULUS = 8192;
/** Bytes of a public exponent; usual are three. */
const LONGEST_EXPONENT = 4;

const typeOf: Readonly<Record<Algorithm, string>> = {
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
  readonly #imported = new Map<string, CryptoKey>();

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
    if (keyId !== undefined) return able.filter(key => key.keyId === keyId);
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

/** @returns undefined for what cannot verify a token */
function issuerKey(given: unknown): IssuerKey | undefined {
  const { kid, alg, use, key_ops: operations, kty, crv, ...members } = membersOf(given);
  if (use !== undefined && use !== 'sig') return undefined;
  if (Array.isArray(operations) && !operations.includes('verify')) return undefined;
  const named = { keyId: textOrNone(kid), algorithm: textOrNone(alg) };
  if (kty === 'RSA') {
    const { n, e } = members;
    if (typeof n !== 'string' || typeof e !== 'string' || isWeak(n, e)) return undefined;
    return { ...named, type: kty, jwk: { kty, n, e } };
  }
  const { x, y } = members;
  if (typeof crv !== 'string' || typeof x !== 'string') return undefined;
  if (kty === 'OKP') return { ...named, type: crv, jwk: { kty, crv, x } };
  if (kty === 'EC' && typeof y === 'string') return { ...named, type: crv, jwk: { kty, crv, x, y } };
  return undefined;
}

function isWeak(n: string, e: string): boolean {
  const modulus = bitsOf(Buffer.from(n, 'base64url'));
  const exponent = Buffer.from(e, 'base64url');
  const isOdd = ((exponent.at(-1) ?? 0) & 1) === 1;
  const isUsual = exponent.length <= LONGEST_EXPONENT && bitsOf(exponent) > 1 && isOdd;
  return modulus < SHORTEST_MODULUS || modulus > LONGEST_MODULUS || !isUsual;
}

/** The bits of a number, the most significant byte first. */
function bitsOf(bytes: Buffer): number {
  const first = bytes.findIndex(byte => byte !== 0);
  if (first < 0) return 0;
  return (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The members of an object, each of which may be anything or absent. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
