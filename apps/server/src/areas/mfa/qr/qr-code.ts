import { encode } from './codewords.ts';
import { formatBits, formatPlaces, type Grid, type Module, type Patterns, patternsOf } from './patterns.ts';
import { penaltyOf } from './penalty.ts';
import type { Version } from './versions.ts';

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

/**
 * Draws a text as a QR code in byte mode with the error correction level M, which lets 15 per cent of it be unreadable.
 *
 * @param text at most 287 bytes of UTF-8
 * @returns rows of modules, true for dark, without the quiet zone around them
 * @throws RangeError for a longer text
 */
export function qrCode(text: string): Grid {
  const { version, codewords } = encode(text);
  const patterns = patternsOf(version);
  const bits = codewords.flatMap(byte =>
    Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1) === 1),
  );
  const placed = placeBits(version, patterns, bits);
  const candidates = masks.map((_, mask) => masked(version, patterns, placed, mask));
  const scored = candidates.map(grid => ({ grid, score: penaltyOf(grid) }));
  return scored.reduce((best, each) => (each.score < best.score ? each : best)).grid;
}

/** Which bit stands where: two columns at a time from the right, up and down by turns (ISO/IEC 18004, 7.7.3). */
function placeBits(
  { size }: Version,
  patterns: Patterns,
  bits: readonly boolean[],
): ReadonlyMap<number, Module> {
  const placed = new Map<number, Module>();
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The vertical timing pattern takes a column for itself.
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUpward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (patterns.at(row, column) !== undefined) continue;
        placed.set(row * size + column, bits[placed.size] ?? false);
      }
    }
    isUpward = !isUpward;
  }
  return placed;
}

function masked(
  { size }: Version,
  patterns: Patterns,
  placed: ReadonlyMap<number, Module>,
  mask: number,
): Grid {
  const turns = masks[mask];
  const format = formatModules(size, mask);
  const moduleAt = (row: number, column: number): Module => {
    const place = row * size + column;
    return (
      format.get(place) ?? patterns.at(row, column) ?? (placed.get(place) === true) !== turns?.(row, column)
    );
  };
  const along = Array.from({ length: size }, (_, at) => at);
  return along.map(row => along.map(column => moduleAt(row, column)));
}

function formatModules(size: number, mask: number): ReadonlyMap<number, Module> {
  const bits = formatBits(mask);
  const copies = formatPlaces(size).map(places =>
    places.map(([row, column], bit) => [row * size + column, ((bits >> bit) & 1) === 1] as const),
  );
  return new Map(copies.flat());
}
