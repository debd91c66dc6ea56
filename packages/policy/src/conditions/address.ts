import { skipDigits } from './decimal.ts';

/** An IP address as groups of 16 bits: two for IPv4, eight for IPv6. */
export type Address = readonly number[];

/** A block of addresses. Its groups have the bits of the host already masked off. */
export interface AddressBlock {
  readonly groups: Address;
  /** The bits that count, group by group. */
  readonly masks: Address;
}

const IPV6_GROUPS = 8;
const GROUP_BITS = 16;

/** No spelling of an address is longer: eight groups, the last two of them as an IPv4 address. */
const LONGEST_ADDRESS = 45;

/** Groups before the IPv4 address in an IPv4-mapped IPv6 address (RFC 4291, 2.5.5.2). */
const MAPPED_PREFIX: Address = [0, 0, 0, 0, 0, 0xffff];

/**
 * Reads an IPv4 address in dotted decimal without leading zeros, or an IPv6 address (RFC 4291, 2.2) without a
 * zone id. An IPv4-mapped IPv6 address is its IPv4 address. `undefined` for anything else (spec: policy 3.2).
 */
export function parseAddress(text: string): Address | undefined {
  const groups = parseGroups(text);
  return groups !== undefined && isMapped(groups) ? groups.slice(MAPPED_PREFIX.length) : groups;
}

/**
 * Reads a block `<address>/<bits>`, or a single address, which is a block of one. Bits of the host may be set;
 * they do not count. `undefined` for anything else.
 */
export function parseAddressBlock(text: string): AddressBlock | undefined {
  const slash = text.indexOf('/');
  const groups = parseGroups(slash < 0 ? text : text.slice(0, slash));
  if (groups === undefined) return undefined;
  const bits = groups.length * GROUP_BITS;
  const prefix = slash < 0 ? bits : parsePrefix(text.slice(slash + 1), bits);
  if (prefix === undefined) return undefined;
  const mappedBits = MAPPED_PREFIX.length * GROUP_BITS;
  return isMapped(groups) && prefix >= mappedBits
    ? maskBlock(groups.slice(MAPPED_PREFIX.length), prefix - mappedBits)
    : maskBlock(groups, prefix);
}

/** Whether the address lies in the block. An address of the other family never does. */
export function blockContains(block: AddressBlock, address: Address): boolean {
  if (block.groups.length !== address.length) return false;
  for (let index = 0; index < address.length; index++) {
    const group = (address[index] ?? 0) & (block.masks[index] ?? 0);
    if (group !== block.groups[index]) return false;
  }
  return true;
}

function maskBlock(groups: Address, prefix: number): AddressBlock {
  const masks = groups.map((_, index) => {
    const bits = Math.min(Math.max(prefix - index * GROUP_BITS, 0), GROUP_BITS);
    return (0xffff << (GROUP_BITS - bits)) & 0xffff;
  });
  return { groups: groups.map((group, index) => group & (masks[index] ?? 0)), masks };
}

function parsePrefix(text: string, most: number): number | undefined {
  const value = parseSmallNumber(text);
  return value !== undefined && value <= most ? value : undefined;
}

function isMapped(groups: Address): boolean {
  return groups.length === IPV6_GROUPS && MAPPED_PREFIX.every((group, index) => groups[index] === group);
}

function parseGroups(text: string): Address | undefined {
  if (text.length > LONGEST_ADDRESS) return undefined;
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const [first, second, third, fourth, ...more] = text.split('.').map(parseOctet);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return undefined;
  return more.length === 0 ? [first * 256 + second, third * 256 + fourth] : undefined;
}

function parseIpv6(text: string): Address | undefined {
  const [before = '', after, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const head = parseIpv6Groups(before, after === undefined);
  if (after === undefined) return head?.length === IPV6_GROUPS ? head : undefined;
  const tail = parseIpv6Groups(after, true);
  if (head === undefined || tail === undefined) return undefined;
  const omitted = IPV6_GROUPS - head.length - tail.length;
  return omitted > 0 ? [...head, ...Array<number>(omitted).fill(0), ...tail] : undefined;
}

/** Groups separated by single colons, none for an empty text. The last may be an IPv4 address if it ends the whole. */
function parseIpv6Groups(text: string, endsAddress: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const parsed = isLast && endsAddress && part.includes('.') ? parseIpv4(part) : parseHexGroup(part);
    if (parsed === undefined) return undefined;
    groups.push(...parsed);
  }
  return groups;
}

function parseHexGroup(text: string): [number] | undefined {
  if (text.length < 1 || text.length > 4) return undefined;
  for (let at = 0; at < text.length; at++) {
    if (!'0123456789abcdefABCDEF'.includes(text.charAt(at))) return undefined;
  }
  return [Number.parseInt(text, 16)];
}

function parseOctet(text: string): number | undefined {
  const value = parseSmallNumber(text);
  return value !== undefined && value <= 255 ? value : undefined;
}

/** A number of one to three digits without leading zeros. */
function parseSmallNumber(text: string): number | undefined {
  if (text.length < 1 || text.length > 3 || skipDigits(text, 0) !== text.length) return undefined;
  return text.length > 1 && text.startsWith('0') ? undefined : Number(text);
}
