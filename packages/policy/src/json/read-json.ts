import type { Report } from '../findings.ts';
import { quote } from '../findings.ts';
import type { JsonCursor } from './cursor.ts';
import { JsonSyntaxError, skipSpace, standing } from './cursor.ts';
import type { JsonList, JsonMember, JsonNode, JsonObject, JsonString, Place } from './json.ts';
import { pointer } from './json.ts';
import { readLiteralToken, readStringToken } from './scalars.ts';

/** Objects and arrays inside one another that are read; a policy document needs six (spec: security Q26). */
const MAX_JSON_DEPTH = 16;

/**
 * Reads one JSON text as RFC 8259 defines it, and stricter where two readers could see two documents: a name
 * that occurs twice in an object, text that is not well-formed Unicode, and signs of a wrong encoding are reported as
 * well. What is wrong goes to `report` with its place. `undefined` when the text cannot be read to its end.
 */
export function readJson(text: string, report: Report): JsonNode | undefined {
  const cursor: JsonCursor = { text, at: 0 };
  try {
    return readText(cursor, report);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    report(error.code, { path: '', offset: error.offset }, error.message);
    return undefined;
  }
}

function readText(cursor: JsonCursor, report: Report): JsonNode {
  if (cursor.text.startsWith('\ufeff')) {
    throw new JsonSyntaxError(0, 'The text begins with a byte order mark. Save it without one.');
  }
  const root = readValue(cursor, '', 1, report);
  skipSpace(cursor);
  if (cursor.at < cursor.text.length) {
    throw new JsonSyntaxError(
      cursor.at,
      `${standing(cursor.text, cursor.at)} after the end of the document.`,
    );
  }
  return root;
}

function readValue(cursor: JsonCursor, path: string, depth: number, report: Report): JsonNode {
  skipSpace(cursor);
  const place = { path, offset: cursor.at };
  const first = cursor.text.charAt(cursor.at);
  if (first === '"') return readString(cursor, place, report);
  if (first !== '{' && first !== '[') return { ...place, ...readLiteralToken(cursor) };
  if (depth > MAX_JSON_DEPTH) {
    const message = `Objects and arrays stand more than ${MAX_JSON_DEPTH} deep. A policy document needs six levels.`;
    throw new JsonSyntaxError(cursor.at, message, 'json-too-deep');
  }
  return first === '{' ? readObject(cursor, place, depth, report) : readList(cursor, place, depth, report);
}

function readObject(cursor: JsonCursor, place: Place, depth: number, report: Report): JsonObject {
  const members = new Map<string, JsonMember>();
  readSequence(cursor, '}', () => {
    if (cursor.text.charAt(cursor.at) !== '"') throw unexpected(cursor, 'a name in double quotes');
    const offset = cursor.at;
    const name = readString(cursor, { path: place.path, offset }, report).value;
    const path = pointer(place.path, name);
    skipSpace(cursor);
    if (cursor.text.charAt(cursor.at) !== ':') throw unexpected(cursor, '":" and a value');
    cursor.at += 1;
    const member = { name: { path, offset }, value: readValue(cursor, path, depth + 1, report) };
    if (!members.has(name)) members.set(name, member);
    else
      report('json-duplicate-name', member.name, `${quote(name)} stands twice in one object. Write it once.`);
  });
  return { type: 'object', ...place, members };
}

function readList(cursor: JsonCursor, place: Place, depth: number, report: Report): JsonList {
  const items: JsonNode[] = [];
  readSequence(cursor, ']', () => {
    items.push(readValue(cursor, pointer(place.path, items.length), depth + 1, report));
  });
  return { type: 'list', ...place, items };
}

/** Reads what stands between an opening bracket, at the cursor, and `close`, separated by commas. */
function readSequence(cursor: JsonCursor, close: string, readItem: () => void): void {
  cursor.at += 1;
  skipSpace(cursor);
  if (cursor.text.charAt(cursor.at) === close) {
    cursor.at += 1;
    return;
  }
  for (;;) {
    readItem();
    skipSpace(cursor);
    const separator = cursor.at;
    const next = cursor.text.charAt(separator);
    if (next !== ',' && next !== close) throw unexpected(cursor, `"," or "${close}"`);
    cursor.at += 1;
    if (next === close) return;
    skipSpace(cursor);
    if (cursor.text.charAt(cursor.at) === close) {
      throw new JsonSyntaxError(separator, `A comma stands before "${close}". Remove it.`);
    }
  }
}

function readString(cursor: JsonCursor, place: Place, report: Report): JsonString {
  const value = readStringToken(cursor);
  if (!value.isWellFormed()) {
    report(
      'json-lone-surrogate',
      place,
      'The string holds half a surrogate pair. Write the whole character.',
    );
  }
  reportReplaced(cursor, place, report);
  return { type: 'string', ...place, value };
}

/** Reports U+FFFD in the string that ends at the cursor, unless it is written as an escape: so it is meant. */
function reportReplaced({ text, at }: JsonCursor, { path, offset }: Place, report: Report): void {
  const replaced = text.slice(offset, at).indexOf('\ufffd');
  if (replaced < 0) return;
  report(
    'json-replacement-character',
    { path, offset: offset + replaced },
    'U+FFFD stands here, which takes the place of bytes that are not UTF-8. Save the text as UTF-8; if the character is meant, write "\\ufffd".',
  );
}

function unexpected({ text, at }: JsonCursor, expected: string): JsonSyntaxError {
  return new JsonSyntaxError(at, `${standing(text, at)} where ${expected} is expected.`);
}
