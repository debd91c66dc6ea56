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

/**
 * One `name:value` line per signed header, the value without outer spaces and tabs (spec: wire 1.3 and 1.4 point 4), or
 * the first header that breaks a rule about what a signature covers (spec: wire 1.4 point 1): every listed header is
 * present, the required ones and all that begin with `x-acs-` are listed, and `content-type` is listed when there is a
 * body. Without a body the type decides nothing, and HTTP libraries add one on their own.
 *
 * @param signedHeaders names that differ from each other.
 */
export function canonicalHeaders(
  headers: ReadonlyMap<string, string>,
  signedHeaders: readonly string[],
  hasBody: boolean,
): string | Refused {
  let lines = '';
  let required = 0;
  let acsListed = 0;
  for (const name of signedHeaders) {
    const value = headers.get(name);
    if (value === undefined) return refused('signed-header-absent', { header: name });
    if (value.includes('\n')) return refused('line-break', { header: name });
    if (REQUIRED_HEADERS.has(name)) required += 1;
    if (name.startsWith(ACS_PREFIX)) acsListed += 1;
    lines += `${name}:${trimBlanks(value)}\n`;
  }
  // The names differ and are all present, so comparing counts compares sets.
  if (required < REQUIRED_HEADERS.size) {
    return refused('required-header-unsigned', firstUnlisted(REQUIRED_HEADERS, signedHeaders));
  }
  if (acsListed < countAcsHeaders(headers)) {
    const present = [...headers.keys()].filter(name => name.startsWith(ACS_PREFIX));
    return refused('unsigned-acs-header', firstUnlisted(present, signedHeaders));
  }
  if (hasBody && headers.has('content-type') && !signedHeaders.includes('content-type')) {
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
  return value.slice(start, end);
}

function countAcsHeaders(headers: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const name of headers.keys()) if (name.startsWith(ACS_PREFIX)) count += 1;
  return count;
}

function firstUnlisted(names: Iterable<string>, signedHeaders: readonly string[]): { header?: string } {
  const listed = new Set(signedHeaders);
  for (const header of names) if (!listed.has(header)) return { header };
  return {};
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
