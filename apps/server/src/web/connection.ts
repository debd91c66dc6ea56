/** Who is at the other end: the socket's word, or that of a proxy which the operator has named (spec: security Q22). */
import { isIPv4, type Socket } from 'node:net';
import { addressSet, canonicalAddress, isLoopbackAddress, type Network } from '../config/index.ts';
import { ApiError, apiError, errorKind } from '../kernel/errors.ts';
import { gatewayErrors } from '../pipeline/errors.ts';
import type { ConnectionFacts } from '../pipeline/request/connection-facts.ts';

/** What the settings say about connections. */
export interface ConnectionRules {
  /** Proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly Network[];
  /** Plain HTTP is accepted from everywhere. */
  readonly allowPlainHttp: boolean;
  /** The name that the server goes by, for requests that name no host. */
  readonly host: string;
}

/** What a trusted proxy sent cannot be read, so that nobody knows where the request comes from. */
const invalidForwardedHeader = errorKind(
  'InvalidForwardedHeader',
  400,
  'The header {header}, which a trusted proxy sent, cannot be read: {reason}. Whoever runs the proxy must correct it.',
);

/** A proxy in front of a proxy in front of … : longer chains are a mistake or an attack. */
const LONGEST_CHAIN = 32;

/** What the socket alone says; the same for every request on it. */
interface Peer {
  readonly address: string;
  readonly secure: boolean;
  /** Both ends are this machine. */
  readonly local: boolean;
  readonly trusted: boolean;
}

/** Headers of a request by lower-case name. */
type Headers = ReadonlyMap<string, string>;

/**
 * Makes the reader of connection facts.
 *
 * @returns takes a socket and the headers of a request on it and gives the caller's address and transport, the Host without
 *   its port and the user agent, with the reason when such a request is not served: `InvalidForwardedHeader`, or
 *   `InvalidProtocol.NeedSsl` for plain HTTP beyond this machine
 */
export function connectionReader(
  rules: ConnectionRules,
): (socket: Socket, headers: Headers) => ConnectionFacts {
  const isProxy = rules.trustedProxies.length === 0 ? () => false : addressSet(rules.trustedProxies);
  const peers = new WeakMap<Socket, Peer>();

  function peerOf(socket: Socket): Peer {
    const known = peers.get(socket);
    if (known !== undefined) return known;
    const address = canonicalAddress(socket.remoteAddress ?? '');
    if (address === undefined)
      throw apiError(gatewayErrors.malformedRequest, { reason: 'the connection is gone' });
    const here = canonicalAddress(socket.localAddress ?? '') ?? '';
    const peer = {
      address,
      secure: 'encrypted' in socket && socket.encrypted === true,
      local: isLoopbackAddress(address) && isLoopbackAddress(here),
      trusted: isProxy(address),
    };
    peers.set(socket, peer);
    return peer;
  }

  return (socket, headers) => {
    const peer = peerOf(socket);
    const host = hostOf(headers.get('host')) ?? rules.host;
    const userAgent = headers.get('user-agent') ?? '';
    const seen = { sourceIp: peer.address, secureTransport: peer.secure, host, userAgent };
    try {
      const connection = peer.trusted ? { ...seen, ...forwarded(peer, headers, isProxy) } : seen;
      const neverLeft = peer.local && isLoopbackAddress(connection.sourceIp);
      if (connection.secureTransport || neverLeft || rules.allowPlainHttp) return { connection };
      return { connection, refusal: apiError(gatewayErrors.needTls) };
    } catch (error) {
      if (error instanceof ApiError) return { connection: seen, refusal: error };
      throw error;
    }
  };
}

function forwarded(peer: Peer, headers: Headers, isProxy: (address: string) => boolean) {
  return {
    sourceIp: sourceBehind(peer, headers.get('x-forwarded-for'), isProxy),
    secureTransport: secureBehind(peer, headers.get('x-forwarded-proto')),
  };
}

/**
 * The address behind the proxies: the right-most that is no trusted proxy, since each proxy appends whom it heard from and
 * everything left of that was written by somebody unknown.
 */
function sourceBehind(peer: Peer, header: string | undefined, isProxy: (address: string) => boolean): string {
  if (header === undefined) return peer.address;
  const hops = header.split(',');
  if (hops.length > LONGEST_CHAIN)
    throw unreadable('X-Forwarded-For', `it names more than ${LONGEST_CHAIN} addresses`);
  let source = peer.address;
  for (const hop of hops.reverse()) {
    const address = addressOfHop(hop.trim());
    if (address === undefined) throw unreadable('X-Forwarded-For', 'it holds something that is no address');
    source = address;
    if (!isProxy(address)) break;
  }
  return source;
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
  if (text === '') return true;
  if (!text.startsWith(':') || text.length < 2 || text.length > 6) return false;
  for (const mark of text.slice(1)) if (mark < '0' || mark > '9') return false;
  return true;
}

function secureBehind(peer: Peer, header: string | undefined): boolean {
  if (header === undefined) return peer.secure;
  const scheme = header.trim().toLowerCase();
  if (scheme !== 'http' && scheme !== 'https')
    throw unreadable('X-Forwarded-Proto', 'it must be http or https');
  return scheme === 'https';
}

function unreadable(header: string, reason: string) {
  return apiError(invalidForwardedHeader, { header, reason });
}

function hostOf(host: string | undefined): string | undefined {
  if (host === undefined) return undefined;
  const colon = host.lastIndexOf(':');
  return colon < 0 || host.endsWith(']') ? host : host.slice(0, colon);
}
