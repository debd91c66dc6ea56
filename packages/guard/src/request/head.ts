import {
  type Acs3Authorization,
  acs3Digest,
  type DigestName,
  type Parameter,
  parseAuthorization,
  parseHeaders,
  parseTarget,
} from '@wardenry/signature';
import { AmbiguousPath, assertUnambiguous } from './path.ts';

/** The head of a request, read once. */
export interface Head {
  readonly method: string;
  /** Still encoded, without the query. */
  readonly path: string;
  /** The text behind the first `?`, as sent; empty when there is none. */
  readonly rawQuery: string;
  readonly query: readonly Parameter[];
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What a request says of its signature; believed once the server has verified it. */
export interface SignatureClaim {
  /** The hash that the digest of the body is made with. */
  readonly digest: DigestName;
  /** Digest of the body in lower-case hexadecimal. */
  readonly bodyDigest: string;
  /** What the server needs in order to verify: everything that is signed, and no cookie of the service. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads the head of a request.
 *
 * @param target of the request line
 * @param rawHeaders names and values in turn
 * @throws RequestSyntaxError when a part is malformed or stands twice (spec: security Q1)
 * @throws AmbiguousPath when another reader could find another path in the request
 */
export function readHead(method: string, target: string, rawHeaders: readonly string[]): Head {
  const { path, query } = parseTarget(target);
  assertUnambiguous(path);
  const headers = parseHeaders(rawHeaders);
  assertHost(headers.get('host') ?? '');
  return { method, path, rawQuery: target.slice(path.length + 1), query, headers };
}

/** Headers that a signature may list; clients list about ten. */
const MOST_SIGNED = 100;

/** What can be said of the signature of a request: nothing, that it is none of ours, or what it claims. */
export type ClaimReading =
  | { readonly kind: 'claim'; readonly claim: SignatureClaim }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsupported' };

/** Reads what a request claims about its ACS3 signature (spec: wire 1.1 and 1.2). */
export function readClaim(headers: ReadonlyMap<string, string>): ClaimReading {
  const value = headers.get('authorization');
  if (value === undefined) return { kind: 'absent' };
  const authorization = parseAuthorization(value);
  const digest = authorization && acs3Digest(authorization.algorithm);
  if (authorization === undefined || digest === undefined) return { kind: 'unsupported' };
  const bodyDigest = headers.get('x-acs-content-sha256') ?? '';
  // What the server would not read is not worth asking about.
  if (!isDigest(bodyDigest) || authorization.signedHeaders.names.length > MOST_SIGNED)
    return { kind: 'unsupported' };
  return { kind: 'claim', claim: { digest, bodyDigest, headers: covered(headers, authorization) } };
}

/** Names, addresses of both kinds, and a port (RFC 9110 section 7.2). */
const HOST_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:[]';

/** Frameworks make an address of Host and target, and look for the path in it: `Host: a/admin?` would put one there. */
function assertHost(host: string): void {
  for (const character of host) {
    if (!HOST_CHARACTERS.includes(character)) throw new AmbiguousPath('The Host header is no host.');
  }
}

/** 256 bits in lower-case hexadecimal: SHA-256 and SM3 alike. */
function isDigest(text: string): boolean {
  if (text.length !== 64) return false;
  for (const mark of text) if (!'0123456789abcdef'.includes(mark)) return false;
  return true;
}

function covered(
  headers: ReadonlyMap<string, string>,
  { signedHeaders }: Acs3Authorization,
): Record<string, string> {
  const names = new Set([...signedHeaders.names, 'authorization', 'content-type', 'host']);
  return Object.fromEntries([...headers].filter(([name]) => names.has(name) || name.startsWith('x-acs-')));
}
