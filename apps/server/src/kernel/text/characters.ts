/** Sets of characters for texts that people write. What no set holds cannot be stored or shown by every database and format. */
import type { CharacterSet } from '../parameters.ts';

// PostgreSQL stores no U+0000, and XML 1.0 shows neither control characters nor the last two of the plane.
function isVisible(unit: number): boolean {
  return unit >= 0x20 && unit !== 0x7f && unit < 0xfffe;
}

/** One line: every character except control characters. */
export const singleLine: CharacterSet = {
  label: ['all characters except control characters', '除控制字符外的所有字符'],
  has: isVisible,
};

/** Several lines: every character except control characters other than line breaks and tabs. */
export const multiLine: CharacterSet = {
  label: [
    'all characters except control characters other than line breaks and tabs',
    '除控制字符外的所有字符，可含换行符和制表符',
  ],
  has: unit => isVisible(unit) || unit === 0x09 || unit === 0x0a || unit === 0x0d,
};

/** Whether a text holds nothing but characters of a set; an empty text does. */
export function consistsOf(text: string, { has }: Pick<CharacterSet, 'has'>): boolean {
  for (let at = 0; at < text.length; at += 1) if (!has(text.charCodeAt(at))) return false;
  return true;
}
