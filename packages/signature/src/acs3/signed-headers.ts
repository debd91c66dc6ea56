import { compareCodePoints } from '../order.ts';
import { type Refused, refused } from '../verdict.ts';

const ACS_PREFIX = 'x-acs-';

/** Headers that every ACS3 signature covers (spec: wire 1.4 point 1). */
export const REQUIRED_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]);

/** Whether a client has to sign a header that it sends (spec: wire 1.4, "Headers signed"). */
export function mustBeSigned(name: string): boolean {
  return name === 'host' || name === 'content-type' || name.startsWith(ACS_PREFIX);
}

/** What a signature says it covers. */
export interface SignedHeaders {
  /** In lower case, strictly ascending, so none occurs twice. */
  readonly names: readonly string[];
  /** The names joined by `;`, as they are signed. */
  readonly text: string;
  /** A required header that is not among them. */
  readonly missing: string | undefined;
  /** How many of them begin with `x-acs-`. */
  readonly acsCount: number;
}

/** Lists read before: every request of one kind of client carries the same one. */
const known = new Map<string, SignedHeaders>();
const MOST_KNOWN = 256;
/** No longer list is kept, so that strangers cannot fill the memory with them. */
const LONGEST_KNOWN = 1024;

/**
 * Reads names joined by `;`.
 *
 * @returns `undefined` unless they are strictly ascending
 */
export function readSignedHeaders(text: string): SignedHeaders | undefined {
  const read = known.get(text);
  if (read !== undefined) return read;
  const names = text.split(';');
  if (!isStrictlyAscending(names)) return undefined;
  const signedHeaders = signedHeadersOf(names);
  if (text.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, signedHeaders);
  }
  return signedHeaders;
}

/** @param names in lower case, strictly ascending */
export function signedHeadersOf(names: readonly string[]): SignedHeaders {
  return {
    names,
    text: names.join(';'),
    missing: [...REQUIRED_HEADERS].find(name => !names.includes(name)),
    acsCount: names.filter(name => name.startsWith(ACS_PREFIX)).length,
  };
}

function isStrictlyAscending(names: readonly string[]): boolean {
  let previous = '';
  for (const name of names) {
    if (compareCodePoints(previous, name) >= 0) return false;
    previous = name;
  }
  return true;
}

/**
 * One `name:value` line per signed header, the value without outer spaces and tabs (spec: wire 1.3 and 1.4 point 4), or
 * the first header that breaks a rule about what a signature covers (spec: wire 1.4 point 1): every listed header is
 * present, the required ones and all that begin with `x-acs-` are listed, and `content-type` is listed when there is a
 * body. Without a body the type decides nothing, and HTTP libraries add one on their own.
 */
export function canonicalHeaders(
  headers: ReadonlyMap<string, string>,
  { names, missing, acsCount }: SignedHeaders,
  hasBody: boolean,
): string | Refused {
  let lines = '';
  for (const name of names) {
    const value = headers.get(name);
    if (value === undefined) return refused('signed-header-absent', { header: name });
    if (value.includes('\n')) return refused('line-break', { header: name });
    lines += `${name}:${trimBlanks(value)}\n`;
  }
  if (missing !== undefined) return refused('required-header-unsigned', { header: missing });
  // The names differ and are all present, so comparing counts compares sets.
  if (acsCount < countAcsHeaders(headers)) {
    return refused('unsigned-acs-header', firstUnlisted(headers.keys(), names));
  }
  if (hasBody && headers.has('content-type') && !names.includes('content-type')) {
    return refused('required-header-unsigned', { header: 'content-type' });
  }
  return lines;
}

/** Strips spaces and tabs, the only characters that HTTP itself does not count as part of a header value. */
export function trimBlanks(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isBlank(value.charCodeAt(start))) start += 1;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end -= 1;
  return end - start === value.length ? value : value.slice(start, end);
}

function countAcsHeaders(headers: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const name of headers.keys()) if (name.startsWith(ACS_PREFIX)) count += 1;
  return count;
}

function firstUnlisted(present: Iterable<string>, names: readonly string[]): { header?: string } {
  for (const header of present) {
    if (header.startsWith(ACS_PREFIX) && !names.includes(header)) return { header };
  }
  return {};
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
