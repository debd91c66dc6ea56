/** What stands in every QR code of a version, whatever its text: finders, timing, alignment, version, and the places for the format (ISO/IEC 18004, 6.3, 7.9, 7.10). */
import type { Version } from './versions.ts';

/** The modules of a code, row by row. */
export type Modules = Uint8Array<ArrayBuffer>;
const LIGHT = 0;
export const DARK = 1;
/** Where data goes. */
export const FREE = 2;

/** A place in a code. */
type Place = readonly [row: number, column: number];

/** Draws what does not depend on the text; places of the format are light until the mask is known. */
export function patternsOf(version: Version): Modules {
  const { size } = version;
  const fixed = new Uint8Array(size * size).fill(FREE);
  const set = ([row, column]: Place, isDark: boolean) => {
    const isInside = row >= 0 && column >= 0 && row < size && column < size;
    if (isInside) fixed[row * size + column] = isDark ? DARK : LIGHT;
  };
  for (let at = 0; at < size; at += 1) {
    set([6, at], at % 2 === 0);
    set([at, 6], at % 2 === 0);
  }
  for (const centre of alignmentCentres(version)) drawRings(set, centre, 2, [0, 2]);
  // The light ring around a finder reaches over the edge of the code, where nothing is drawn.
  const corners: readonly Place[] = [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ];
  for (const centre of corners) drawRings(set, centre, 4, [0, 1, 3]);
  for (const place of formatPlaces(size).flat()) set(place, false);
  set([size - 8, 8], true);
  for (const [place, dark] of versionModules(version)) set(place, dark);
  return fixed;
}

/** All crossings but the three where a finder stands. */
function alignmentCentres({ alignment, size }: Version): Place[] {
  const isNear = (at: number) => at === 6;
  const isFar = (at: number) => at === size - 7;
  const crossings = alignment.flatMap(row => alignment.map((column): Place => [row, column]));
  return crossings.filter(([row, column]) => {
    const isOnCorner = (isNear(row) || isFar(row)) && (isNear(column) || isFar(column));
    return !isOnCorner || (isFar(row) && isFar(column));
  });
}

/** Draws squares around a centre: rings at some distances are dark, the others light. */
function drawRings(
  set: (place: Place, isDark: boolean) => void,
  [row, column]: Place,
  reach: number,
  dark: readonly number[],
): void {
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      set([row + y, column + x], dark.includes(Math.max(Math.abs(x), Math.abs(y))));
    }
  }
}

/** The two copies of the format, from its lowest bit on. */
export function formatPlaces(size: number): readonly [Place[], Place[]] {
  const along = [0, 1, 2, 3, 4, 5, 7, 8];
  const down: Place[] = along.map(row => [row, 8]);
  const back: Place[] = [7, 5, 4, 3, 2, 1, 0].map(column => [8, column]);
  const right: Place[] = Array.from({ length: 8 }, (_, bit) => [8, size - 1 - bit]);
  const bottom: Place[] = Array.from({ length: 7 }, (_, bit) => [size - 7 + bit, 8]);
  return [
    [...down, ...back],
    [...right, ...bottom],
  ];
}

/** The version information of the larger versions, in its two places. */
function versionModules({ number, size }: Version): (readonly [Place, boolean])[] {
  if (number < 7) return [];
  const bits = (number << 12) | remainderOf(number << 12, VERSION_GENERATOR);
  return Array.from({ length: 18 }, (_, bit) => bit).flatMap(bit => {
    const [near, far] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
    const dark = ((bits >> bit) & 1) === 1;
    return [
      [[near, far], dark],
      [[far, near], dark],
    ] as const;
  });
}

const VERSION_GENERATOR = 0b1_1111_0010_0101;
const FORMAT_GENERATOR = 0b101_0011_0111;
/** Keeps a format from being all light. */
const FORMAT_MASK = 0b101_0100_0001_0010;

/** The format of the level M, whose two bits are zero, and a mask, with its check bits. */
export function formatBits(mask: number): number {
  return ((mask << 10) | remainderOf(mask << 10, FORMAT_GENERATOR)) ^ FORMAT_MASK;
}

/** The remainder of a division of polynomials over two elements. */
function remainderOf(dividend: number, generator: number): number {
  const degree = 31 - Math.clz32(generator);
  let rest = dividend;
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit -= 1) {
    if (((rest >> bit) & 1) === 1) rest ^= generator << (bit - degree);
  }
  return rest;
}
