import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readQrCode } from '../../../../test/qr-scanner.ts';
import { pngOf } from './png.ts';
import { type Grid, qrCode } from './qr-code.ts';

/** A text of so many bytes. */
const textOf = (length: number) =>
  Array.from({ length }, (_, at) => 'abcXYZ:/?=&%23@.'.charAt((at * 7 + length * 3) % 16)).join('');

/** The text "wardenry", as an independent program draws it. */
const EXPECTED = [
  '#######.#.##..#######',
  '#.....#..#..#.#.....#',
  '#.###.#..#..#.#.###.#',
  '#.###.#.#.##..#.###.#',
  '#.###.#.#.###.#.###.#',
  '#.....#.#.#.#.#.....#',
  '#######.#.#.#.#######',
  '........#.#..........',
  '#...#.#####.######..#',
  '....##...##.##.##.##.',
  '.#.########.##..#..#.',
  '#..#.#..##.##..#...##',
  '###.###....#.##..#..#',
  '........#.###..##.#..',
  '#######.#.##..#.####.',
  '#.....#......###.....',
  '#.###.#.###.#####..#.',
  '#.###.#...#.###.#####',
  '#.###.#..#..##..##...',
  '#.....#..#.##...#....',
  '#######.#.##..##....#',
];

const draw = (grid: Grid) => grid.map(row => row.map(dark => (dark ? '#' : '.')).join(''));

describe('a QR code', () => {
  // The most that each version holds, and one byte more.
  const limits = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287];
  const lengths = [0, 1, ...limits.flatMap(length => [length, length + 1])].slice(0, -1);

  it.each(lengths)('of %i bytes is read back, with every codeword in order', length => {
    const text = textOf(length);
    expect(readQrCode(qrCode(text))).toEqual({ text, intact: true });
  });

  it('grows only when it must', () => {
    const sizes = limits.map(length => qrCode(textOf(length)).length);
    expect(sizes).toEqual(limits.map((_, index) => 21 + 4 * index));
  });

  it('holds letters of every script', () => {
    const text = '名 é 😀';
    expect(readQrCode(qrCode(text)).text).toBe(text);
  });

  it('is what any other program draws', () => {
    expect(draw(qrCode('wardenry'))).toEqual(EXPECTED);
  });

  it('cannot hold more than the largest version does', () => {
    expect(() => qrCode(textOf(288))).toThrow(RangeError);
  });
});

describe('the image of a grid', () => {
  it('has a light border, and each module as a square', () => {
    const png = pngOf(
      [
        [true, false],
        [false, true],
      ],
      { scale: 3, border: 1 },
    );
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([12, 12, 1, 0]);
    const length = png.readUInt32BE(33);
    const pixels = inflateSync(png.subarray(41, 41 + length));
    const lines = Array.from({ length: 12 }, (_, y) =>
      [...pixels.subarray(3 * y + 1, 3 * y + 3)]
        .map(byte => byte.toString(2).padStart(8, '0'))
        .join('')
        .slice(0, 12),
    );
    const [edge, first, second] = ['111111111111', '111000111111', '111111000111'];
    expect(lines).toEqual([edge, first, second, edge].flatMap(line => [line, line, line]));
  });
});
