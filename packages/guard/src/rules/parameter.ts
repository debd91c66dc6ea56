/** ASCII that stands in names besides letters and digits; none of it means anything in a resource name or a path. */
const PLAIN_MARKS = '-_.~@=,+';

/** A name longer than this is none; it also bounds what is scanned for one request. */
const LONGEST = 512;

/**
 * Ranges of characters that are invisible, reorder text, or have no meaning of their own: two names that look alike must
 * not be two resources.
 */
const DECEPTIVE: readonly (readonly [from: number, to: number])[] = [
  [0x0080, 0x00a0],
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xffff],
  [0xe0000, 0x10ffff],
];

/**
 * Whether a text may become part of a resource name. What could end a segment (`:`, `/`), widen the name (`*`, `?`), be
 * decoded once more (`%`), climb (`.`, `..`) or be read differently by somebody else is none; such a request is refused,
 * never escaped, because a policy is written about the name as it stands (RAM policy elements, Resource).
 *
 * @param text decoded once
 */
export function isPlainName(text: string): boolean {
  if (text === '' || text.length > LONGEST || text === '.' || text === '..') return false;
  for (const character of text) if (!isPlain(character)) return false;
  // The full-width colon, say, is another spelling of `:`, and e with an accent has two spellings.
  return text.isWellFormed() && text.normalize('NFKC') === text;
}

/** Whether a text is plain names joined by single slashes. */
export function isPlainPath(text: string): boolean {
  return text.length <= LONGEST && text.split('/').every(isPlainName);
}

function isPlain(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return isAsciiAlphanumeric(code) || PLAIN_MARKS.includes(character);
  return !DECEPTIVE.some(([from, to]) => code >= from && code <= to);
}

function isAsciiAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
