/** Any value that JSON can write. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

const MOST_LEVELS = 16;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * The value of a JSON text, `undefined` when the text is no JSON, or when two readers could see two documents in
 * it: a name stands twice in one object, a string is no well-formed Unicode, or it nests too deeply (spec: policy
 * 1.14).
 */
export function readJsonText(text: string): Json | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isUnambiguous(text) ? value : undefined;
}

/** Looks at the tokens of a text that `JSON.parse` accepts. */
function isUnambiguous(text: string): boolean {
  const open: Set<string>[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    if (open.length > MOST_LEVELS) return false;
    if (!token.startsWith('"')) continue;
    const string: string = JSON.parse(token);
    if (!string.isWellFormed()) return false;
    if (tokens[index + 1] !== ':') continue;
    const names = open.at(-1);
    if (names?.has(string)) return false;
    names?.add(string);
  }
  return true;
}

/** A part of a document that counts as written, or of which nobody knows what it meant. */
export type Part<T> = T | 'unreadable';

export type JsonObject = { readonly [name: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A string, or a list of nothing but strings (spec: policy 1.12). */
export function readStrings(value: Json | undefined): Part<readonly string[]> {
  if (typeof value === 'string') return [value];
  return isList(value) && value.every(item => typeof item === 'string') ? value : 'unreadable';
}

export function hasOnly(object: JsonObject, names: readonly string[]): boolean {
  return Object.keys(object).every(name => names.includes(name));
}

/** Whether there is an empty list anywhere in a value. */
export function holdsEmptyList(value: Json): boolean {
  if (isList(value)) return value.length === 0 || value.some(holdsEmptyList);
  return isObject(value) && Object.values(value).some(holdsEmptyList);
}
