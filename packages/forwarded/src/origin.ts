import { isIPv4 } from 'node:net';
import { canonicalAddress } from './address.ts';
import { isNumber } from './digits.ts';

/** Where a request comes from, for the condition keys acs:SourceIp and acs:SecureTransport (RAM policy elements). */
export interface Origin {
  /** Canonical text. */
  readonly sourceIp: string;
  readonly secureTransport: boolean;
}

/** A header of a trusted proxy that cannot be read, so that nobody knows where the request comes from. */
export interface UnreadableHeader {
  readonly header: 'X-Forwarded-For' | 'X-Forwarded-Proto';
  /** Half a sentence. */
  readonly reason: string;
}

/** A proxy in front of a proxy in front of …: longer chains are a mistake or an attack. */
const LONGEST_CHAIN = 32;

/**
 * Finds out where a request comes from that a trusted proxy handed on (spec: security Q22).
 *
 * @param proxy what the connection itself says; without forwarded headers that is the answer
 * @param headers by lower-case name
 * @param isProxy whether a canonical address is a trusted proxy
 */
export function originBehind(
  proxy: Origin,
  headers: ReadonlyMap<string, string>,
  isProxy: (address: string) => boolean,
): Origin | UnreadableHeader {
  const sourceIp = sourceBehind(proxy.sourceIp, headers.get('x-forwarded-for'), isProxy);
  if (typeof sourceIp !== 'string') return sourceIp;
  const scheme = headers.get('x-forwarded-proto')?.trim().toLowerCase();
  if (scheme === undefined) return { sourceIp, secureTransport: proxy.secureTransport };
  if (scheme === 'http' || scheme === 'https') return { sourceIp, secureTransport: scheme === 'https' };
  return { header: 'X-Forwarded-Proto', reason: 'it must be http or https' };
}

/**
 * The address behind the proxies: the right-most that is no trusted proxy, since each proxy appends whom it heard from and
 * everything left of that was written by somebody unknown.
 */
function sourceBehind(
  proxy: string,
  header: string | undefined,
  isProxy: (address: string) => boolean,
): string | UnreadableHeader {
  if (header === undefined) return proxy;
  const hops = header.split(',');
  if (hops.length > LONGEST_CHAIN) return unreadable(`it names more than ${LONGEST_CHAIN} addresses`);
  let source = proxy;
  for (const hop of hops.reverse()) {
    const address = addressOfHop(hop.trim());
    if (address === undefined) return unreadable('it holds something that is no address');
    source = address;
    if (!isProxy(address)) break;
  }
  return source;
}

function unreadable(reason: string): UnreadableHeader {
  return { header: 'X-Forwarded-For', reason };
}

/** Some proxies write the port as well: `192.0.2.1:1234`, `[2001:db8::1]:1234`. */
function addressOfHop(hop: string): string | undefined {
  const close = hop.indexOf(']');
  if (hop.startsWith('['))
    return close > 0 && isPort(hop.slice(close + 1)) ? ipv6(hop.slice(1, close)) : undefined;
  const colon = hop.indexOf(':');
  if (colon > 0 && isIPv4(hop.slice(0, colon)))
    return isPort(hop.slice(colon)) ? hop.slice(0, colon) : undefined;
  return hop.includes('%') ? undefined : canonicalAddress(hop);
}

function ipv6(text: string): string | undefined {
  return text.includes(':') && !text.includes('%') ? canonicalAddress(text) : undefined;
}

/** Nothing, or a colon and up to five digits. */
function isPort(text: string): boolean {
  return text === '' || (text.startsWith(':') && isNumber(text.slice(1)));
}
