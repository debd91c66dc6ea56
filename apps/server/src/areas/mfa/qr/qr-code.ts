import { encode } from './codewords.ts';
import { DARK, FREE, formatBits, formatPlaces, type Modules, patternsOf } from './patterns.ts';
import { penaltyOf } from './penalty.ts';
import type { Version } from './versions.ts';

/** Rows of modules, true for dark. */
export type Grid = readonly (readonly boolean[])[];

/** Whether a mask turns a module over (ISO/IEC 18004, table 10). */
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  row => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Every mask repeats itself after so many rows and columns, so that it is worked out once for a square of them. */
const PERIOD = 12;
const squares: readonly Modules[] = masks.map(turns =>
  Uint8Array.from({ length: PERIOD ** 2 }, (_, at) => (turns(Math.floor(at / PERIOD), at % PERIOD) ? 1 : 0)),
);

/**
 * Draws a text as a QR code in byte mode with the error correction level M, which lets 15 per cent of it be unreadable.
 *
 * @param text at most 287 bytes of UTF-8
 * @returns the code without the quiet zone around it
 * @throws RangeError for a longer text
 */
export function qrCode(text: string): Grid {
  const { version, codewords } = encode(text);
  const patterns = patternsOf(version);
  const placed = placeBits(version, patterns, codewords);
  const candidates = squares.map((square, mask) => masked(version, patterns, placed, { mask, square }));
  const scored = candidates.map(modules => ({ modules, score: penaltyOf(modules, version.size) }));
  return gridOf(scored.reduce((best, each) => (each.score < best.score ? each : best)).modules, version);
}

/** Which bit stands where: two columns at a time from the right, up and down by turns (ISO/IEC 18004, 7.7.3). */
function placeBits({ size }: Version, patterns: Modules, codewords: readonly number[]): Modules {
  const placed = patterns.slice();
  let bit = 0;
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The vertical timing pattern takes a column for itself.
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row: number = isUpward ? size - 1 - step : step;
      for (let column = right; column >= right - 1; column -= 1) {
        const place = row * size + column;
        if (patterns[place] !== FREE) continue;
        // The last places have no bit left, and stay light until they are masked.
        placed[place] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
    isUpward = !isUpward;
  }
  return placed;
}

function masked(
  { size }: Version,
  patterns: Modules,
  placed: Modules,
  { mask, square }: { readonly mask: number; readonly square: Modules },
): Modules {
  const modules = placed.slice();
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const place = row * size + column;
      if (patterns[place] !== FREE) continue;
      const turn = square[(row % PERIOD) * PERIOD + (column % PERIOD)] ?? 0;
      modules[place] = (placed[place] ?? 0) ^ turn;
    }
  }
  const bits = formatBits(mask);
  for (const copy of formatPlaces(size)) {
    for (const [bit, [row, column]] of copy.entries()) modules[row * size + column] = (bits >> bit) & 1;
  }
  return modules;
}

function gridOf(modules: Modules, { size }: Version): Grid {
  return Array.from({ length: size }, (_, row) =>
    Array.from(modules.subarray(row * size, (row + 1) * size), module => module === DARK),
  );
}
