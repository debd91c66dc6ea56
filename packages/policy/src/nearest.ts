import { fold } from './letter-case.ts';

/** A longer word is not compared: nobody misspells so much of a name. */
const LONGEST = 80;

/** Of this many letters one may be wrong. */
const LETTERS_PER_EDIT = 4;

/**
 * The word that a misspelled one most likely means: the one with the fewest letters to add, remove or replace, the
 * letter case of ASCII letters apart. `undefined` when none is near.
 */
export function nearest(misspelled: string, words: Iterable<string>): string | undefined {
  if (misspelled.length > LONGEST) return undefined;
  const target = fold(misspelled);
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(target.length / LETTERS_PER_EDIT)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - target.length) >= fewest) continue;
    const edits = countEdits(target, fold(word), fewest);
    if (edits >= fewest) continue;
    fewest = edits;
    best = word;
  }
  return best;
}

/** The Levenshtein distance of two texts; `enough` when it is that or more. */
function countEdits(left: string, right: string, enough: number): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const replaced =
        (previous[column - 1] ?? 0) + (left.charCodeAt(row - 1) === right.charCodeAt(column - 1) ? 0 : 1);
      const edits = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least >= enough) return enough;
    previous = current;
  }
  return Math.min(enough, previous[right.length] ?? enough);
}
