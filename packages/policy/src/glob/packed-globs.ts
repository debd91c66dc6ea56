import { foldCode } from '../letter-case.ts';
import type { Glob } from './glob.ts';
import { matchesGlob } from './glob.ts';

/**
 * Globs packed close together. When each of many texts is matched with another of many globs, finding the globs strewn
 * over the memory takes longer than matching them.
 */
export interface PackedGlobs {
  readonly globs: readonly Glob[];
  /** {@link FIELDS} numbers for each glob. */
  readonly records: Int32Array;
  /** What globs begin and end with. */
  readonly literals: Uint16Array;
}

/** The numbers of a record. */
const FORM = 0;
/** Where the beginning stands among the literals; the ending stands behind it. */
const LITERAL = 1;
const BEGINNING_LENGTH = 2;
const ENDING_LENGTH = 3;
const FIELDS = 4;

/** Forms of a glob: it has no wildcard; it has one `*`; it has others, and must be matched as it is. */
const EXACT = 0;
const ONE_STAR = 1;
const OTHER = 2;

/** Packs globs. */
export function packGlobs(globs: readonly Glob[]): PackedGlobs {
  const records = new Int32Array(globs.length * FIELDS);
  const literals: number[] = [];
  for (const [place, glob] of globs.entries()) {
    const at = place * FIELDS;
    records[at + FORM] = formOf(glob);
    records[at + LITERAL] = literals.length;
    records[at + BEGINNING_LENGTH] = glob.prefix.length;
    records[at + ENDING_LENGTH] = glob.ending.length;
    appendCodes(literals, glob.prefix);
    appendCodes(literals, glob.ending);
  }
  return { globs, records, literals: Uint16Array.from(literals) };
}

/** Whether a glob, by its place, covers the text from `start` to its end: what `matchesGlob` says. */
export function matchesPacked(
  { globs, records, literals }: PackedGlobs,
  place: number,
  text: string,
  folded: boolean,
  start = 0,
): boolean {
  const at = place * FIELDS;
  const form = records[at + FORM];
  const literal = records[at + LITERAL] ?? 0;
  const beginningLength = records[at + BEGINNING_LENGTH] ?? 0;
  const endingLength = records[at + ENDING_LENGTH] ?? 0;
  const rest = text.length - start - beginningLength - endingLength;
  if (rest < 0 || (rest > 0 && form === EXACT)) return false;
  if (!standsAt(literals, literal, beginningLength, text, start, folded)) return false;
  if (form === OTHER) {
    const glob = globs[place];
    return glob !== undefined && matchesGlob(glob, text, folded, start);
  }
  const ending = literal + beginningLength;
  return standsAt(literals, ending, endingLength, text, text.length - endingLength, folded);
}

/** Whether `length` of the literals from `literal` on stand in the text at `start`. */
function standsAt(
  literals: Uint16Array,
  literal: number,
  length: number,
  text: string,
  start: number,
  folded: boolean,
): boolean {
  for (let offset = 0; offset < length; offset++) {
    const code = text.charCodeAt(start + offset);
    const expected = literals[literal + offset] ?? 0;
    if (code !== expected && !(folded && foldCode(code) === foldCode(expected))) return false;
  }
  return true;
}

function formOf({ tail, plain }: Glob): number {
  if (tail === '') return EXACT;
  return plain ? ONE_STAR : OTHER;
}

function appendCodes(codes: number[], text: string): void {
  for (let at = 0; at < text.length; at++) codes.push(text.charCodeAt(at));
}
