import { describe } from '../document/elements.ts';
import { quote } from '../findings.ts';
import type { JsonNode, Place } from '../json/json.ts';

/** Takes note of something wrong with a file of cases. */
export type Note = (place: Place, message: string) => void;

/** The members that an object of a file of cases has. */
export interface Shape {
  /** How messages call the object, such as `a request`. */
  readonly what: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The members of an object that are there. One that is null counts as absent. */
export type Fields = ReadonlyMap<string, JsonNode>;

/**
 * Reads an object by its shape. Members that the shape does not know are noted, since one that is misspelt would
 * test nothing, and so are missing ones. `undefined` for anything but an object.
 */
export function readFields(
  node: JsonNode,
  { what, required, optional }: Shape,
  note: Note,
): Fields | undefined {
  if (node.type !== 'object') {
    note(node, `${describe(node)} stands where ${what}, an object, is expected.`);
    return undefined;
  }
  const fields = new Map<string, JsonNode>();
  const known = [...required, ...optional];
  for (const [name, member] of node.members) {
    if (!known.includes(name)) {
      note(member.name, `${quote(name)} is no field of ${what}. Known here are ${known.join(', ')}.`);
    } else if (member.value.type !== 'null') fields.set(name, member.value);
  }
  for (const name of required) {
    if (!fields.has(name)) note(node, `${quote(name)} is missing from ${what}.`);
  }
  return fields;
}

/** Reads a text; anything else is noted and read as the empty one. An absent one is empty. */
export function readText(node: JsonNode | undefined, note: Note): string {
  if (node === undefined) return '';
  if (node.type === 'string') return node.value;
  note(node, `${describe(node)} stands where a string is expected.`);
  return '';
}

/** Reads a text that must not be empty, as {@link readText} does. */
export function readName(node: JsonNode | undefined, note: Note): string {
  const text = readText(node, note);
  if (node?.type === 'string' && text === '') note(node, 'The string is empty.');
  return text;
}

/** Reads one of some words; anything else is noted and read as the first of them. */
export function readWord<Word extends string>(
  node: JsonNode | undefined,
  words: readonly [Word, ...Word[]],
  note: Note,
): Word {
  const text = readText(node, note);
  const word = words.find(candidate => candidate === text);
  if (node?.type === 'string' && word === undefined) {
    note(node, `${quote(text)} stands where one of ${words.join(', ')} is expected.`);
  }
  return word ?? words[0];
}

/** Reads a list; anything else is noted and read as the empty one. An absent one is empty. */
export function readList(node: JsonNode | undefined, what: string, note: Note): readonly JsonNode[] {
  if (node === undefined) return [];
  if (node.type === 'list') return node.items;
  note(node, `${describe(node)} stands where a list of ${what} is expected.`);
  return [];
}

/** Reads a text or a list of at least one text. */
export function readTextOrList(node: JsonNode | undefined, note: Note): string | readonly string[] {
  if (node?.type !== 'list') return readText(node, note);
  if (node.items.length === 0) note(node, 'The list is empty. Name at least one value.');
  return node.items.map(item => readText(item, note));
}
