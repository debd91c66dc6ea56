/** URLs that are handed in and followed later; none is read in one way here and in another by whoever follows it. */
import { consistsOf } from './characters.ts';

/** Names of the machine that a URL is followed on; nothing but these is spoken to without TLS. */
const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

const defaultPorts = { https: '443', http: '80' } as const;

// Browsers drop line breaks and tabs, take a backslash for a slash and rewrite the letters of other scripts (WHATWG URL 4.4).
const uriCharacters = { has: (unit: number) => unit > 0x20 && unit < 0x7f && unit !== 0x5c };

/**
 * Reads an absolute URI that names no user, in those characters alone that every reader takes as they are.
 *
 * @returns undefined for any other text
 */
export function plainUri(text: string): URL | undefined {
  const url = consistsOf(text, uriCharacters) ? URL.parse(text) : null;
  return url === null || url.username !== '' || url.password !== '' ? undefined : url;
}

/** Whether a text is a plain URI that is followed with TLS (spec: security Q21, Q23). */
export function isHttpsUrl(text: string): boolean {
  return hostIn(text, 'https') !== undefined;
}

/** Whether a text is a plain URI that leads to the machine it is followed on, without TLS (RFC 8252 7.3). */
export function isLoopbackUrl(text: string): boolean {
  const host = hostIn(text, 'http');
  return host !== undefined && loopbackHosts.includes(host);
}

/**
 * The host of a plain URI, which is written as it is understood: `https:///a.example`, `https:a.example` and
 * `http://0x7f.1` are completed by some readers and refused by others.
 *
 * @returns undefined for another scheme and for any other text
 */
function hostIn(text: string, scheme: keyof typeof defaultPorts): string | undefined {
  const url = plainUri(text);
  const start = `${scheme}://`;
  if (url === undefined || !text.startsWith(start)) return undefined;
  const written = text.slice(start.length).toLowerCase();
  const isUnderstood = [url.host, `${url.host}:${defaultPorts[scheme]}`].some(
    authority => written.startsWith(authority) && '/?#'.includes(written.charAt(authority.length)),
  );
  return isUnderstood ? url.hostname : undefined;
}
