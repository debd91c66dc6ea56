import { Buffer } from 'node:buffer';
import { hash, timingSafeEqual } from 'node:crypto';

/** The digests that the schemes use, by their OpenSSL names. */
export type DigestName = 'sha1' | 'sha256' | 'sm3';

const digestsOfNothing = new Map<DigestName, string>();

/** Whether this runtime's OpenSSL can compute a digest. SM3 is missing from some builds. */
export function isDigestAvailable(name: string): boolean {
  try {
    hash(name, '');
    return true;
  } catch {
    return false;
  }
}

/**
 * The entries of a table from signature algorithm to digest that this runtime can compute. An algorithm left out is
 * reported as unsupported, just like one that nobody has heard of.
 */
export function availableAlgorithms<Algorithm extends string, Name extends string>(
  table: Readonly<Record<Algorithm, Name>>,
): ReadonlyMap<string, Name> {
  return new Map(Object.entries<Name>(table).filter(([, digest]) => isDigestAvailable(digest)));
}

/** The lower-case hexadecimal digest of some bytes, or of the UTF-8 bytes of a text. */
export function hexDigest(digest: DigestName, data: Uint8Array | string): string {
  if (data.length > 0) return hash(digest, data, 'hex');
  const known = digestsOfNothing.get(digest);
  if (known !== undefined) return known;
  const computed = hash(digest, data, 'hex');
  digestsOfNothing.set(digest, computed);
  return computed;
}

/** Whether a text is the expected one, in a time that depends on nothing but their lengths (spec: security Q6). */
export function equalsInConstantTime(given: string, expected: string): boolean {
  // UTF-8, because a single-byte encoding would fold characters beyond U+00FF onto others.
  const left = Buffer.from(given, 'utf8');
  const right = Buffer.from(expected, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}
