import { hasHostBits, parseNetwork } from '@wardenry/forwarded';
import type { TextFormat } from '../../kernel/parameters.ts';

/** Blocks of one list (spec: domain 1.4). */
const MOST_MASKS = 40;

/** Addresses and blocks of IPv4 and IPv6 with semicolons between them (spec: domain 5.5). */
export const networkMasksFormat: TextFormat = {
  label: [
    `at most ${MOST_MASKS} IP addresses or CIDR blocks with semicolons between them, e.g. 192.168.0.0/16;10.0.0.0/8`,
    `以分号分隔的 IP 地址或 CIDR 网段，最多 ${MOST_MASKS} 个，例如 192.168.0.0/16;10.0.0.0/8`,
  ],
  accepts(text) {
    const masks = text.split(';');
    return masks.length <= MOST_MASKS && masks.every(isMask);
  },
};

/** An address or a block without bits beyond its prefix, as in network access policies of AccessKeys. */
function isMask(text: string): boolean {
  const network = parseNetwork(text);
  return network !== undefined && !hasHostBits(network);
}
