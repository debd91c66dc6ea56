import { foldCode } from '../letter-case.ts';
import { QUESTION, STAR } from './wildcards.ts';

/**
 * How often, on average, a character of the text may be read again before the scan gives up. Ordinary patterns
 * hardly read anything twice; patterns made to be slow would read every character once for every character of
 * the pattern.
 */
const REREADS_PER_CHARACTER = 1;

/**
 * Whether a pattern covers the text from `start` up to `end`, found by two pointers: on a mismatch the latest `*`
 * takes one character more, and only the latest, because what an earlier one could take, the latest can take as
 * well. `undefined` when that would read the text too often to be fast.
 */
export function scan(
  pattern: string,
  text: string,
  folded: boolean,
  start: number,
  end: number,
): boolean | undefined {
  let rereads = REREADS_PER_CHARACTER * (end - start);
  let at = start;
  let next = 0;
  let afterStar = -1;
  let starEnd = start;
  while (at < end) {
    const token = next < pattern.length ? pattern.charCodeAt(next) : -1;
    if (token === STAR) {
      next += 1;
      if (next === pattern.length) return true;
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
      if (rereads < 0) return undefined;
      starEnd += 1;
      at = starEnd;
      next = afterStar;
    }
  }
  return next === pattern.length || (next === pattern.length - 1 && pattern.charCodeAt(next) === STAR);
}

function isSame(left: number, right: number, folded: boolean): boolean {
  return left === right || (folded && foldCode(left) === foldCode(right));
}

/** Code units of the character at `at`: two for a surrogate pair, so that `?` takes the whole character. */
function characterWidth(text: string, at: number, end: number): number {
  const code = text.codePointAt(at);
  return code !== undefined && code > 0xffff && at + 1 < end ? 2 : 1;
}
