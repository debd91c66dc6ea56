import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';

const MAPPED = '::ffff:';

/**
 * Spells an address in its one canonical way (RFC 5952; IPv4-mapped IPv6 as IPv4), without the zone of a link-local one.
 *
 * @returns undefined for anything that is no address, loose spellings included
 */
export function canonicalAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  if (isIP(text) !== 6) return undefined;
  const [plain = ''] = text.split('%');
  const { address } = new SocketAddress({ address: plain, family: 'ipv6' });
  const inner = address.startsWith(MAPPED) ? address.slice(MAPPED.length) : '';
  return isIPv4(inner) ? inner : address;
}

/** Whether an address never leaves its machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}

/**
 * Makes a set of addresses and networks.
 *
 * @param networks such as `192.0.2.1` or `10.0.0.0/8`
 * @returns whether a canonical address lies in one of them
 * @throws TypeError when one cannot be read
 */
export function addressSet(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [written = '', prefix, ...excess] = network.split('/');
    const address = canonicalAddress(written);
    const bits = address !== undefined && isIPv4(address) ? 32 : 128;
    const length = prefix === undefined ? bits : Number(prefix);
    const readable = address !== undefined && prefix !== '' && excess.length === 0 && !written.includes('%');
    if (!readable || !Number.isInteger(length) || length < 0 || length > bits) {
      throw new TypeError(`${network} is no address and no network such as 10.0.0.0/8.`);
    }
    list.addSubnet(address, length, familyOf(address));
  }
  return address => list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
