/** From a text to the codewords of a QR code: byte mode, padded, protected and interleaved (ISO/IEC 18004, 7.4 to 7.6). */
import { correctionOf } from './reed-solomon.ts';
import { type Version, versions } from './versions.ts';

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11] as const;

/** What is to be drawn. */
export interface EncodedText {
  readonly version: Version;
  /** Bytes in the order in which they are drawn. */
  readonly codewords: readonly number[];
}

/**
 * Encodes a text in the smallest version that holds it.
 *
 * @throws RangeError for a text of more bytes than the largest version holds
 */
export function encode(text: string): EncodedText {
  const bytes = [...Buffer.from(text, 'utf8')];
  const version = versions.find(each => 4 + lengthBits(each) + 8 * bytes.length <= 8 * each.dataCodewords);
  if (version === undefined) throw new RangeError(`${bytes.length} bytes are too many for a QR code`);
  const blocks = blocksOf(dataOf(bytes, version), version);
  const correction = blocks.map(block => correctionOf(block, version.correctionPerBlock));
  return { version, codewords: [...interleaved(blocks), ...interleaved(correction)] };
}

function lengthBits({ number }: Version): number {
  return number < 10 ? 8 : 16;
}

/** Mode, length, text, and padding up to the end. */
function dataOf(bytes: readonly number[], version: Version): number[] {
  const head = bitsOf(BYTE_MODE, 4) + bitsOf(bytes.length, lengthBits(version));
  // The four zeros that end the text also fill its last byte, since mode and length are half a byte too many.
  const bits = `${head + bytes.map(byte => bitsOf(byte, 8)).join('')}0000`;
  const data = Array.from({ length: bits.length / 8 }, (_, at) =>
    Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2),
  );
  const missing = version.dataCodewords - data.length;
  return [...data, ...Array.from({ length: missing }, (_, at) => PADDING[at % 2] ?? 0)];
}

function bitsOf(value: number, length: number): string {
  return value.toString(2).padStart(length, '0');
}

/** Divides the data; where it does not come out even, the last blocks are one longer. */
function blocksOf(data: readonly number[], { blocks }: Version): number[][] {
  const length = Math.floor(data.length / blocks);
  const short = blocks - (data.length % blocks);
  return Array.from({ length: blocks }, (_, index) => {
    const from = index * length + Math.max(0, index - short);
    return data.slice(from, from + length + (index < short ? 0 : 1));
  });
}

/** The first of each block, the second of each block … */
function interleaved(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(block => block.length));
  return Array.from({ length: longest }, (_, at) => blocks.flatMap(block => block[at] ?? [])).flat();
}
