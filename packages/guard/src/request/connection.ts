import type { Socket } from 'node:net';
import { canonicalAddress } from './address.ts';

/** Where a request comes from, for the condition keys acs:SourceIp and acs:SecureTransport (RAM policy elements). */
export interface Origin {
  /** Canonical text. */
  readonly sourceIp: string;
  readonly secureTransport: boolean;
}

/** A proxy in front of a proxy in front of …: longer chains are a mistake or an attack. */
const LONGEST_CHAIN = 32;

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
  const peer = canonicalAddress(socket.remoteAddress ?? '');
  if (peer === undefined) return undefined;
  const encrypted = 'encrypted' in socket && socket.encrypted === true;
  if (!isProxy(peer)) return { sourceIp: peer, secureTransport: encrypted };
  const sourceIp = sourceBehind(peer, headers.get('x-forwarded-for'), isProxy);
  const secureTransport = secureBehind(encrypted, headers.get('x-forwarded-proto'));
  return sourceIp === undefined || secureTransport === undefined ? undefined : { sourceIp, secureTransport };
}

/** The right-most address that is no trusted proxy: each proxy appends whom it heard from, and the rest is hearsay. */
function sourceBehind(
  peer: string,
  header: string | undefined,
  isProxy: (address: string) => boolean,
): string | undefined {
  const hops = header?.split(',') ?? [];
  if (hops.length > LONGEST_CHAIN) return undefined;
  let source: string | undefined = peer;
  for (const hop of hops.reverse()) {
    source = addressOfHop(hop.trim());
    if (source === undefined || !isProxy(source)) break;
  }
  return source;
}

/** Some proxies write the port as well: `192.0.2.1:1234`, `[2001:db8::1]:1234`. */
function addressOfHop(hop: string): string | undefined {
  if (hop.startsWith('[')) return canonicalAddress(hop.slice(1, hop.indexOf(']')));
  const [address = '', ...ports] = hop.split(':');
  return canonicalAddress(ports.length === 1 ? address : hop);
}

function secureBehind(encrypted: boolean, header: string | undefined): boolean | undefined {
  if (header === undefined) return encrypted;
  const scheme = header.trim().toLowerCase();
  return scheme === 'https' || scheme === 'http' ? scheme === 'https' : undefined;
}
