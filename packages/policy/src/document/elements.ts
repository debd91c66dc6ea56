import type { FindingCode, Report } from '../findings.ts';
import { quote } from '../findings.ts';
import type { JsonNode, JsonObject, JsonString } from '../json/json.ts';
import { foldedTextStandsAt } from '../letter-case.ts';
import { nearest } from '../nearest.ts';

/** The strings of an element that takes a string or a list of strings (spec: policy 1.12). */
export interface TextList {
  /** The strings with their places, so that what is wrong with a value can be reported there. */
  readonly texts: readonly JsonString[];
  /** Whether there was nothing but strings. Of a list that was not complete nobody knows what it meant. */
  readonly complete: boolean;
}

/** What is wrong with a list without anything in it. */
interface EmptyList {
  readonly code: FindingCode;
  readonly message: string;
}

const EMPTY_LIST: EmptyList = { code: 'empty-list', message: 'The list is empty. Name at least one value.' };

/**
 * Reads an element that takes a string or a list of strings. Other types and an empty list are reported.
 *
 * @param empty what an empty list is reported as
 */
export function readTexts(node: JsonNode, report: Report, empty: EmptyList = EMPTY_LIST): TextList {
  if (node.type === 'string') return { texts: [node], complete: true };
  if (node.type !== 'list') {
    report('data-type', node, `${describe(node)} stands where a string or a list of strings is expected.`);
    return { texts: [], complete: false };
  }
  if (node.items.length === 0) report(empty.code, node, empty.message);
  const texts: JsonString[] = [];
  for (const item of node.items) {
    if (item.type === 'string') texts.push(item);
    else report('data-type', item, `${describe(item)} stands where a string is expected.`);
  }
  return { texts, complete: texts.length === node.items.length };
}

/** The node as an object; anything else is reported. */
export function readObject(node: JsonNode, what: string, report: Report): JsonObject | undefined {
  if (node.type === 'object') return node;
  report('data-type', node, `${describe(node)} stands where ${what}, an object, is expected.`);
  return undefined;
}

/** Reports the members of an object that the grammar does not know, and how they may have been meant. */
export function reportUnknownElements(object: JsonObject, known: readonly string[], report: Report): void {
  for (const [name, { name: place }] of object.members) {
    if (known.includes(name)) continue;
    const meant = nearest(
      name,
      known.filter(candidate => isExclusion(candidate) === isExclusion(name)),
    );
    const advice =
      meant === undefined ? `Remove it. Known here are ${known.join(', ')}.` : `Write it as "${meant}".`;
    report('unknown-element', place, `${quote(name)} is not an element of the policy language. ${advice}`);
  }
}

/** `NotPrincipal`, which is no element, is not meant to be `Principal`. */
function isExclusion(name: string): boolean {
  return foldedTextStandsAt(name, 'Not', 0);
}

/** How a message names a value of the wrong type, and what to do about it. */
export function describe(node: JsonNode): string {
  switch (node.type) {
    case 'object':
      return 'An object';
    case 'list':
      return 'A list';
    case 'string':
      return `The string ${quote(node.value)}`;
    case 'null':
      return 'null';
    default:
      return `The ${node.type} ${quote(node.text)}, which must be written in quotes,`;
  }
}
