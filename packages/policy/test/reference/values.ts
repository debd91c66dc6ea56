import { isIP } from 'node:net';

/** An exact number: `digits` divided by ten as often as there are decimals. */
export interface Exact {
  readonly digits: bigint;
  readonly decimals: number;
}

/** A block of addresses of one family: those whose first bits are those of `bits`. */
export interface Block {
  readonly family: 4 | 6;
  readonly bits: bigint;
  readonly prefix: number;
}

/** A decimal number, `undefined` when the text is none (spec: policy 3.2). */
export function readNumber(text: string): Exact | undefined {
  const found = /^(-?[0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (found === null) return undefined;
  const [, whole = '', decimals = ''] = found;
  return { digits: BigInt(whole + decimals), decimals: decimals.length };
}

/** A point in time in seconds, `undefined` when the text is none or has no zone (spec: policy 3.2). */
export function readInstant(text: string): Exact | undefined {
  const found =
    /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, local = '', decimals = '', sign = '+', hours = '0', minutes = '0'] = found;
  const date = new Date(`${local}Z`);
  const isReal = !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(local);
  if (!isReal || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '+' ? 1 : -1);
  const seconds = BigInt(date.valueOf() / 1000 - ahead);
  const scale = 10n ** BigInt(decimals.length);
  return { digits: seconds * scale + BigInt(decimals || '0'), decimals: decimals.length };
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compareExact(left: Exact, right: Exact): -1 | 0 | 1 {
  const leftScaled = left.digits * 10n ** BigInt(right.decimals);
  const rightScaled = right.digits * 10n ** BigInt(left.decimals);
  if (leftScaled === rightScaled) return 0;
  return leftScaled < rightScaled ? -1 : 1;
}

/** `true` or `false` in any letter case, in lower case; `undefined` for anything else. */
export function readBoolean(text: string): string | undefined {
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : undefined;
}

/** A single address: a block of one (spec: policy 3.2). */
export function readAddress(text: string): Block | undefined {
  return text.includes('/') ? undefined : readBlock(text);
}

/** An address with or without `/<bits>`; `undefined` when the text is none (spec: policy 3.2). */
export function readBlock(text: string): Block | undefined {
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  if ((family !== 4 && family !== 6) || address.includes('%') || more.length > 0) return undefined;
  const width = family === 4 ? 32 : 128;
  if (length !== undefined && (!/^(0|[1-9][0-9]*)$/.test(length) || Number(length) > width)) return undefined;
  const prefix = length === undefined ? width : Number(length);
  const bits = family === 4 ? readIpv4(address) : readIpv6(address);
  const isMapped = family === 6 && prefix >= 96 && bits >> 32n === 0xffffn;
  return isMapped ? { family: 4, bits: bits & 0xffffffffn, prefix: prefix - 96 } : { family, bits, prefix };
}

/** Whether an address lies in a block. */
export function blockHolds(block: Block, address: Block): boolean {
  const hostBits = BigInt((block.family === 4 ? 32 : 128) - block.prefix);
  return block.family === address.family && block.bits >> hostBits === address.bits >> hostBits;
}

function readIpv4(address: string): bigint {
  return address.split('.').reduce((bits, part) => bits * 256n + BigInt(part), 0n);
}

function readIpv6(address: string): bigint {
  const hexadecimal = address.replace(/[0-9.]+\.[0-9]+$/, ipv4 => {
    const bits = readIpv4(ipv4);
    return `${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
  });
  const [head = [], tail = []] = hexadecimal.split('::').map(part => (part === '' ? [] : part.split(':')));
  const omitted = Array<string>(8 - head.length - tail.length).fill('0');
  const groups = [...head, ...omitted, ...tail];
  return groups.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n);
}
