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
  /** What stands behind the last wildcard; empty when there is none. */
  readonly ending: string;
  /** Whether the tail is no more than a `*` and the ending, so that a text needs to be looked at from its ends only. */
  readonly plain: boolean;
}

/** Makes a pattern ready to match. Every text is a pattern. */
export function compileGlob(pattern: string): Glob {
  const first = firstWildcard(pattern);
  const tail = collapseStars(pattern.slice(first));
  const ending = tail.slice(lastWildcard(tail) + 1);
  const plain = tail.charCodeAt(0) === STAR && tail.length === ending.length + 1;
  return { prefix: copyOf(pattern.slice(0, first)), tail, ending, plain };
}

/**
 * Whether the pattern covers the text, or the part of it from `start` up to `end`, from its first to its last
 * character. `folded` compares without the case of ASCII letters.
 *
 * Reads each character about once; the time is bounded by text length times pattern length / 32, whatever the
 * two texts are.
 */
export function matchesGlob(glob: Glob, text: string, folded = false, start = 0, end = text.length): boolean {
  if (!matchesEnds(glob, text, folded, start, end)) return false;
  const { prefix, tail, plain } = glob;
  if (plain || tail.length === 0) return true;
  const rest = start + prefix.length;
  const scanned = isQuickByAutomaton(tail, end - rest) ? undefined : scan(tail, text, folded, rest, end);
  return scanned ?? runAutomaton([tail], text, folded, rest, end);
}

/** A text for which it is worth making an automaton, if that is a small one. */
const LONG_TEXT = 256;
const SMALL_AUTOMATON = 63;

/** Whether an automaton reads the text as fast as a scan that reads every character once. */
function isQuickByAutomaton(tail: string, length: number): boolean {
  return length >= LONG_TEXT && tail.length <= SMALL_AUTOMATON;
}

/** Whether a text has what the glob begins and ends with, and nothing between if the glob has no wildcard. */
export function matchesEnds(
  { prefix, tail, ending }: Glob,
  text: string,
  folded: boolean,
  start: number,
  end = text.length,
): boolean {
  const rest = start + prefix.length;
  const last = end - ending.length;
  if (rest > last || (tail.length === 0 && rest !== end)) return false;
  return standsAt(text, prefix, start, folded) && standsAt(text, ending, last, folded);
}

/** Up to so many characters are compared one by one before the built-in comparison has begun. */
const FEW = 6;

function standsAt(text: string, part: string, at: number, folded: boolean): boolean {
  if (part.length === 0) return true;
  if (folded) return foldedTextStandsAt(text, part, at);
  if (part.length > FEW) return text.startsWith(part, at);
  for (let offset = 0; offset < part.length; offset++) {
    if (text.charCodeAt(at + offset) !== part.charCodeAt(offset)) return false;
  }
  return true;
}

/** Longer texts are few. */
const LONGEST_COPY = 256;

/**
 * A text of its own: a slice is looked up in the text that it was cut from whenever it is compared, and keeps it in
 * memory.
 */
function copyOf(text: string): string {
  if (text.length > LONGEST_COPY) return text;
  const codes: number[] = [];
  for (let at = 0; at < text.length; at++) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}

function firstWildcard(pattern: string): number {
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    if (code === STAR || code === QUESTION) return at;
  }
  return pattern.length;
}

function lastWildcard(pattern: string): number {
  let at = pattern.length - 1;
  while (at >= 0 && pattern.charCodeAt(at) !== STAR && pattern.charCodeAt(at) !== QUESTION) at -= 1;
  return at;
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
