import type { Network } from './address.ts';

const GROUPS = 8;

/**
 * Whether bits of an address lie beyond the prefix of its network: two readers would take `10.0.0.1/8` for different things.
 *
 * @returns true also for the spelling of IPv6 that ends in dots, which no network needs
 */
export function hasHostBits({ address, prefix }: Network): boolean {
  const isIpv4 = !address.includes(':');
  const bits = isIpv4 ? 32 : 128;
  if (prefix === bits) return false;
  if (!isIpv4 && address.includes('.')) return true;
  const number = isIpv4 ? numberOf(address.split('.'), 8n, '') : numberOf(groupsOf(address), 16n, '0x');
  return BigInt.asUintN(bits - prefix, number) !== 0n;
}

function numberOf(parts: readonly string[], width: bigint, radix: '' | '0x'): bigint {
  return parts.reduce((number, part) => (number << width) + BigInt(radix + part), 0n);
}

/** The eight groups of a canonical IPv6 address. */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail = []] = address
    .split('::')
    .map(half => half.split(':').filter(group => group !== ''));
  return [...head, ...Array.from({ length: GROUPS - head.length - tail.length }, () => '0'), ...tail];
}
