/** How badly a scanner would read a QR code (ISO/IEC 18004, 7.8.3): the mask with the lowest score is used. */
import { DARK, type Modules } from './patterns.ts';

/** A finder, with the light edge that makes it one, to either side. */
const FINDER = 0b10111010000;
const FINDER_BACKWARDS = 0b00001011101;
const FINDER_LENGTH = 11;

/**
 * The score of a code; lower is better.
 *
 * @param size modules of a side
 */
export function penaltyOf(modules: Modules, size: number): number {
  let score = blocks(modules, size) + imbalance(modules);
  for (let at = 0; at < size; at += 1) {
    score += ofLine(modules, { size, start: at * size, step: 1 });
    score += ofLine(modules, { size, start: at, step: size });
  }
  return score;
}

/** A row or a column. */
interface Line {
  readonly size: number;
  readonly start: number;
  readonly step: number;
}

/** Five of a colour in a row cost 3, each more costs 1; what looks like a finder costs 40. */
function ofLine(modules: Modules, { size, start, step }: Line): number {
  let score = 0;
  let run = 0;
  let seen = 0;
  for (let at = 0; at < size; at += 1) {
    const module = modules[start + at * step] ?? 0;
    run = at > 0 && module === (seen & 1) ? run + 1 : 1;
    if (run === 5) score += 3;
    else if (run > 5) score += 1;
    seen = ((seen << 1) | module) & ((1 << FINDER_LENGTH) - 1);
    if (at >= FINDER_LENGTH - 1 && (seen === FINDER || seen === FINDER_BACKWARDS)) score += 40;
  }
  return score;
}

/** Four of a colour in a square cost 3. */
function blocks(modules: Modules, size: number): number {
  let score = 0;
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const place = y * size + x;
      const module = modules[place];
      const isBlock =
        module === modules[place - 1] &&
        module === modules[place - size] &&
        module === modules[place - size - 1];
      if (isBlock) score += 3;
    }
  }
  return score;
}

/** Every twentieth part by which dark and light are out of balance costs 10. */
function imbalance(modules: Modules): number {
  let dark = 0;
  for (const module of modules) if (module === DARK) dark += 1;
  return 10 * Math.floor(Math.abs(dark / modules.length - 0.5) * 20);
}
