import type { Place } from './json/json.ts';

/** What can be wrong with a policy document. A code keeps its meaning for ever; messages may be reworded. */
export type FindingCode =
  | 'json-syntax'
  | 'json-too-deep'
  | 'json-duplicate-name'
  | 'json-lone-surrogate'
  | 'json-replacement-character'
  | 'document-too-long'
  | 'data-type'
  | 'unknown-element'
  | 'unexpected-element'
  | 'empty-list'
  | 'empty-exclusion'
  | 'missing-version'
  | 'invalid-version'
  | 'missing-statement'
  | 'missing-effect'
  | 'invalid-effect'
  | 'missing-action'
  | 'action-and-not-action'
  | 'invalid-action'
  | 'missing-resource'
  | 'resource-and-not-resource'
  | 'invalid-arn-prefix'
  | 'missing-arn-field'
  | 'missing-principal'
  | 'invalid-principal'
  | 'invalid-operator'
  | 'invalid-condition-key'
  | 'invalid-condition-value'
  | 'missing-condition-key'
  | 'missing-condition-value'
  | 'multiple-booleans'
  | 'too-many-findings';

/** One thing that is wrong with a document, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** JSON Pointer (RFC 6901) of the element, such as `/Statement/0/Action`; empty for the document itself. */
  readonly path: string;
  /** Line of the text, from 1. */
  readonly line: number;
  /** Column in the line, in UTF-16 code units, from 1. */
  readonly column: number;
  /** What is wrong, and how to write it. */
  readonly message: string;
}

/** Takes note of something wrong at a place. */
export type Report = (code: FindingCode, place: Place, message: string) => void;

/** The findings of one text while it is read. */
export interface Findings {
  readonly report: Report;
  /** Everything reported, in the order of the text. */
  readonly list: () => Finding[];
}

/** A report that passes everything on and remembers whether anything came that leaves the text in doubt. */
export interface WatchedReport {
  readonly report: Report;
  /** Whether all that was read so far is understood, although it may have been refused. */
  readonly isUnderstood: () => boolean;
}

/** Watches a report. An empty list leaves no doubt: it matches nothing (spec: policy 1.12). */
export function watch(report: Report): WatchedReport {
  let understood = true;
  return {
    report: (code, place, message) => {
      if (code !== 'empty-list') understood = false;
      report(code, place, message);
    },
    isUnderstood: () => understood,
  };
}

/** Something wrong, before its line and column are known. */
export interface Problem<Code extends string> extends Place {
  readonly code: Code;
  readonly message: string;
}

/** Findings listed for one document; more than that tell nobody anything new. */
const MAX_FINDINGS = 100;

/** So many are kept before the last of them are dropped. */
const MAX_KEPT = 1000;

/** Starts collecting what is wrong with a text. */
export function collectFindings(text: string): Findings {
  let problems: Problem<FindingCode>[] = [];
  let count = 0;
  return {
    report: (code, { path, offset }, message) => {
      count += 1;
      problems.push({ code, path, offset, message });
      if (problems.length > MAX_KEPT) problems = firstOf(problems);
    },
    list: () => listFindings(text, firstOf(problems), count),
  };
}

/** Those that are listed, and the next one, in the order of the text. */
function firstOf(problems: readonly Problem<FindingCode>[]): Problem<FindingCode>[] {
  return problems.toSorted((left, right) => left.offset - right.offset).slice(0, MAX_FINDINGS + 1);
}

function listFindings(text: string, ordered: readonly Problem<FindingCode>[], count: number): Finding[] {
  const listed = ordered.slice(0, MAX_FINDINGS);
  const next = ordered[MAX_FINDINGS];
  if (next !== undefined) {
    const message = `${count - MAX_FINDINGS} more things are wrong from here on. Correct those listed, then check again.`;
    listed.push({ ...next, code: 'too-many-findings', message });
  }
  return locate(text, listed).map(({ offset: _, ...finding }) => finding);
}

/**
 * Adds line and column, both from 1, to what was found at offsets of a text. Reads the text once, however much was
 * found: the problems come in the order of the text.
 */
export function locate<P extends { readonly offset: number }>(
  text: string,
  ordered: readonly P[],
): (P & { readonly line: number; readonly column: number })[] {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  return ordered.map(problem => {
    for (; at < problem.offset; at++) {
      const character = text.charAt(at);
      if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) {
        line += 1;
        lineStart = at + 1;
      }
    }
    return { ...problem, line, column: problem.offset - lineStart + 1 };
  });
}

/** Characters of a document's own text that a message repeats. */
const MAX_QUOTED = 64;

/** A text of the document as a message shows it: in double quotes, and cut when it is long. */
export function quote(text: string): string {
  return text.length <= MAX_QUOTED ? `"${text}"` : `"${text.slice(0, MAX_QUOTED - 1).toWellFormed()}…"`;
}
