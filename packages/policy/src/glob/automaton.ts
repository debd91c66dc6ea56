import { foldCode } from '../letter-case.ts';
import { QUESTION, STAR } from './wildcards.ts';

/**
 * Patterns as one non-deterministic automaton with its states in the bits of words. The states of the patterns stand
 * one after the other. State n of a pattern means: its first n tokens are matched, where a token is a literal character
 * or a `?`.
 */
interface Automaton {
  /** The first state of each pattern, from which it starts. */
  readonly starts: Int32Array;
  /** The last state of each pattern, which accepts. */
  readonly accepting: Int32Array;
  /** Bit n: state n stays alive on any character, because a `*` stands behind it. */
  readonly loops: Int32Array;
  /** For a character: bit n means that it takes state n - 1 to state n. */
  readonly steps: ReadonlyMap<number, Int32Array>;
  /** The same, found faster, for the characters of ASCII. */
  readonly asciiSteps: readonly Int32Array[];
  /** The same for characters that no pattern names: only `?` takes them. */
  readonly otherSteps: Int32Array;
}

const BITS = 32;

/** Characters of ASCII. */
const ASCII = 128;

/**
 * Whether one of the patterns covers the text from `start` up to `end`. Whatever the texts are, that takes at most text
 * length times the length of all patterns / 32 steps: the answer to patterns that would make a backtracking scan slow,
 * and to many patterns that would each have to read a long text.
 */
export function runAutomaton(
  patterns: readonly string[],
  text: string,
  folded: boolean,
  start: number,
  end: number,
): boolean {
  const automaton = buildAutomaton(patterns, folded);
  const { starts, accepting } = automaton;
  // In the automaton of one pattern, some words need not be looked at.
  const last = patterns.length === 1 ? lastState(patterns) : undefined;
  const alive =
    starts.length === 1
      ? Int32Array.of(runOneWord(automaton, text, folded, start, end))
      : runWords(automaton, text, folded, start, end, last);
  return accepting.some((states, word) => (states & (alive[word] ?? 0)) !== 0);
}

/** The states that are alive after the text, in an automaton of one word. */
function runOneWord(
  { starts: [first = 0], loops: [loops = 0], steps, asciiSteps, otherSteps }: Automaton,
  text: string,
  folded: boolean,
  start: number,
  end: number,
): number {
  const asciiWords = Int32Array.from(asciiSteps, step => step[0] ?? 0);
  let alive = first;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    let allowed = asciiWords[folded ? foldCode(code) : code];
    if (allowed === undefined) {
      const wide = text.codePointAt(at) ?? 0;
      allowed = (steps.get(wide) ?? otherSteps)[0] ?? 0;
      if (wide > 0xffff) at += 1;
    }
    alive = ((alive << 1) & allowed) | (alive & loops);
  }
  return alive;
}

/** The states that are alive after the text. @param lastOfOne the last state in the automaton of one pattern */
function runWords(
  { starts, loops, steps, asciiSteps, otherSteps }: Automaton,
  text: string,
  folded: boolean,
  start: number,
  end: number,
  lastOfOne: number | undefined,
): Int32Array {
  const alive = starts.slice();
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    let allowed = asciiSteps[folded ? foldCode(code) : code];
    if (allowed === undefined) {
      const wide = text.codePointAt(at) ?? 0;
      allowed = steps.get(wide) ?? otherSteps;
      if (wide > 0xffff) at += 1;
    }
    // A token takes at least one character: states further from the start than the text read so far cannot be alive,
    // and those further from the last state than the text that remains do not matter any more.
    const nearest = lastOfOne === undefined ? 0 : wordOf(Math.max(lastOfOne - (end - at) - 1, 0));
    const farthest = lastOfOne === undefined ? alive.length - 1 : wordOf(Math.min(at + 1 - start, lastOfOne));
    let carry = 0;
    for (let word = nearest; word <= farthest; word++) {
      const states = alive[word] ?? 0;
      const stepped = ((states << 1) | carry) & (allowed[word] ?? 0);
      carry = states >>> (BITS - 1);
      alive[word] = stepped | (states & (loops[word] ?? 0));
    }
  }
  return alive;
}

function buildAutomaton(patterns: readonly string[], folded: boolean): Automaton {
  const words = wordOf(lastState(patterns)) + 1;
  const starts = new Int32Array(words);
  const accepting = new Int32Array(words);
  const loops = new Int32Array(words);
  const otherSteps = new Int32Array(words);
  const states = new Map<number, number[]>();
  let state = -1;
  for (const pattern of patterns) {
    state += 1;
    setBit(starts, state);
    for (const character of pattern) {
      const code = character.codePointAt(0) ?? 0;
      if (code === STAR) {
        setBit(loops, state);
        continue;
      }
      state += 1;
      if (code === QUESTION) setBit(otherSteps, state);
      else append(states, folded ? foldCode(code) : code, state);
    }
    setBit(accepting, state);
  }
  const steps = stepsOf(states, otherSteps);
  const asciiSteps = Array.from({ length: ASCII }, (_, code) => steps.get(code) ?? otherSteps);
  return { starts, accepting, loops, steps, asciiSteps, otherSteps };
}

/** The steps of each character: into the states that it leads to, and into those that any character leads to. */
function stepsOf(
  states: ReadonlyMap<number, readonly number[]>,
  otherSteps: Int32Array,
): ReadonlyMap<number, Int32Array> {
  const steps = new Map<number, Int32Array>();
  for (const [code, reached] of states) {
    const step = otherSteps.slice();
    for (const state of reached) setBit(step, state);
    steps.set(code, step);
  }
  return steps;
}

/** The last state of the last pattern: each has one state more than it has tokens. */
function lastState(patterns: readonly string[]): number {
  let states = 0;
  for (const pattern of patterns) {
    states += 1;
    for (const character of pattern) {
      if (character !== '*') states += 1;
    }
  }
  return states - 1;
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function setBit(words: Int32Array, bit: number): void {
  words[wordOf(bit)] = (words[wordOf(bit)] ?? 0) | (1 << (bit % BITS));
}

/** The word that holds a bit. */
function wordOf(bit: number): number {
  return bit >>> 5;
}
