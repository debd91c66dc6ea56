/**
 * The code unit with `A`-`Z` turned into `a`-`z`; every other one unchanged.
 *
 * Names of actions, RAM entities and condition keys are ASCII. Folding no more than ASCII keeps look-alikes
 * apart: the Kelvin sign, for one, has `k` as its Unicode lower case.
 */
export function foldCode(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** The text with `A`-`Z` turned into `a`-`z`; the same text when it has none. */
export function fold(text: string): string {
  let folded = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (foldCode(code) === code) continue;
    folded += text.slice(copied, at) + String.fromCharCode(foldCode(code));
    copied = at + 1;
  }
  return copied === 0 ? text : folded + text.slice(copied);
}

/** Whether `part` stands in `text` at `at`, the letter case of ASCII letters apart. */
export function foldedTextStandsAt(text: string, part: string, at: number): boolean {
  if (at + part.length > text.length) return false;
  for (let offset = 0; offset < part.length; offset++) {
    const left = text.charCodeAt(at + offset);
    const right = part.charCodeAt(offset);
    if (left !== right && foldCode(left) !== foldCode(right)) return false;
  }
  return true;
}

/** Whether two texts are equal, the letter case of ASCII letters apart. */
export function equalsFolded(left: string, right: string): boolean {
  return left.length === right.length && foldedTextStandsAt(left, right, 0);
}
