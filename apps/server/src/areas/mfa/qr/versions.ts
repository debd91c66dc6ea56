/** Sizes of QR codes: how large each version is and how much it holds at the level M (ISO/IEC 18004, 7.1, tables 1 and 9). */

/** One size of QR code. */
export interface Version {
  /** Counts from 1. */
  readonly number: number;
  /** Modules of one side. */
  readonly size: number;
  /** Blocks that the data is divided into. */
  readonly blocks: number;
  /** Codewords that protect each block. */
  readonly correctionPerBlock: number;
  /** Bytes of data of all blocks. */
  readonly dataCodewords: number;
  /** Where the centres of alignment patterns stand, on either axis. */
  readonly alignment: readonly number[];
}

/** Correction codewords per block and number of blocks at the level M, from version 1 on. */
const levelM: readonly (readonly [correction: number, blocks: number])[] = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
  [30, 5],
  [22, 8],
];

/** The versions that are offered; the largest holds 287 bytes of text. */
export const versions: readonly Version[] = levelM.map(([correctionPerBlock, blocks], index) => {
  const number = index + 1;
  const size = 17 + 4 * number;
  const alignment = alignmentOf(number, size);
  const dataCodewords = Math.floor(dataModules(size, alignment) / 8) - correctionPerBlock * blocks;
  return { number, size, blocks, correctionPerBlock, dataCodewords, alignment };
});

/** Evenly spread between the timing pattern and the far edge. */
function alignmentOf(version: number, size: number): number[] {
  if (version === 1) return [];
  const [first, last] = [6, size - 7];
  const intervals = Math.floor(version / 7) + 1;
  // Steps are even, so that patterns fall into step with the timing pattern.
  const step = 2 * Math.ceil((last - first) / (2 * intervals));
  const others = Array.from({ length: intervals }, (_, index) => last - index * step);
  return [first, ...others.reverse()];
}

/** Modules that no pattern and no format or version information stands on. */
function dataModules(size: number, alignment: readonly number[]): number {
  const findersWithFormat = 3 * 64 + 31;
  const timing = 2 * (size - 16);
  // The three corners with finders have no alignment pattern; those on a timing pattern share 5 modules with it.
  const patterns = alignment.length === 0 ? 0 : alignment.length ** 2 - 3;
  const onTiming = alignment.length === 0 ? 0 : 2 * (alignment.length - 2);
  const versionInformation = size >= 45 ? 36 : 0;
  return size ** 2 - findersWithFormat - timing - 25 * patterns + 5 * onTiming - versionInformation;
}
