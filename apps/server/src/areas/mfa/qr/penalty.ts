/** How badly a scanner would read a QR code (ISO/IEC 18004, 7.8.3): the mask with the lowest score is used. */
import type { Grid, Module } from './patterns.ts';

/** A finder, with the light edge that makes it one, to either side. */
const finderLike = ['10111010000', '00001011101'] as const;

/** The score of a code; lower is better. */
export function penaltyOf(grid: Grid): number {
  const columns = (grid[0] ?? []).map((_, column) => grid.map(row => row[column] === true));
  const lines = [...grid, ...columns].map(textOf);
  const ofLines = lines.reduce((sum, line) => sum + runs(line) + finders(line), 0);
  return ofLines + blocks(grid) + imbalance(grid);
}

function textOf(modules: readonly Module[]): string {
  return modules.map(dark => (dark ? '1' : '0')).join('');
}

/** Five of a colour in a row cost 3, each more costs 1. */
function runs(line: string): number {
  let score = 0;
  let length = 0;
  for (let at = 0; at < line.length; at += 1) {
    length = line[at] === line[at - 1] ? length + 1 : 1;
    if (length === 5) score += 3;
    else if (length > 5) score += 1;
  }
  return score;
}

/** What looks like a finder costs 40. */
function finders(line: string): number {
  let score = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (finderLike.some(pattern => line.startsWith(pattern, at))) score += 40;
  }
  return score;
}

/** Four of a colour in a square cost 3. */
function blocks(grid: Grid): number {
  let score = 0;
  for (let y = 1; y < grid.length; y += 1) {
    for (let x = 1; x < grid.length; x += 1) {
      const square = [grid[y]?.[x - 1], grid[y - 1]?.[x], grid[y - 1]?.[x - 1]];
      if (square.every(module => module === grid[y]?.[x])) score += 3;
    }
  }
  return score;
}

/** Every twentieth part by which dark and light are out of balance costs 10. */
function imbalance(grid: Grid): number {
  const modules = grid.flat();
  const dark = modules.filter(module => module).length / modules.length;
  return 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}
