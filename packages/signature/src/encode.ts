import type { Parameter } from './parameters.ts';

/** `1` at the code of every unreserved ASCII character of RFC 3986 section 2.3. */
const UNRESERVED = unreservedTable();

/** The reserved characters that `encodeURIComponent` leaves bare. */
const BARE_MARKS = ["'", '!', '(', ')', '*'] as const;

/**
 * Percent-encodes a text: the unreserved characters `A-Z a-z 0-9 - _ . ~` stay, every other byte of its UTF-8 form
 * becomes `%XX` with upper-case digits (RFC 3986; spec: wire 1.3 "enc").
 *
 * @throws URIError when the text holds half a surrogate pair, which has no UTF-8 form.
 */
export function percentEncode(text: string): string {
  if (isUnreserved(text)) return text;
  let encoded = encodeURIComponent(text);
  for (const mark of BARE_MARKS) {
    if (encoded.includes(mark)) encoded = encoded.replaceAll(mark, escapeOf(mark));
  }
  return encoded;
}

/**
 * Writes parameters as `name=value` pairs joined by `&`, both percent-encoded, in the order given. An empty value keeps
 * its `=`. The result can be sent as a query or as a form; for parameters sorted by name it is also the canonical query
 * of both schemes (spec: wire 1.3 and 2.1).
 *
 * @throws URIError as {@link percentEncode} does.
 */
export function encodeParameters(parameters: readonly Parameter[]): string {
  let encoded = '';
  for (const { name, value } of parameters) {
    if (encoded !== '') encoded += '&';
    encoded += `${percentEncode(name)}=${percentEncode(value)}`;
  }
  return encoded;
}

function isUnreserved(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (UNRESERVED[text.charCodeAt(i)] !== 1) return false;
  }
  return true;
}

function escapeOf(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

function unreservedTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~') {
    table[character.charCodeAt(0)] = 1;
  }
  return table;
}
