import {
  assertDisjoint,
  assertPrintable,
  type Parameter,
  parseForm,
  parseQuery,
  percentDecode,
} from './parameters.ts';
import { RequestSyntaxError } from './syntax-error.ts';

/** A request as the signature schemes see it: read once, strictly, and never mutated. */
export interface SignedRequest {
  /** As received: upper case on the wire. */
  readonly method: string;
  /** The part of the request target before `?`, still encoded. */
  readonly path: string;
  readonly query: readonly Parameter[];
  /** Empty unless the body is `application/x-www-form-urlencoded`. */
  readonly form: readonly Parameter[];
  /** Names in lower case; values as received. */
  readonly headers: ReadonlyMap<string, string>;
  /** The bytes of the body as received. */
  readonly body: Uint8Array;
}

/** What an HTTP server has in hand when a request has arrived in full. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target of the request line, for example `/?Action=ListUsers`. */
  readonly target: string;
  /** Names and values in turn, as in `rawHeaders` of `node:http`. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

const FORM = 'application/x-www-form-urlencoded';

/** Headers that two readers could take from different lines (spec: security Q1). */
const SINGLE_HEADERS: ReadonlySet<string> = new Set(['authorization', 'content-type', 'host']);

/** How others of them begin: what is signed, and what proxies say of the requests that they received. */
const SINGLE_PREFIXES = ['x-acs-', 'x-original-', 'x-wardenry-'];

/**
 * Reads a whole request, once, for routing, verification and parameters alike.
 *
 * @throws RequestSyntaxError when any part of it is malformed or ambiguous.
 */
export function parseRequest(received: ReceivedRequest): SignedRequest {
  const { path, query } = parseTarget(received.target);
  const headers = parseHeaders(received.rawHeaders);
  const form = isForm(headers.get('content-type')) ? parseForm(received.body) : [];
  assertDisjoint(query, form);
  return { method: received.method, path, query, form, headers, body: received.body };
}

/**
 * Splits a request target at its first `?`. The path stays encoded, but must be decodable.
 *
 * @throws RequestSyntaxError when the target is not an absolute path with an optional query, or either is malformed.
 */
export function parseTarget(target: string): { readonly path: string; readonly query: Parameter[] } {
  if (!target.startsWith('/')) throw new RequestSyntaxError('unsupported-target');
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  assertPrintable(path);
  percentDecode(path);
  return { path, query: mark === -1 ? [] : parseQuery(target.slice(mark + 1)) };
}

/**
 * Reads names and values in turn into a map with lower-case names. Lines of one name are joined by a comma
 * (RFC 9110 section 5.3), but a second line is refused for `authorization`, `content-type`, `host` and
 * every `x-acs-*`, `x-original-*` and `x-wardenry-*`.
 *
 * @throws RequestSyntaxError with reason `duplicate-header`.
 */
export function parseHeaders(rawHeaders: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    const value = rawHeaders[i + 1] ?? '';
    const earlier = headers.get(name);
    if (earlier === undefined) {
      headers.set(name, value);
    } else {
      if (isSingle(name)) throw new RequestSyntaxError('duplicate-header', { header: name });
      headers.set(name, `${earlier}${name === 'cookie' ? '; ' : ', '}${value}`);
    }
  }
  return headers;
}

/** Whether a `content-type` says that the body holds form parameters; its own parameters, such as charset, do not matter. */
export function isForm(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  if (contentType === FORM) return true;
  const semicolon = contentType.indexOf(';');
  const mediaType = semicolon === -1 ? contentType : contentType.slice(0, semicolon);
  return mediaType.trim().toLowerCase() === FORM;
}

function isSingle(name: string): boolean {
  return SINGLE_HEADERS.has(name) || SINGLE_PREFIXES.some(prefix => name.startsWith(prefix));
}
