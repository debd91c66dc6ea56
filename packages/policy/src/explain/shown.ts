/** Patterns, or values, of one element that an explanation repeats. */
const MOST_TEXTS = 10;
/** Code units of one text that it repeats. */
const LONGEST_TEXT = 256;

/** As much of some texts as an explanation repeats, so that no request and no document makes it long. */
export function shownTexts(texts: readonly string[]): readonly string[] {
  return texts.slice(0, MOST_TEXTS).map(shownText);
}

/** As much of a text as an explanation repeats; what was cut off ends in `…`. */
export function shownText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const isPairCut = (text.codePointAt(LONGEST_TEXT - 1) ?? 0) > 0xffff;
  return `${text.slice(0, isPairCut ? LONGEST_TEXT - 1 : LONGEST_TEXT)}…`;
}
