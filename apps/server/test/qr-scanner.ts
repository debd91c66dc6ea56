/**
 * Reads QR codes of the level M in byte mode, module by module, after the tables of ISO/IEC 18004 instead of the formulas
 * that draw them. It corrects nothing: it says whether anything would have to be corrected.
 */
import type { Grid } from '../src/areas/mfa/qr/qr-code.ts';

/** Table E.1: centres of alignment patterns, from version 1 on. */
const CENTRES = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
];

/** Table 9: bytes of data in each block, and codewords that protect it. */
const BLOCKS: readonly (readonly [data: readonly number[], correction: number])[] = [
  [[16], 10],
  [[28], 16],
  [[44], 26],
  [[32, 32], 18],
  [[43, 43], 24],
  [[27, 27, 27, 27], 16],
  [[31, 31, 31, 31], 18],
  [[38, 38, 39, 39], 22],
  [[36, 36, 36, 37, 37], 22],
  [[43, 43, 43, 43, 44], 26],
  [[50, 51, 51, 51, 51], 30],
  [[36, 36, 36, 36, 36, 36, 37, 37], 22],
];

/** What a scanner makes of a code. */
export interface Scanned {
  readonly text: string;
  /** Whether every block passes its check without correction, and both formats agree. */
  readonly intact: boolean;
}

/** @throws Error for a code of another level, mode or size */
export function readQrCode(grid: Grid): Scanned {
  const version = (grid.length - 17) / 4;
  const [lengths, correction] = BLOCKS[version - 1] ?? [[], 0];
  const { mask, formatsAgree } = formatOf(grid);
  const bytes = bytesOf(grid, version, mask);
  const blocks = deinterleaved(bytes, lengths, correction);
  const data = blocks.flatMap((block, index) => block.slice(0, lengths[index]));
  return {
    text: textOf(data, version),
    intact: formatsAgree && blocks.every(block => hasNoError(block, correction)),
  };
}

function isDark(grid: Grid, row: number, column: number): boolean {
  return grid[row]?.[column] === true;
}

function formatOf(grid: Grid): { readonly mask: number; readonly formatsAgree: boolean } {
  const last = grid.length - 1;
  const near = [...[0, 1, 2, 3, 4, 5, 7].map(c => [8, c]), ...[8, 7, 5, 4, 3, 2, 1, 0].map(r => [r, 8])];
  const far = [
    ...[0, 1, 2, 3, 4, 5, 6].map(r => [last - r, 8]),
    ...[7, 6, 5, 4, 3, 2, 1, 0].map(c => [8, last - c]),
  ];
  const [one, other] = [near, far].map(places =>
    places.map(([row = 0, column = 0]) => (isDark(grid, row, column) ? '1' : '0')).join(''),
  );
  const format = Number.parseInt(one ?? '', 2) ^ 0b101_0100_0001_0010;
  if (format >> 13 !== 0) throw new Error('the code is not of the level M');
  return { mask: (format >> 10) & 7, formatsAgree: one === other };
}

/** Whether a place is taken by something that holds no data. */
function isTaken(version: number, row: number, column: number): boolean {
  const size = 17 + 4 * version;
  const [fromRight, fromBottom] = [size - 1 - column, size - 1 - row];
  if (row === 6 || column === 6) return true;
  if ((row <= 8 && column <= 8) || (row <= 8 && fromRight <= 7) || (fromBottom <= 7 && column <= 8))
    return true;
  if (version >= 7 && ((row <= 5 && fromRight <= 10) || (column <= 5 && fromBottom <= 10))) return true;
  const centres = CENTRES[version - 1] ?? [];
  const last = centres.at(-1);
  return centres.some(y =>
    centres.some(x => {
      const isFinder = (y === 6 && (x === 6 || x === last)) || (x === 6 && y === last);
      return !isFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
    }),
  );
}

function isTurned(mask: number, i: number, j: number): boolean {
  switch (mask) {
    case 0:
      return (i + j) % 2 === 0;
    case 1:
      return i % 2 === 0;
    case 2:
      return j % 3 === 0;
    case 3:
      return (i + j) % 3 === 0;
    case 4:
      return (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0;
    case 5:
      return ((i * j) % 2) + ((i * j) % 3) === 0;
    case 6:
      return (((i * j) % 2) + ((i * j) % 3)) % 2 === 0;
    default:
      return (((i * j) % 3) + ((i + j) % 2)) % 2 === 0;
  }
}

function bytesOf(grid: Grid, version: number, mask: number): number[] {
  const size = grid.length;
  const pairs = Array.from({ length: (size - 1) / 2 }, (_, pair) => size - 1 - 2 * pair).map(right =>
    right <= 6 ? right - 1 : right,
  );
  const bits = pairs.flatMap((right, pair) =>
    Array.from({ length: size }, (_, step) => (pair % 2 === 0 ? size - 1 - step : step)).flatMap(row =>
      [right, right - 1]
        .filter(column => !isTaken(version, row, column))
        .map(column => (isDark(grid, row, column) !== isTurned(mask, row, column) ? '1' : '0')),
    ),
  );
  const all = bits.join('');
  return Array.from({ length: Math.floor(all.length / 8) }, (_, at) =>
    Number.parseInt(all.slice(8 * at, 8 * at + 8), 2),
  );
}

function deinterleaved(bytes: readonly number[], lengths: readonly number[], correction: number): number[][] {
  const blocks: number[][] = lengths.map(() => []);
  const rest = [...bytes];
  for (let at = 0; at < Math.max(...lengths); at += 1) {
    for (const [index, length] of lengths.entries()) {
      if (at < length) blocks[index]?.push(rest.shift() ?? 0);
    }
  }
  for (let at = 0; at < correction; at += 1) for (const block of blocks) block.push(rest.shift() ?? 0);
  return blocks;
}

/** A block is a multiple of its generator: it is zero at as many powers of 2 as there are check codewords. */
function hasNoError(block: readonly number[], correction: number): boolean {
  const powers = Array.from({ length: correction }, (_, exponent) => powerOfTwo(exponent));
  return powers.every(x => block.reduce((value, byte) => times(value, x) ^ byte, 0) === 0);
}

function powerOfTwo(exponent: number): number {
  return exponent === 0 ? 1 : times(powerOfTwo(exponent - 1), 2);
}

/** Multiplication in the field of 256 elements, bit by bit. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if (((b >> bit) & 1) === 1) product ^= a;
  }
  return product;
}

function textOf(data: readonly number[], version: number): string {
  const bits = data.map(byte => byte.toString(2).padStart(8, '0')).join('');
  if (!bits.startsWith('0100')) throw new Error('the code is not in byte mode');
  const start = 4 + (version < 10 ? 8 : 16);
  const length = Number.parseInt(bits.slice(4, start), 2);
  const bytes = Array.from({ length }, (_, at) =>
    Number.parseInt(bits.slice(start + 8 * at, start + 8 * at + 8), 2),
  );
  return Buffer.from(bytes).toString('utf8');
}
