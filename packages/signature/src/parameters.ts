import { Buffer } from 'node:buffer';
import { RequestSyntaxError } from './syntax-error.ts';

/** 1 for every byte that may not stand unencoded; bodies are long enough for a table to pay. */
const UNPRINTABLE = Uint8Array.from({ length: 256 }, (_, code) => (isPrintable(code) ? 0 : 1));

/** One decoded parameter of a query or a form. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * Parameters that decide who the caller is, in lower case. Two spellings of one of them must never stand in the same
 * request, because another reader of the request might pick the other one (spec: security Q1).
 */
const AUTHENTICATION_PARAMETERS: ReadonlySet<string> = new Set([
  'accesskeyid',
  'action',
  'format',
  'securitytoken',
  'signature',
  'signaturemethod',
  'signaturenonce',
  'signaturetype',
  'signatureversion',
  'timestamp',
  'version',
]);

/**
 * Reads the text after the `?` of a request target into decoded parameters, in the order sent. `+` is a space, an empty
 * piece between two `&` is skipped, a name without `=` has the empty value (spec: wire 1.3).
 *
 * Only printable ASCII except `#` may stand unencoded. The authentication parameters may occur once in any spelling of
 * upper and lower case, every other name once as written.
 *
 * @throws RequestSyntaxError when the text is malformed or a name occurs twice.
 */
export function parseQuery(raw: string): Parameter[] {
  assertPrintable(raw);
  return readPairs(raw);
}

function readPairs(raw: string): Parameter[] {
  const parameters: Parameter[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < raw.length; ) {
    const ampersand = raw.indexOf('&', start);
    const end = ampersand === -1 ? raw.length : ampersand;
    if (end > start) parameters.push(parsePair(raw.slice(start, end), seen));
    start = end + 1;
  }
  return parameters;
}

/**
 * Reads the body of an `application/x-www-form-urlencoded` request by the very rules of {@link parseQuery}.
 *
 * @throws RequestSyntaxError as {@link parseQuery} does.
 */
export function parseForm(body: Uint8Array): Parameter[] {
  let refused = 0;
  for (let i = 0; i < body.length; i++) refused |= UNPRINTABLE[body[i] ?? 0] ?? 1;
  if (refused !== 0) throw new RequestSyntaxError('invalid-character');
  return readPairs(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'));
}

/**
 * Refuses a name that stands in the query and in the form, whichever scheme signed the request.
 *
 * @throws RequestSyntaxError with reason `duplicate-parameter`.
 */
export function assertDisjoint(query: readonly Parameter[], form: readonly Parameter[]): void {
  if (query.length === 0 || form.length === 0) return;
  const seen = new Set<string>();
  for (const { name } of query) seen.add(identityOf(name));
  for (const { name } of form) {
    if (seen.has(identityOf(name))) throw new RequestSyntaxError('duplicate-parameter', { parameter: name });
  }
}

/**
 * Decodes a percent-encoded text strictly; `+` is left alone.
 *
 * @throws RequestSyntaxError for a broken escape, bytes that are not UTF-8, and NUL.
 */
export function percentDecode(text: string, parameter?: string): string {
  if (!text.includes('%')) return text;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch (cause) {
    const reason = hasBrokenEscape(text) ? 'invalid-percent-encoding' : 'invalid-utf8';
    throw new RequestSyntaxError(reason, { parameter }, { cause });
  }
  if (decoded.includes('\0')) throw new RequestSyntaxError('nul-character', { parameter });
  return decoded;
}

/**
 * Refuses a text with anything but printable ASCII, and with `#`: in a target it starts a fragment, which other readers
 * drop.
 *
 * @throws RequestSyntaxError with reason `invalid-character`.
 */
export function assertPrintable(raw: string): void {
  for (let i = 0; i < raw.length; i++) {
    if (!isPrintable(raw.charCodeAt(i))) throw new RequestSyntaxError('invalid-character');
  }
}

function isPrintable(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x23;
}

function parsePair(pair: string, seen: Set<string>): Parameter {
  const equals = pair.indexOf('=');
  const name = decodeComponent(equals === -1 ? pair : pair.slice(0, equals));
  if (name === '') throw new RequestSyntaxError('empty-parameter-name');
  const identity = identityOf(name);
  if (seen.has(identity)) throw new RequestSyntaxError('duplicate-parameter', { parameter: name });
  seen.add(identity);
  return { name, value: equals === -1 ? '' : decodeComponent(pair.slice(equals + 1), name) };
}

function decodeComponent(text: string, parameter?: string): string {
  return percentDecode(text.includes('+') ? text.replaceAll('+', ' ') : text, parameter);
}

/** The text under which a name counts as the same name. */
function identityOf(name: string): string {
  const lowerCase = name.toLowerCase();
  return AUTHENTICATION_PARAMETERS.has(lowerCase) ? lowerCase : name;
}

function hasBrokenEscape(text: string): boolean {
  for (let i = text.indexOf('%'); i !== -1; i = text.indexOf('%', i + 3)) {
    if (!isHexDigit(text.charCodeAt(i + 1)) || !isHexDigit(text.charCodeAt(i + 2))) return true;
  }
  return false;
}

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}
