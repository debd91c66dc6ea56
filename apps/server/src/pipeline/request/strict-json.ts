/**
 * JSON read natively, and as strictly as policy documents: where two readers could see two texts it is refused
 * (spec: security Q1, Q26). A plain scan and a count take the place of a parser of our own, which costs ten times as much.
 */
import { readJson } from '@wardenry/policy';

/** What was read, or a clause that says why not. */
export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** Objects and lists inside one another: those of a policy document in a list in a member, and more than anybody needs. */
const DEEPEST = 16;

/**
 * Reads a JSON text. Names that stand twice in an object, text that is not well-formed Unicode, members called
 * `__proto__` and depth beyond reason are refused.
 */
export function readStrictJson(text: string): StrictJson {
  const names = countNames(text);
  if (names === undefined) return refused(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(text);
  }
  return tally(value) === names ? { ok: true, value } : refused(text);
}

/** The names of all members that the text writes; undefined when it is too deep. */
function countNames(text: string): number | undefined {
  let names = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at);
        break;
      case 0x3a:
        names += 1;
        break;
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > DEEPEST) return undefined;
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
        break;
    }
  }
  return names;
}

/** @param open where the string's opening quotation mark stands */
function endOfString(text: string, open: number): number {
  for (let from = open + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return text.length;
    let escapes = close - 1;
    while (text.charCodeAt(escapes) === 0x5c) escapes -= 1;
    if ((close - escapes) % 2 === 1) return close;
    from = close + 1;
  }
}

/** The members of everything that was read, of which a name that stood twice left one; NaN when something must not be. */
function tally(value: unknown): number {
  if (typeof value === 'string') return value.isWellFormed() ? 0 : Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value) members += tally(item);
    return members;
  }
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__' || !name.isWellFormed()) return Number.NaN;
    members += 1 + tally(member);
  }
  return members;
}

/** What is wrong, from a reader that is slower and knows the place. */
function refused(text: string): StrictJson {
  let problem: string | undefined;
  readJson(text, (_code, _place, message) => {
    problem ??= message;
  });
  const sentence = problem ?? 'a member must not be called __proto__';
  return { ok: false, problem: sentence.endsWith('.') ? sentence.slice(0, -1) : sentence };
}
