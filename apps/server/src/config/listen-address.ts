/** `address:port`, as listeners are named in settings. */
import { isIPv4 } from 'node:net';
import { canonicalAddress } from '@wardenry/forwarded';

/** Where a listener listens. */
export interface ListenAddress {
  /** Canonical address; never a name. */
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
}

/**
 * Reads `address:port`, an IPv6 address in brackets; `localhost` stands for 127.0.0.1.
 *
 * @returns undefined when the text is nothing of the kind
 */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const colon = text.lastIndexOf(':');
  if (colon <= 0) return undefined;
  const port = portOf(text.slice(colon + 1));
  const host = hostOf(text.slice(0, colon));
  return port === undefined || host === undefined ? undefined : { host, port };
}

function hostOf(text: string): string | undefined {
  if (text === 'localhost') return '127.0.0.1';
  const bracketed = text.startsWith('[') && text.endsWith(']');
  const address = canonicalAddress(bracketed ? text.slice(1, -1) : text);
  return address !== undefined && bracketed === !isIPv4(address) ? address : undefined;
}

function portOf(text: string): number | undefined {
  if (text.length === 0 || text.length > 5) return undefined;
  for (const mark of text) if (mark < '0' || mark > '9') return undefined;
  const port = Number(text);
  return port <= 65_535 ? port : undefined;
}

/** `127.0.0.1:8440`, `[::1]:8440`: how an address stands in settings, URLs and messages. */
export function showListenAddress({ host, port }: ListenAddress): string {
  return `${hostInUrl(host)}:${port}`;
}

/** An address as it stands in a URL: IPv6 in brackets. */
function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
