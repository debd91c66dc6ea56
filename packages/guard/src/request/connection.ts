import type { Socket } from 'node:net';
import {
  addressSet,
  canonicalAddress,
  type Network,
  type Origin,
  originBehind,
  parseNetwork,
} from '@wardenry/forwarded';

/**
 * Makes the set of proxies that are believed.
 *
 * @param networks such as `192.0.2.1` or `10.0.0.0/8`
 * @returns whether a canonical address lies in one of them
 * @throws TypeError when one cannot be read
 */
export function proxySet(networks: readonly string[]): (address: string) => boolean {
  return addressSet(networks.map(readNetwork));
}

function readNetwork(text: string): Network {
  const network = parseNetwork(text);
  if (network === undefined) throw new TypeError(`${text} is no address and no network such as 10.0.0.0/8.`);
  return network;
}

/**
 * Finds out where a request comes from: what the socket says, or, when that is a proxy which the operator has named, what
 * the proxy says. Nothing else in a request can tell (spec: security 2.3, B2).
 *
 * @param isProxy whether a canonical address is a trusted proxy
 * @returns undefined when it cannot be known: the connection is gone, or a trusted proxy sent what cannot be read
 */
export function originOf(
  socket: Pick<Socket, 'remoteAddress'>,
  headers: ReadonlyMap<string, string>,
  isProxy: (address: string) => boolean,
): Origin | undefined {
  const sourceIp = canonicalAddress(socket.remoteAddress ?? '');
  if (sourceIp === undefined) return undefined;
  const peer = { sourceIp, secureTransport: 'encrypted' in socket && socket.encrypted === true };
  if (!isProxy(sourceIp)) return peer;
  const origin = originBehind(peer, headers, isProxy);
  return 'header' in origin ? undefined : origin;
}
