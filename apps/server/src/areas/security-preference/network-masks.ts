import { isIP } from 'node:net';
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

function isMask(text: string): boolean {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  // A zone names an interface of one machine and means nothing on another.
  const family = address.includes('%') ? 0 : isIP(address);
  return family !== 0 && (slash < 0 || isPrefix(text.slice(slash + 1), family === 4 ? 32 : 128));
}

/** A decimal number without leading zeros. */
function isPrefix(text: string, most: number): boolean {
  return text.length <= 3 && String(Number(text)) === text && Number(text) >= 0 && Number(text) <= most;
}
