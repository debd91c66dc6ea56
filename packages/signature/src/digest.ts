import { Buffer } from 'node:buffer';
import { hash, timingSafeEqual } from 'node:crypto';

/** The digests that the schemes use, by their OpenSSL names. */
export type DigestName = 'sha1' | 'sha256' | 'sm3';

/** Bytes of the longest texts compared without memory of their own; signatures are shorter. */
const COMPARED = 256;
const compared = [Buffer.alloc(COMPARED), Buffer.alloc(COMPARED)] as const;

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
  if (given.length !== expected.length) return false;
  // UTF-16, because a single-byte encoding would fold characters beyond U+00FF onto others.
  const size = given.length * 2;
  const [left, right] = size <= COMPARED ? compared : [Buffer.alloc(size), Buffer.alloc(size)];
  left.fill(0);
  right.fill(0);
  left.write(given, 'utf16le');
  right.write(expected, 'utf16le');
  return timingSafeEqual(left, right);
}
