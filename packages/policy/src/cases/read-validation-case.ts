import { documentKinds } from '../document/document.ts';
import { describe } from '../document/elements.ts';
import { quote } from '../findings.ts';
import type { JsonNode } from '../json/json.ts';
import type { ValidationCase } from './case.ts';
import { type Note, readFields, readName, readText, readWord } from './fields.ts';
import { type DocumentReading, readJudged } from './read-document.ts';

const CASE = {
  what: 'a validation case',
  required: ['id', 'kind', 'expected'],
  optional: ['title', 'document', 'rawText', 'padTo', 'why', 'basis', 'source'],
};

/** Documents are filled up to no more characters than this: none may be nearly as long. */
const MOST_PADDING = 1_000_000;

/** Reads a case about a document. What is wrong is noted; then the result means nothing. */
export function readValidationCase(node: JsonNode, reading: DocumentReading): ValidationCase | undefined {
  const { note } = reading;
  const fields = readFields(node, CASE, note);
  if (fields === undefined) return undefined;
  const document = fields.get('document');
  const rawText = fields.get('rawText');
  if ((document === undefined) === (rawText === undefined)) {
    note(node, 'A validation case has either a "document" or its text as "rawText".');
  }
  const text = document === undefined ? readText(rawText, note) : readJudged(document, reading);
  return {
    id: readName(fields.get('id'), note),
    title: readText(fields.get('title'), note),
    basis: readText(fields.get('basis'), note),
    kind: readWord(fields.get('kind'), documentKinds, note),
    text: text.padEnd(readLength(fields.get('padTo'), note), ' '),
    expected: readWord(fields.get('expected'), ['Accept', 'Reject'], note),
  };
}

function readLength(node: JsonNode | undefined, note: Note): number {
  if (node === undefined) return 0;
  const length = node.type === 'number' ? Number(node.text) : Number.NaN;
  if (Number.isInteger(length) && length >= 0 && length <= MOST_PADDING) return length;
  const found = node.type === 'number' ? `The number ${quote(node.text)}` : describe(node);
  note(node, `${found} stands where a number of characters, at most ${MOST_PADDING}, is expected.`);
  return 0;
}
