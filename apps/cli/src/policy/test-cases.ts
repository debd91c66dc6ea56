import { explanationLines } from '@wardenry/policy';
import { writeLines } from '../lines.ts';
import { EXIT, type Surroundings } from '../surroundings.ts';
import { type CaseResult, type FileResult, runCases } from './case-results.ts';
import { findingLine } from './finding-line.ts';

/** Options of `wardenry policy test`. */
export interface TestOptions {
  readonly json?: true;
}

/**
 * Runs files of cases and reports on them.
 *
 * @returns the exit code: a file that cannot be read weighs more than a case that failed, since it hides others
 */
export function testFiles(
  files: readonly string[],
  options: TestOptions,
  { out, err }: Surroundings,
): number {
  const tested = files.map(runCases);
  const results = tested.flatMap(file => file.results);
  const failed = results.filter(({ passed }) => !passed).length;
  const passed = results.length - failed;
  if (options.json) out(`${JSON.stringify({ passed, failed, files: tested }, undefined, 2)}\n`);
  else {
    writeLines(err, tested.flatMap(messagesOf));
    writeLines(out, [...tested.flatMap(failuresOf), `${passed} passed, ${failed} failed`]);
  }
  if (tested.some(({ problems }) => problems.length > 0)) return EXIT.usage;
  return failed === 0 ? EXIT.ok : EXIT.failure;
}

/** What keeps the file from being run, and what its author should know. */
function messagesOf({ file, problems, warnings }: FileResult): readonly string[] {
  const errors = problems.map(problem =>
    findingLine(file, { ...problem, level: 'error', code: 'case-file' }),
  );
  const doubts = warnings.flatMap(({ case: id, document, findings }) =>
    findings.map(({ path, message }) => `${file}: warning: case ${id}, ${document} ${path}: ${message}`),
  );
  const end = problems.length === 0 ? [] : [`${file}: none of its cases were run.`];
  return [...errors, ...doubts, ...end];
}

function failuresOf({ file, results }: FileResult): readonly string[] {
  return results.filter(({ passed }) => !passed).flatMap(result => [...failureLines(file, result), '']);
}

function failureLines(file: string, result: CaseResult): readonly string[] {
  const head = `FAIL ${file}: ${[result.id, result.title].join(' ').trimEnd()}`;
  return [head, `  expected ${result.expected}, got ${result.got}`, ...reasonLines(result).map(indented)];
}

function reasonLines(result: CaseResult): readonly string[] {
  if (result.type === 'validation') {
    const { findings = [] } = result;
    if (findings.length === 0) return ['nothing is wrong with the document'];
    return findings.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
  }
  return result.explanation === undefined ? [] : explanationLines(result.explanation);
}

function indented(line: string): string {
  return `  ${line}`;
}
