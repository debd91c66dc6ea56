import { foldCode } from '../letter-case.ts';
import { QUESTION, STAR } from './wildcards.ts';

/**
 * A pattern as a non-deterministic automaton with its states in the bits of words. State n means: the first n
 * tokens are matched, where a token is a literal character or a `?`.
 */
interface Automaton {
  /** The state that accepts: the number of tokens. */
  readonly last: number;
  /** Bit n: state n stays alive on any character, because a `*` stands after n tokens. */
  readonly loops: Int32Array;
  /** For a character: bit n means that it takes state n - 1 to state n. */
  readonly steps: ReadonlyMap<number, Int32Array>;
  /** The same for characters that the pattern does not name: only `?` takes them. */
  readonly otherSteps: Int32Array;
}

const BITS = 32;

/**
 * Whether the pattern covers the text from `start` up to `end`. For every pair of texts that takes at most text
 * length times pattern length / 32 steps: the answer to patterns that would make a backtracking scan slow.
 */
export function runAutomaton(
  pattern: string,
  text: string,
  folded: boolean,
  start: number,
  end: number,
): boolean {
  const automaton = buildAutomaton(pattern, folded);
  const alive = new Int32Array(automaton.loops.length);
  alive[0] = 1;
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    // A token takes at least one character: states further from the start than the text read so far cannot be
    // alive, and those further from the last state than the text that remains do not matter any more.
    const farthest = Math.min(at - start, automaton.last);
    const nearest = Math.max(automaton.last - (end - at) - 1, 0);
    advance(alive, automaton, folded ? foldCode(code) : code, wordOf(nearest), wordOf(farthest));
  }
  return hasBit(alive, automaton.last);
}

/** Moves the states in the words from `first` to `last` over one character. */
function advance(
  alive: Int32Array,
  { steps, otherSteps, loops }: Automaton,
  code: number,
  first: number,
  last: number,
): void {
  const allowed = steps.get(code) ?? otherSteps;
  let carry = 0;
  for (let word = first; word <= last; word++) {
    const states = alive[word] ?? 0;
    const stepped = ((states << 1) | carry) & (allowed[word] ?? 0);
    carry = states >>> (BITS - 1);
    alive[word] = stepped | (states & (loops[word] ?? 0));
  }
}

function buildAutomaton(pattern: string, folded: boolean): Automaton {
  const words = wordOf(pattern.length) + 1;
  const loops = new Int32Array(words);
  const otherSteps = new Int32Array(words);
  const states = new Map<number, number[]>();
  let last = 0;
  for (const character of pattern) {
    const code = character.codePointAt(0) ?? 0;
    if (code === STAR) {
      setBit(loops, last);
      continue;
    }
    last += 1;
    if (code === QUESTION) setBit(otherSteps, last);
    else append(states, folded ? foldCode(code) : code, last);
  }
  const steps = new Map<number, Int32Array>();
  for (const [code, reached] of states) {
    const step = otherSteps.slice();
    for (const state of reached) setBit(step, state);
    steps.set(code, step);
  }
  return { last, loops, steps, otherSteps };
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function setBit(words: Int32Array, bit: number): void {
  words[wordOf(bit)] = (words[wordOf(bit)] ?? 0) | (1 << (bit % BITS));
}

function hasBit(words: Int32Array, bit: number): boolean {
  return (((words[wordOf(bit)] ?? 0) >>> (bit % BITS)) & 1) === 1;
}

/** The word that holds a bit. */
function wordOf(bit: number): number {
  return Math.floor(bit / BITS);
}
