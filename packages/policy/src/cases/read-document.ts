import { quote } from '../findings.ts';
import type { JsonNode } from '../json/json.ts';
import { readJson } from '../json/read-json.ts';
import { writeJson } from '../json/write-json.ts';
import type { CaseDocument } from './case.ts';
import { type Note, readFields, readName } from './fields.ts';

/** What reading documents needs. */
export interface DocumentReading {
  readonly note: Note;
  /** The text of a file that a case names instead of holding the document; `undefined` when it cannot be read. */
  readonly open: (file: string) => string | undefined;
}

const REFERENCE = { what: 'a reference to a file', required: ['file'], optional: [] };

/** Reads a policy of a decision case: the document itself, or `{ "file": … }`. `name` is what an inline one is called. */
export function readPolicy(node: JsonNode, name: string, reading: DocumentReading): CaseDocument | undefined {
  if (isReference(node)) return readReference(node, reading);
  if (node.type === 'object') return { name, text: writeJson(node) };
  reading.note(node, 'A policy is a document, or { "file": "…" } with the name of its file.');
  return undefined;
}

/**
 * Reads the text of a document that is judged itself, which may be any JSON value, or `{ "file": … }`; a file may
 * hold any text.
 */
export function readJudged(node: JsonNode, { note, open }: DocumentReading): string {
  if (!isReference(node)) return writeJson(node);
  const file = readFileName(node, note);
  return openNoted(file, node, { note, open }) ?? '';
}

/** No policy document has an element of that name. */
function isReference(node: JsonNode): boolean {
  return node.type === 'object' && node.members.has('file');
}

function readFileName(node: JsonNode, note: Note): string {
  return readName(readFields(node, REFERENCE, note)?.get('file'), note);
}

function readReference(node: JsonNode, reading: DocumentReading): CaseDocument | undefined {
  const file = readFileName(node, reading.note);
  const text = openNoted(file, node, reading);
  if (text === undefined) return undefined;
  // What is no JSON at all would count as a document that denies everything, and pass many a test.
  if (readJson(text, () => undefined)?.type === 'object') return { name: file, text };
  reading.note(node, `The file ${quote(file)} holds no JSON object.`);
  return undefined;
}

function openNoted(file: string, node: JsonNode, { note, open }: DocumentReading): string | undefined {
  if (file === '') return undefined;
  const text = open(file);
  if (text === undefined) note(node, `The file ${quote(file)} cannot be read.`);
  return text;
}
