import { foldedTextStandsAt } from '../letter-case.ts';
import { runAutomaton } from './automaton.ts';
import { scan } from './scan.ts';
import { QUESTION, STAR } from './wildcards.ts';

/**
 * A wildcard pattern, made ready to match: `*` stands for any run of characters, none included, `?` for exactly
 * one. There is no escape character (spec: policy 1.15).
 */
export interface Glob {
  /** What stands before the first wildcard. */
  readonly prefix: string;
  /** The rest: empty, or a text that begins with a wildcard. Runs of `*` are written once. */
  readonly tail: string;
}

/** Makes a pattern ready to match. Every text is a pattern. */
export function compileGlob(pattern: string): Glob {
  const first = firstWildcard(pattern);
  return { prefix: pattern.slice(0, first), tail: collapseStars(pattern.slice(first)) };
}

/**
 * Whether the pattern covers the text, or the part of it from `start` up to `end`, from its first to its last
 * character. `folded` compares without the case of ASCII letters.
 *
 * Reads each character about once; the time is bounded by text length times pattern length / 32, whatever the
 * two texts are.
 */
export function matchesGlob(glob: Glob, text: string, folded = false, start = 0, end = text.length): boolean {
  const rest = start + glob.prefix.length;
  if (rest > end) return false;
  const begins = folded ? foldedTextStandsAt(text, glob.prefix, start) : text.startsWith(glob.prefix, start);
  if (!begins) return false;
  if (glob.tail === '') return rest === end;
  if (glob.tail === '*') return true;
  return scan(glob.tail, text, folded, rest, end) ?? runAutomaton(glob.tail, text, folded, rest, end);
}

function firstWildcard(pattern: string): number {
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    if (code === STAR || code === QUESTION) return at;
  }
  return pattern.length;
}

function collapseStars(pattern: string): string {
  let collapsed = '';
  let copied = 0;
  for (let at = 1; at < pattern.length; at++) {
    if (pattern.charCodeAt(at) !== STAR || pattern.charCodeAt(at - 1) !== STAR) continue;
    collapsed += pattern.slice(copied, at);
    copied = at + 1;
  }
  return copied === 0 ? pattern : collapsed + pattern.slice(copied);
}
