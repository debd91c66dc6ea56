import { type DigestName, hexDigest } from '../digest.ts';
import { percentEncode } from '../encode.ts';
import type { Parameter } from '../parameters.ts';

/** The parts of an ACS3 canonical request, each already in canonical form. */
export interface CanonicalParts {
  /** Upper case. */
  readonly method: string;
  /** See {@link canonicalPath}. */
  readonly path: string;
  /** See `encodeParameters` and {@link rawKeyQuery}. */
  readonly query: string;
  /** See `canonicalHeaders`. */
  readonly headers: string;
  /** Their names joined by `;`, in ascending order. */
  readonly signedHeaders: string;
  /** The value of `x-acs-content-sha256`. */
  readonly contentDigest: string;
}

/** With one of these in a raw name, {@link rawKeyQuery} can be read in two ways. */
const AMBIGUOUS_IN_RAW_KEYS = ['&', '=', '%', '\r', '\n'] as const;

/** The text whose digest is signed (spec: wire 1.3). */
export function canonicalRequest(parts: CanonicalParts): string {
  const { method, path, query, headers, signedHeaders, contentDigest } = parts;
  return `${method}\n${path}\n${query}\n${headers}\n${signedHeaders}\n${contentDigest}`;
}

/** The text that is signed: the algorithm and the digest of the canonical request (spec: wire 1.3). */
export function stringToSign(algorithm: string, digest: DigestName, canonical: string): string {
  return `${algorithm}\n${hexDigest(digest, canonical)}`;
}

/**
 * The path as most clients sign it: as sent, then `+` as `%20`, `*` as `%2A` and `%7E` as `~` (spec: wire 1.3).
 *
 * The first rule makes `+` and `%20` one and the same: who serves other paths than `/` must read them as the same
 * character.
 */
export function canonicalPath(path: string): string {
  if (path === '/') return path;
  return path.replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~');
}

/** The canonical query of clients that encode values only (spec: wire 1.4 point 2), of parameters sorted by name. */
export function rawKeyQuery(sorted: readonly Parameter[]): string {
  let query = '';
  for (const { name, value } of sorted) {
    if (query !== '') query += '&';
    query += `${name}=${percentEncode(value)}`;
  }
  return query;
}

/**
 * The first name that makes {@link rawKeyQuery} ambiguous: it holds a separator, or a `%`, with which it could pass for
 * the encoded form of another name.
 */
export function ambiguousRawKey(parameters: readonly Parameter[]): string | undefined {
  return parameters.find(({ name }) => AMBIGUOUS_IN_RAW_KEYS.some(character => name.includes(character)))
    ?.name;
}
