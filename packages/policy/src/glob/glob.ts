import { foldCode, foldedTextStandsAt } from '../letter-case.ts';
import { runAutomaton } from './automaton.ts';

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

const STAR = 0x2a;
const QUESTION = 0x3f;

/**
 * How often, on average, a character of the text may be read again before the scan gives way to the automaton.
 * Ordinary patterns hardly read anything twice; patterns made to be slow would read every character once for
 * every character of the pattern.
 */
const REREADS_PER_CHARACTER = 4;

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
  return glob.tail === '*' || scan(glob.tail, text, folded, rest, end);
}

/**
 * The two-pointer scan: on a mismatch the latest `*` takes one character more, and only the latest, because what
 * an earlier one could take, the latest can take as well.
 */
function scan(tail: string, text: string, folded: boolean, start: number, end: number): boolean {
  let rereads = REREADS_PER_CHARACTER * (end - start);
  let at = start;
  let next = 0;
  let afterStar = -1;
  let starEnd = start;
  while (at < end) {
    const token = next < tail.length ? tail.charCodeAt(next) : -1;
    if (token === STAR) {
      next += 1;
      if (next === tail.length) return true;
      afterStar = next;
      starEnd = at;
    } else if (token === QUESTION) {
      next += 1;
      at += characterWidth(text, at, end);
    } else if (token >= 0 && isSame(token, text.charCodeAt(at), folded)) {
      next += 1;
      at += 1;
    } else if (afterStar < 0) {
      return false;
    } else {
      rereads -= at - starEnd;
      if (rereads < 0) return runAutomaton(tail, text, folded, start, end);
      starEnd += 1;
      at = starEnd;
      next = afterStar;
    }
  }
  return next === tail.length || (next === tail.length - 1 && tail.charCodeAt(next) === STAR);
}

function isSame(left: number, right: number, folded: boolean): boolean {
  return left === right || (folded && foldCode(left) === foldCode(right));
}

/** Code units of the character at `at`: two for a surrogate pair, so that `?` takes the whole character. */
function characterWidth(text: string, at: number, end: number): number {
  const code = text.codePointAt(at);
  return code !== undefined && code > 0xffff && at + 1 < end ? 2 : 1;
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
