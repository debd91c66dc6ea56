/** Network addresses in one spelling, so that they can be compared as texts. */
import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';
import { isNumber } from './digits.ts';

const MAPPED = '::ffff:';

/**
 * Spells an address in its one canonical way: IPv4 dotted, IPv6 as RFC 5952 has it, IPv4-mapped IPv6 as IPv4. The zone of
 * a link-local address is cut off: it names an interface of this machine, not the peer.
 *
 * @param text what should be an address, without port and brackets
 * @returns undefined when it is none; octal, shortened and other loose spellings are none
 */
export function canonicalAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  if (isIP(text) !== 6) return undefined;
  const zone = text.indexOf('%');
  const plain = zone < 0 ? text : text.slice(0, zone);
  const { address } = new SocketAddress({ address: plain, family: 'ipv6' });
  return address.startsWith(MAPPED) && isIPv4(address.slice(MAPPED.length))
    ? address.slice(MAPPED.length)
    : address;
}

/**
 * Whether an address never leaves the machine.
 *
 * @param address canonical text
 */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (address.startsWith('127.') && isIPv4(address));
}

/** One address or network of a list. */
export interface Network {
  /** Canonical address. */
  readonly address: string;
  /** Leading bits that count: 32 or 128 for one address. */
  readonly prefix: number;
}

/**
 * Reads an address or a network in CIDR notation, e.g. `10.0.0.0/8`.
 *
 * @returns undefined when it is neither; a network of IPv4-mapped addresses is to be written as IPv4
 */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf('/');
  const address = canonicalAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined || text.includes('%')) return undefined;
  const bits = isIPv4(address) ? 32 : 128;
  if (slash < 0) return { address, prefix: bits };
  const wasMapped = bits === 32 && text.includes(':');
  const length = text.slice(slash + 1);
  const prefix = Number(length);
  const isPrefix = isNumber(length) && String(prefix) === length && prefix <= bits;
  return isPrefix && !wasMapped ? { address, prefix } : undefined;
}

/**
 * Makes a set of networks that can be asked for an address.
 *
 * @returns whether a canonical address lies in one of the networks
 */
export function addressSet(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList();
  for (const { address, prefix } of networks) list.addSubnet(address, prefix, familyOf(address));
  return address => list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
