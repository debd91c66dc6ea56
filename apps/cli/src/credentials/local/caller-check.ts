import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';
import { isLoopback } from '../../endpoint.ts';

/** Where SDKs look for instance metadata (spec: domain 13.4). It is routed nowhere, so it may be an address of this machine. */
export const METADATA_ADDRESS = '100.100.100.200';

/** Headers that proxies add: who sends them asks for somebody else. A proxy that adds none is not told from a program. */
const PROXY_HEADERS: ReadonlySet<string> = new Set([
  'cdn-loop',
  'cf-connecting-ip',
  'client-ip',
  'forwarded',
  'max-forwards',
  'proxy-connection',
  'true-client-ip',
  'via',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-envoy-external-address',
  'x-original-forwarded-for',
  'x-original-host',
  'x-original-url',
  'x-real-ip',
]);
const PROXY_PREFIX = 'x-forwarded-';

/** Headers that browsers add, and no SDK: a page of a stranger may be behind them. */
const BROWSER_HEADERS = ['origin', 'sec-fetch-site'] as const;

/** A request, as far as it says who is at the other end. */
export interface Caller {
  /** Address at the other end, and the one that was connected to. */
  readonly remoteAddress: string | undefined;
  readonly localAddress: string | undefined;
  readonly localPort: number | undefined;
  /** As Node gives them: one value for each time that the header was sent. */
  readonly hosts: readonly string[];
  readonly headers: IncomingHttpHeaders;
}

/**
 * Says why a caller is refused, or undefined when it is a program of this machine that knows whom it asks.
 *
 * The name in the Host header must be one of the listener itself: a page whose name was made to point to this machine (DNS
 * rebinding) sends its own.
 */
export function refusalOf(caller: Caller): string | undefined {
  const { remoteAddress, localAddress, localPort, hosts, headers } = caller;
  if (!isOfThisMachine(remoteAddress, localAddress)) return 'Only programs of this machine are answered.';
  const [host, ...others] = hosts;
  if (host === undefined || others.length > 0 || !isOwnName(host, localPort)) {
    return 'The Host header must name this listener, by its address or as localhost.';
  }
  const proxied = Object.keys(headers).find(name => PROXY_HEADERS.has(name) || name.startsWith(PROXY_PREFIX));
  if (proxied !== undefined) return `The request came through a proxy: it has the header ${proxied}.`;
  const browsed = BROWSER_HEADERS.find(name => headers[name] !== undefined);
  if (browsed !== undefined) return `Browsers are not answered: the request has the header ${browsed}.`;
  return undefined;
}

/** A connection between two machines never has the same address, of this one, at both ends. */
function isOfThisMachine(remote: string | undefined, local: string | undefined): boolean {
  return remote !== undefined && (remote === local || isLoopback(hostnameOf(remote)));
}

function hostnameOf(address: string): string {
  if (!isIPv6(address)) return address;
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : `[${address}]`;
}

function isOwnName(host: string, port: number | undefined): boolean {
  const url = URL.parse(`http://${host}`);
  // A URL is read leniently; what it reads must be what was written.
  if (url === null || url.host !== host.toLowerCase().replace(/:80$/, '')) return false;
  // Packets to the well-known address may be redirected to this port.
  if (url.hostname === METADATA_ADDRESS && url.port === '') return true;
  const named = url.port === '' ? 80 : Number(url.port);
  return named === port && (isLoopback(url.hostname) || url.hostname === METADATA_ADDRESS);
}
