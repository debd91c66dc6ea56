/** What an address is to the machine that would connect to it. */
import { isIPv4, isIPv6 } from 'node:net';
import { addressSet, canonicalAddress, parseNetwork } from '@wardenry/forwarded';

/**
 * `public` for what the whole Internet reaches. `internal` for loopback, private networks and the addresses that providers
 * share among their customers: the operator may open them by the name of a host. `special` for everything else: link-local
 * addresses, where clouds hand out credentials, multicast, and forms that hide an IPv4 address in an IPv6 one.
 */
export type AddressKind = 'public' | 'internal' | 'special';

/** An address in one spelling, with what it is. */
export interface JudgedAddress {
  readonly address: string;
  readonly kind: AddressKind;
}

/** IPv4 that is not the Internet's (IANA IPv4 Special-Purpose Address Registry, RFC 6890). */
const internalIpv4 = networks(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '100.64.0.0/10',
);
const specialIpv4 = networks(
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
);

/**
 * IPv6 has one block for the Internet; of it some networks are for documentation, or lead to IPv4 addresses that they hold
 * (6to4, Teredo). NAT64, IPv4-mapped and IPv4-compatible addresses lie outside it.
 */
const globalIpv6 = networks('2000::/3');
const specialIpv6 = networks('2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20');
const internalIpv6 = networks('fc00::/7', '::1/128');

/**
 * Where clouds hand out credentials of the machine itself, or of what runs on it; some lie in networks that are otherwise
 * internal, and one in a network that is otherwise the Internet's.
 */
const metadata = networks(
  '100.100.100.200/32',
  '168.63.129.16/32',
  '169.254.169.254/32',
  '169.254.170.2/32',
  '169.254.170.23/32',
  '192.0.0.192/32',
  'fd00:c1::a9fe:a9fe/128',
  'fd00:ec2::23/128',
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
);

/**
 * Judges an address that a name led to (spec: security Q23).
 *
 * @param text an address as the system's resolver writes it
 * @returns undefined when it is none; IPv4-mapped IPv6 is `special`, whatever it holds
 */
export function judgeAddress(text: string): JudgedAddress | undefined {
  const address = canonicalAddress(text);
  if (address === undefined) return undefined;
  return { address, kind: kindOf(address, isIPv6(text)) };
}

/** Whether an address is one at which a cloud hands out credentials. */
export function isMetadataAddress(address: string): boolean {
  return metadata(address);
}

function kindOf(address: string, wasIpv6: boolean): AddressKind {
  if (metadata(address)) return 'special';
  if (isIPv4(address)) {
    if (wasIpv6 || specialIpv4(address)) return 'special';
    return internalIpv4(address) ? 'internal' : 'public';
  }
  if (internalIpv6(address)) return 'internal';
  return globalIpv6(address) && !specialIpv6(address) ? 'public' : 'special';
}

function networks(...texts: readonly string[]): (address: string) => boolean {
  return addressSet(
    texts.map(text => {
      const network = parseNetwork(text);
      if (network === undefined) throw new TypeError(`${text} is no network`);
      return network;
    }),
  );
}
