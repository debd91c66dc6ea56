import type { Finding, Report } from '../findings.ts';
import { collectFindings, quote, watch } from '../findings.ts';
import type { JsonNode, JsonObject } from '../json/json.ts';
import { readJson } from '../json/read-json.ts';
import type { DocumentKind, PolicyDocument, Statement } from './document.ts';
import { describe, readObject, reportUnknownElements } from './elements.ts';
import { countCharacters, documentLimits } from './limits.ts';
import { readStatement, unreadableStatement } from './read-statement.ts';

/** A document, or everything that is wrong with its text. */
export type ParsedDocument =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A document as far as it is understood, and everything that is wrong with its text. */
export interface StoredDocument {
  readonly document: PolicyDocument;
  readonly findings: readonly Finding[];
}

/** A text this many times longer than its kind allows is not read at all, to bound the work it can cause. */
const UNREAD_FACTOR = 8;

/**
 * Reads and checks the text of a policy document that is about to be created or used for the first time
 * (spec: policy 1). Every finding is listed, in the order of the text, not only the first. Never throws.
 * `limit` is the longest text to accept, in characters.
 */
export function parseDocument(
  text: string,
  kind: DocumentKind,
  limit: number = documentLimits[kind],
): ParsedDocument {
  const findings = collectFindings(text);
  const characters = countCharacters(text);
  if (characters > limit) {
    const message = `The document has ${characters} characters. The limit for a document of this kind is ${limit}.`;
    findings.report('document-too-long', { path: '', offset: 0 }, message);
  }
  if (characters > limit * UNREAD_FACTOR) return { ok: false, findings: findings.list() };
  const document = readDocument(text, kind, findings.report);
  const list = findings.list();
  return list.length === 0 ? { ok: true, document } : { ok: false, findings: list };
}

/**
 * Reads a document that was accepted earlier, by this version or another, and never refuses: what it cannot
 * understand errs towards refusing requests (spec: policy 3.3). A statement that is not understood in full does
 * not allow; if it denies, the parts that cannot be read do not limit it. A text that cannot be read denies
 * everything. Its length does not matter. The findings say what is wrong and should be shown to an operator.
 */
export function readStoredDocument(text: string, kind: DocumentKind): StoredDocument {
  const findings = collectFindings(text);
  const document = readDocument(text, kind, findings.report);
  return { document, findings: findings.list() };
}

function readDocument(text: string, kind: DocumentKind, report: Report): PolicyDocument {
  const json = watch(report);
  const root = readJson(text, json.report);
  const object = root === undefined ? undefined : readObject(root, 'a policy document', report);
  const frame = watch(report);
  const nodes = object === undefined ? undefined : readFrame(object, frame.report);
  const statements = nodes?.map(node => readStatement(node, kind, report));
  // A name that stands twice may hide a Deny behind an Allow, so such a text counts as one that cannot be read.
  if (statements === undefined || !json.isUnderstood()) return { kind, statements: [unreadableStatement] };
  return { kind, statements: frame.isUnderstood() ? statements : statements.map(distrust) };
}

/** Reads what stands around the statements: the document's elements and its version. */
function readFrame(document: JsonObject, report: Report): readonly JsonNode[] | undefined {
  reportUnknownElements(document, ['Version', 'Statement'], report);
  checkVersion(document, report);
  return readStatementList(document, report);
}

/** The statement as it counts in a document that is not understood: it does not allow. */
function distrust(statement: Statement): Statement {
  return { ...statement, intact: false };
}

function checkVersion(document: JsonObject, report: Report): void {
  const version = document.members.get('Version')?.value;
  if (version === undefined) {
    report('missing-version', document, 'The document has no version. Add "Version": "1".');
  } else if (version.type !== 'string') {
    report('data-type', version, `${describe(version)} stands where "1" is expected.`);
  } else if (version.value !== '1') {
    report('invalid-version', version, `${quote(version.value)} is no version of the language. Write "1".`);
  }
}

function readStatementList(document: JsonObject, report: Report): readonly JsonNode[] | undefined {
  const list = document.members.get('Statement')?.value;
  if (list === undefined) {
    report(
      'missing-statement',
      document,
      'The document has no statements. Add "Statement" with a list of them.',
    );
    return undefined;
  }
  if (list.type !== 'list') {
    report(
      'data-type',
      list,
      `${describe(list)} stands where a list of statements is expected. Put it in [ ].`,
    );
    return undefined;
  }
  if (list.items.length === 0) report('empty-list', list, 'The list is empty. Add at least one statement.');
  return list.items;
}
