/** Who may be reached although its address is not public: hosts, addresses and networks, as the settings name them. */
import { isIPv4 } from 'node:net';
import { canonicalAddress, hasHostBits, type Network, parseNetwork } from '@wardenry/forwarded';

/** A host by the name that URLs use, wherever inside it leads; or whatever has an address of a network. */
export type Destination = (
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'network'; readonly network: Network }
) & {
  /** Absent for every port. */
  readonly port?: number;
};

const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/**
 * Reads `host`, `host:port`, an address with or without a port (IPv6 in brackets then), or a network in CIDR notation.
 *
 * @returns undefined when the text is nothing of the kind; wildcards and networks with bits beyond their prefix are not
 */
export function parseDestination(text: string): Destination | undefined {
  const network = parseNetwork(text);
  if (network !== undefined) return hasHostBits(network) ? undefined : { kind: 'network', network };
  const colon = text.lastIndexOf(':');
  const hasPort = colon > text.lastIndexOf(']');
  const host = hostOf(hasPort ? text.slice(0, colon) : text);
  if (host === undefined) return undefined;
  if (!hasPort) return host;
  const port = portOf(text.slice(colon + 1));
  return port === undefined ? undefined : { ...host, port };
}

/** A destination as the text that reads back as it. */
export function showDestination(destination: Destination): string {
  const { port } = destination;
  const behind = port === undefined ? '' : `:${port}`;
  if (destination.kind === 'host') return `${destination.host}${behind}`;
  const { address, prefix } = destination.network;
  const isIpv4 = isIPv4(address);
  if (prefix !== (isIpv4 ? 32 : 128)) return `${address}/${prefix}`;
  return port === undefined || isIpv4 ? `${address}${behind}` : `[${address}]${behind}`;
}

function hostOf(text: string): Destination | undefined {
  const bracketed = text.startsWith('[') && text.endsWith(']');
  const address = canonicalAddress(bracketed ? text.slice(1, -1) : text);
  if (address !== undefined) {
    const network = parseNetwork(address);
    return network !== undefined && bracketed === !isIPv4(address) ? { kind: 'network', network } : undefined;
  }
  const host = text.toLowerCase();
  return isHostName(host) ? { kind: 'host', host } : undefined;
}

/** A name of ASCII labels, whose last is no number: URLs take such a name for an address (WHATWG URL 3.5). */
function isHostName(name: string): boolean {
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  return name.length <= LONGEST_NAME && labels.every(isLabel) && !isDigit(last.charCodeAt(0));
}

function isLabel(label: string): boolean {
  if (label === '' || label.length > LONGEST_LABEL || label.startsWith('-') || label.endsWith('-'))
    return false;
  for (let at = 0; at < label.length; at += 1) {
    const unit = label.charCodeAt(at);
    const isLetter = unit >= 0x61 && unit <= 0x7a;
    if (!isLetter && !isDigit(unit) && unit !== 0x2d && unit !== 0x5f) return false;
  }
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function portOf(text: string): number | undefined {
  if (text.length === 0 || text.length > 5) return undefined;
  for (let at = 0; at < text.length; at += 1) if (!isDigit(text.charCodeAt(at))) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}
