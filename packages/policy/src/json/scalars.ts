import type { JsonCursor } from './cursor.ts';
import { JsonSyntaxError, standing } from './cursor.ts';
import type { JsonLiteral } from './json.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const LITERALS = [
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
] as const;

const HEX_DIGITS = '0123456789abcdef';

/**
 * Reads the string whose opening quote stands at the cursor, resolves its escapes and moves behind its closing
 * quote. It may hold lone surrogates. Throws {@link JsonSyntaxError}.
 */
export function readStringToken(cursor: JsonCursor): string {
  const { text } = cursor;
  let value = '';
  let copied = cursor.at + 1;
  for (let at = copied; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      cursor.at = at + 1;
      return value + text.slice(copied, at);
    }
    if (code < 0x20) {
      throw new JsonSyntaxError(
        at,
        `${standing(text, at)} in a string. Write it as an escape such as "\\n".`,
      );
    }
    if (code !== 0x5c) {
      at += 1;
      continue;
    }
    value += text.slice(copied, at) + resolveEscape(text, at);
    at += text.charAt(at + 1) === 'u' ? 6 : 2;
    copied = at;
  }
  throw new JsonSyntaxError(cursor.at, 'The string that begins here has no closing double quote.');
}

/**
 * Reads the number, boolean or null at the cursor and moves behind it. Throws {@link JsonSyntaxError}, also for
 * whatever begins no JSON value at all.
 */
export function readLiteralToken(cursor: JsonCursor): Pick<JsonLiteral, 'type' | 'text'> {
  for (const [text, type] of LITERALS) {
    if (cursor.text.startsWith(text, cursor.at)) {
      cursor.at += text.length;
      return { type, text };
    }
  }
  const end = numberEnd(cursor.text, cursor.at);
  if (end === cursor.at) {
    throw new JsonSyntaxError(cursor.at, `${standing(cursor.text, cursor.at)} where a value is expected.`);
  }
  const text = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return { type: 'number', text };
}

function resolveEscape(text: string, backslash: number): string {
  const letter = text.charAt(backslash + 1);
  if (letter === 'u') return String.fromCharCode(readHex(text, backslash + 2));
  const character = ESCAPES.get(letter);
  if (character === undefined) {
    throw new JsonSyntaxError(backslash, `JSON has no escape "\\${letter}". Write "\\\\" for a backslash.`);
  }
  return character;
}

function readHex(text: string, start: number): number {
  let value = 0;
  for (let at = start; at < start + 4; at++) {
    const digit = at < text.length ? HEX_DIGITS.indexOf(text.charAt(at).toLowerCase()) : -1;
    if (digit < 0) throw new JsonSyntaxError(start - 2, 'Four hexadecimal digits are expected after "\\u".');
    value = value * 16 + digit;
  }
  return value;
}

/** The end of the number that begins at `start` (RFC 8259, section 6); `start` itself when there is none. */
function numberEnd(text: string, start: number): number {
  const digits = text.charAt(start) === '-' ? start + 1 : start;
  const integer = text.charAt(digits) === '0' ? digits + 1 : digitsEnd(text, digits);
  if (integer === digits) return start;
  const fraction = text.charAt(integer) === '.' ? digitsEnd(text, integer + 1) : integer;
  if (fraction === integer + 1) return start;
  if (text.charAt(fraction) !== 'e' && text.charAt(fraction) !== 'E') return fraction;
  const sign = text.charAt(fraction + 1);
  const power = sign === '+' || sign === '-' ? fraction + 2 : fraction + 1;
  const end = digitsEnd(text, power);
  return end === power ? start : end;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (text.charAt(end) >= '0' && text.charAt(end) <= '9') end += 1;
  return end;
}
