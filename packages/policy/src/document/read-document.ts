import type { Report } from '../findings.ts';
import { quote, watch } from '../findings.ts';
import type { JsonNode, JsonObject } from '../json/json.ts';
import { readJson } from '../json/read-json.ts';
import type { DocumentKind, PolicyDocument, Statement } from './document.ts';
import { describe, readObject, reportUnknownElements } from './elements.ts';
import { readStatement, unreadableStatement } from './read-statement.ts';

/** A document as far as it is understood, and where its statements stand. */
export interface ReadDocument {
  readonly document: PolicyDocument;
  /** One for each statement of the document; empty when the text cannot be read. */
  readonly nodes: readonly JsonNode[];
}

/** Reads the text of a document; all that is wrong with it but its length is reported (spec: policy 1). */
export function readDocument(text: string, kind: DocumentKind, report: Report): ReadDocument {
  const json = watch(report);
  const root = readJson(text, json.report);
  const object = root === undefined ? undefined : readObject(root, 'a policy document', report);
  const frame = watch(report);
  const nodes = object === undefined ? undefined : readFrame(object, frame.report);
  const statements = nodes?.map(node => readStatement(node, kind, report));
  // A name that stands twice may hide a Deny behind an Allow, so such a text counts as one that cannot be read.
  if (nodes === undefined || statements === undefined || !json.isUnderstood()) {
    return { document: { kind, statements: [unreadableStatement] }, nodes: [] };
  }
  const trusted = frame.isUnderstood() ? statements : statements.map(distrust);
  return { document: { kind, statements: trusted }, nodes };
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
