import { runAutomaton } from './automaton.ts';
import type { Glob } from './glob.ts';
import { matchesEnds, matchesGlob } from './glob.ts';

/** More globs, or a longer text, than this times that are matched all at once. */
const MOST_ONE_BY_ONE = 16_384;

/** Whether so many globs are matched with a text of this length as fast one after the other as all at once. */
export function isLittleWork(globs: number, length: number): boolean {
  return globs * length <= MOST_ONE_BY_ONE;
}

/**
 * Whether one of the globs covers the text from `start` to its end; `folded` as for `matchesGlob`. However many they
 * are, the time is bounded by text length times the length of all globs / 32.
 */
export function matchesAnyGlob(globs: readonly Glob[], text: string, folded = false, start = 0): boolean {
  if (!isLittleWork(globs.length, text.length - start)) return matchesAtOnce(globs, text, folded, start);
  for (const glob of globs) {
    if (matchesGlob(glob, text, folded, start)) return true;
  }
  return false;
}

function matchesAtOnce(globs: readonly Glob[], text: string, folded: boolean, start: number): boolean {
  const fitting = globs.filter(glob => matchesEnds(glob, text, folded, start));
  if (fitting.some(({ tail, plain }) => tail === '' || plain)) return true;
  const patterns = fitting.map(({ prefix, tail }) => prefix + tail);
  return patterns.length > 0 && runAutomaton(patterns, text, folded, start, text.length);
}
