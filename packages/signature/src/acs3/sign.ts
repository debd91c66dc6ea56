import { type Credentials, signingSecret } from '../credentials.ts';
import { hexDigest } from '../digest.ts';
import { encodeParameters } from '../encode.ts';
import { sortByName } from '../order.ts';
import type { Parameter } from '../parameters.ts';
import { formatTimestamp } from '../timestamp.ts';
import { type Acs3Algorithm, acs3Digest } from './algorithm.ts';
import { canonicalPath, canonicalRequest, stringToSign } from './canonical.ts';
import { canonicalHeaders, mustBeSigned, signedHeadersOf, trimBlanks } from './signed-headers.ts';

/** A request about to be sent. */
export interface Acs3SigningInput {
  readonly method: string;
  /** Encoded, as it will be sent; `/` for every RAM, IMS and STS call. */
  readonly path: string;
  /** Decoded; send them with `encodeParameters`. */
  readonly query?: readonly Parameter[];
  /** Must hold `host` as it will be sent, `x-acs-action` and `x-acs-version`, and `content-type` when one will be sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes of the body. */
  readonly body?: Uint8Array;
}

/** What makes two signatures of the same request differ. */
export interface Acs3SigningOptions {
  readonly date: Date;
  /** A text that was never used with this AccessKey before. */
  readonly nonce: string;
  /** `ACS3-HMAC-SHA256` unless given. */
  readonly algorithm?: Acs3Algorithm;
}

const NO_BODY = new Uint8Array();

/**
 * Signs a request (spec: wire 1).
 *
 * @returns all headers to send, with lower-case names: those given, and those that the signature adds.
 * @throws TypeError when a required header is missing, a header is given twice or holds a line break, or the AccessKey
 *   id or the algorithm cannot be used; URIError when a parameter is not well-formed Unicode.
 */
export function signAcs3(
  input: Acs3SigningInput,
  credentials: Credentials,
  options: Acs3SigningOptions,
): Record<string, string> {
  const { algorithm = 'ACS3-HMAC-SHA256' } = options;
  const digest = acs3Digest(algorithm);
  if (digest === undefined) throw new TypeError(`The algorithm ${algorithm} is not supported here.`);
  assertAccessKeyId(credentials.accessKeyId);

  const contentDigest = hexDigest(digest, input.body ?? NO_BODY);
  const headers = collectHeaders(input.headers);
  headers.set('x-acs-content-sha256', contentDigest);
  headers.set('x-acs-date', formatTimestamp(options.date));
  headers.set('x-acs-signature-nonce', options.nonce);
  if (credentials.securityToken !== undefined) {
    headers.set('x-acs-accesskey-id', credentials.accessKeyId);
    headers.set('x-acs-security-token', credentials.securityToken);
  }

  const signedHeaders = signedHeadersOf([...headers.keys()].filter(mustBeSigned).sort());
  const lines = canonicalHeaders(headers, signedHeaders, true);
  if (typeof lines !== 'string')
    throw new TypeError(`The header ${lines.header} is missing or contains a line break.`);
  const canonical = canonicalRequest({
    method: input.method.toUpperCase(),
    path: canonicalPath(input.path),
    query: encodeParameters(sortByName(input.query ?? [])),
    headers: lines,
    signedHeaders: signedHeaders.text,
    contentDigest,
  });
  const signature = signingSecret(credentials).signAcs3(digest, stringToSign(algorithm, digest, canonical));
  const authorization = [
    `${algorithm} Credential=${credentials.accessKeyId}`,
    `SignedHeaders=${signedHeaders.text}`,
    `Signature=${signature}`,
  ].join(',');
  return { ...Object.fromEntries(headers), authorization };
}

function collectHeaders(given: Readonly<Record<string, string>>): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const lowerCase = name.toLowerCase();
    if (headers.has(lowerCase)) throw new TypeError(`The header ${lowerCase} is given twice.`);
    headers.set(lowerCase, trimBlanks(value));
  }
  return headers;
}

function assertAccessKeyId(accessKeyId: string): void {
  if (accessKeyId === '' || accessKeyId.includes(',') || accessKeyId.includes('\n')) {
    throw new TypeError('The AccessKey id is empty or contains a comma or a line break.');
  }
}
