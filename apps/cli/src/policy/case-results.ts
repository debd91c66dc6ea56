import { dirname, resolve } from 'node:path';
import type { Explanation, Finding } from '@wardenry/policy';
import {
  type CaseProblem,
  type DecisionCase,
  decideCase,
  readCases,
  type UnacceptableDocument,
  unacceptableDocuments,
  type ValidationCase,
  validateCase,
} from '@wardenry/policy/cases';
import { readTextFile } from '../text-file.ts';
import { explainCase } from './case-explanation.ts';

/** What became of a file of cases. */
export interface FileResult {
  /** The file as it was named. */
  readonly file: string;
  /** Why its cases were not run; empty when they were. */
  readonly problems: readonly CaseProblem[];
  readonly results: readonly CaseResult[];
  readonly warnings: readonly CaseWarning[];
}

/** What became of a case. */
export type CaseResult = DecisionResult | ValidationResult;

interface Result {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly got: string;
}

interface DecisionResult extends Result {
  readonly type: 'decision';
  /** Why it was decided so; there when the case failed. */
  readonly explanation?: Explanation;
}

interface ValidationResult extends Result {
  readonly type: 'validation';
  /** What is wrong with the document; there when the case failed. */
  readonly findings?: readonly Finding[];
}

/** A document of a decision case that nobody could attach, since it is not valid. */
export interface CaseWarning extends UnacceptableDocument {
  /** The id of the case. */
  readonly case: string;
}

/** Runs the cases of a file. Documents in files of their own are looked for beside it. */
export function runCases(file: string): FileResult {
  const source = readTextFile(file);
  if (!source.ok) return notRun(file, [{ path: '', line: 1, column: 1, message: source.reason }]);
  const read = readCases(source.text, name => {
    const document = readTextFile(resolve(dirname(file), name));
    return document.ok ? document.text : undefined;
  });
  if (!read.ok) return notRun(file, read.problems);
  const { cases, validation } = read.file;
  return {
    file,
    problems: [],
    results: [...cases.map(runDecision), ...validation.map(runValidation)],
    warnings: cases.flatMap(one =>
      unacceptableDocuments(one.policies).map(document => ({ case: one.id, ...document })),
    ),
  };
}

function notRun(file: string, problems: readonly CaseProblem[]): FileResult {
  return { file, problems, results: [], warnings: [] };
}

function runDecision(one: DecisionCase): DecisionResult {
  const { id, title, expected } = one;
  const got = decideCase(one).effect;
  const passed = got === expected;
  const reasons = passed ? {} : { explanation: explainCase(one) };
  return { type: 'decision', id, title, passed, expected, got, ...reasons };
}

function runValidation(one: ValidationCase): ValidationResult {
  const { id, title, expected } = one;
  const parsed = validateCase(one);
  const got = parsed.ok ? 'Accept' : 'Reject';
  const passed = got === expected;
  const reasons = passed ? {} : { findings: parsed.ok ? [] : parsed.findings };
  return { type: 'validation', id, title, passed, expected, got, ...reasons };
}
