/** Who is at the other end: the socket's word, or that of a proxy which the operator has named (spec: security Q22). */
import type { IncomingMessage } from 'node:http';
import { isIPv4, type Socket } from 'node:net';
import { addressSet, canonicalAddress, isLoopbackAddress, type Network } from '../config/index.ts';
import type { Connection } from '../kernel/context.ts';
import { apiError, errorKind } from '../kernel/errors.ts';
import { gatewayErrors } from '../pipeline/errors.ts';

/** What the settings say about connections. */
export interface ConnectionRules {
  /** Proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly Network[];
  /** Plain HTTP is accepted from everywhere. */
  readonly allowPlainHttp: boolean;
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

/**
 * Makes the reader of connection facts.
 *
 * @returns takes a request and gives the caller's address and transport, the Host without its port and the user agent;
 *   throws ApiError `InvalidForwardedHeader`, or `InvalidProtocol.NeedSsl` for plain HTTP beyond this machine
 */
export function connectionReader(rules: ConnectionRules): (request: IncomingMessage) => Connection {
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

  return request => {
    const peer = peerOf(request.socket);
    const { headers } = request;
    const sourceIp = peer.trusted ? sourceBehind(peer, headers['x-forwarded-for'], isProxy) : peer.address;
    const secureTransport = peer.trusted ? secureBehind(peer, headers['x-forwarded-proto']) : peer.secure;
    const neverLeft = peer.local && isLoopbackAddress(sourceIp);
    if (!secureTransport && !neverLeft && !rules.allowPlainHttp) throw apiError(gatewayErrors.needTls);
    return { sourceIp, secureTransport, host: hostOf(headers.host), userAgent: headers['user-agent'] ?? '' };
  };
}

/**
 * The address behind the proxies: the right-most that is no trusted proxy, since each proxy appends whom it heard from and
 * everything left of that was written by somebody unknown.
 */
function sourceBehind(
  peer: Peer,
  header: string | readonly string[] | undefined,
  isProxy: (address: string) => boolean,
): string {
  if (header === undefined) return peer.address;
  const hops = textOf(header).split(',');
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

function secureBehind(peer: Peer, header: string | readonly string[] | undefined): boolean {
  if (header === undefined) return peer.secure;
  const scheme = textOf(header).trim().toLowerCase();
  if (scheme !== 'http' && scheme !== 'https')
    throw unreadable('X-Forwarded-Proto', 'it must be http or https');
  return scheme === 'https';
}

/** A repeated header reads as one, as the standard has it. */
function textOf(header: string | readonly string[]): string {
  return typeof header === 'string' ? header : header.join(',');
}

function unreadable(header: string, reason: string) {
  return apiError(invalidForwardedHeader, { header, reason });
}

function hostOf(host: string | undefined): string {
  if (host === undefined) return '';
  const colon = host.lastIndexOf(':');
  return colon < 0 || host.endsWith(']') ? host : host.slice(0, colon);
}
