/** PNG images of one bit per pixel (ISO/IEC 15948). */
import { crc32, deflateSync } from 'node:zlib';
import type { Grid } from './qr-code.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** One bit a pixel, greyscale, the only methods of compression and filtering, not interlaced. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0] as const;
const NO_FILTER = 0;

/**
 * Writes a grid as a PNG image, dark on light.
 *
 * @param grid rows of equal length
 * @param scale pixels of a module's side
 * @param border light modules around the grid
 */
export function pngOf(
  grid: Grid,
  { scale, border }: { readonly scale: number; readonly border: number },
): Buffer {
  const side = (grid.length + 2 * border) * scale;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set(ONE_BIT_GREY, 8);
  const rows = Array.from({ length: grid.length + 2 * border }, (_, row) =>
    lineOf(grid[row - border], side, scale, border),
  );
  // Every row of modules is as many lines of pixels high as a module is wide.
  const lines = rows.flatMap(line => Array.from({ length: scale }, () => line));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One line of pixels, behind the byte that names its filter; a set bit is light. */
function lineOf(row: Grid[number] | undefined, side: number, scale: number, border: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(side / 8));
  line[0] = NO_FILTER;
  for (let x = 0; x < side; x += 1) {
    const isDark = row?.[Math.floor(x / scale) - border] === true;
    const at = 1 + Math.floor(x / 8);
    if (!isDark) line[at] = (line[at] ?? 0) | (0x80 >> (x % 8));
  }
  return line;
}

/** Length, type, data, and the check of the last two. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
