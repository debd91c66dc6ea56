import { collectFindings, type Finding, quote } from '../findings.ts';
import type { JsonNode } from '../json/json.ts';
import { readJson } from '../json/read-json.ts';
import type { CaseFile, CaseHead } from './case.ts';
import { type Note, readFields, readList } from './fields.ts';
import { readDecisionCase } from './read-decision-case.ts';
import type { DocumentReading } from './read-document.ts';
import { readValidationCase } from './read-validation-case.ts';

/** The cases of a text, or everything that is wrong with it. */
export type ParsedCases =
  | { readonly ok: true; readonly file: CaseFile }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] };

/** One thing that is wrong with a file of cases, and where. */
export type CaseProblem = Omit<Finding, 'code'>;

const FILE = { what: 'a file of cases', required: [], optional: ['meta', 'cases', 'validation'] };

const NO_FILES = () => undefined;

/**
 * Reads a file of cases, whose format `corpus/README.md` explains. It is read strictly: a file with an unknown or
 * missing field, a wrong type, an id that stands twice, or no case at all is refused as a whole, since a case that is
 * not run must not look like one that passed. Never throws but what `open` throws.
 *
 * @param open gives the text of a file that stands in the place of a document as `{ "file": … }`, by its name as
 *   written; `undefined` when there is none to read. Without it such references are refused.
 */
export function readCases(text: string, open: (file: string) => string | undefined = NO_FILES): ParsedCases {
  const findings = collectFindings(text);
  // Files of cases have no codes: their problems are read by whoever wrote them, not by programs.
  const note: Note = (place, message) => findings.report('data-type', place, message);
  const root = readJson(text, findings.report);
  const file = root === undefined ? undefined : readFile(root, { note, open });
  const problems = findings
    .list()
    .map(({ path, line, column, message }) => ({ path, line, column, message }));
  return file === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, file };
}

function readFile(root: JsonNode, reading: DocumentReading): CaseFile | undefined {
  const { note } = reading;
  const fields = readFields(root, FILE, note);
  if (fields === undefined) return undefined;
  const ids = new Set<string>();
  const read = <Case extends CaseHead>(
    name: string,
    readCase: (node: JsonNode, reading: DocumentReading) => Case | undefined,
  ) =>
    readList(fields.get(name), 'cases', note).flatMap(node => {
      const one = readCase(node, reading);
      if (one !== undefined && ids.has(one.id))
        note(node, `The id ${quote(one.id)} stands twice in the file.`);
      if (one !== undefined) ids.add(one.id);
      return one ?? [];
    });
  const file = {
    cases: read('cases', readDecisionCase),
    validation: read('validation', readValidationCase),
  };
  const lists = [fields.get('cases'), fields.get('validation')];
  if (lists.every(list => list === undefined || (list.type === 'list' && list.items.length === 0))) {
    note(root, 'The file holds no cases. Add some to "cases" or "validation".');
  }
  return file;
}
