/** Who is at the other end: the socket's word, or that of a proxy which the operator has named (spec: security Q22). */
import type { Socket } from 'node:net';
import {
  addressSet,
  canonicalAddress,
  isLoopbackAddress,
  type Network,
  type Origin,
  originBehind,
} from '@wardenry/forwarded';
import { ApiError, apiError } from '../kernel/errors.ts';
import { gatewayErrors } from '../pipeline/errors.ts';
import type { ConnectionFacts } from '../pipeline/request/connection-facts.ts';
import { webErrors } from './errors.ts';

/** What the settings say about connections. */
export interface ConnectionRules {
  /** Proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly Network[];
  /** Plain HTTP is accepted from everywhere. */
  readonly allowPlainHttp: boolean;
  /** The name that the server goes by, for requests that name no host. */
  readonly host: string;
}

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
      const connection = peer.trusted ? { ...seen, ...forwarded(seen, headers, isProxy) } : seen;
      const neverLeft = peer.local && isLoopbackAddress(connection.sourceIp);
      if (connection.secureTransport || neverLeft || rules.allowPlainHttp) return { connection };
      return { connection, refusal: apiError(gatewayErrors.needTls) };
    } catch (error) {
      if (error instanceof ApiError) return { connection: seen, refusal: error };
      throw error;
    }
  };
}

/** @throws ApiError `InvalidForwardedHeader` */
function forwarded(proxy: Origin, headers: Headers, isProxy: (address: string) => boolean): Origin {
  const origin = originBehind(proxy, headers, isProxy);
  if ('header' in origin) throw apiError(webErrors.invalidForwardedHeader, { ...origin });
  return origin;
}

function hostOf(host: string | undefined): string | undefined {
  if (host === undefined) return undefined;
  const colon = host.lastIndexOf(':');
  return colon < 0 || host.endsWith(']') ? host : host.slice(0, colon);
}
