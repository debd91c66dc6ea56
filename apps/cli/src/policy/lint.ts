import type { DocumentKind } from '@wardenry/policy';
import type { CaseProblem } from '@wardenry/policy/cases';
import { type LintFinding, type LintLevel, lint } from '@wardenry/policy/lint';
import { writeLines } from '../lines.ts';
import { EXIT, type Surroundings } from '../surroundings.ts';
import { readTextFile } from '../text-file.ts';
import { findingLine } from './finding-line.ts';

/** Options of `wardenry policy lint`. */
export interface LintOptions {
  /** What the documents are for. */
  readonly kind: DocumentKind;
  /** The mildest finding that fails the command. */
  readonly failOn: LintLevel;
  readonly json?: true;
}

/** What was found in a file. */
interface FileFindings {
  /** The file as it was named. */
  readonly file: string;
  readonly kind: DocumentKind;
  /** Why it could not be read; empty when it could. */
  readonly problems: readonly CaseProblem[];
  readonly findings: readonly LintFinding[];
}

/** The levels of findings, the worst first. */
const LEVELS: readonly LintLevel[] = ['error', 'security', 'suggestion'];

/**
 * Checks policy documents and reports on them.
 *
 * @returns the exit code
 */
export function lintFiles(
  files: readonly string[],
  options: LintOptions,
  { out, err }: Surroundings,
): number {
  const linted = files.map(file => lintFile(file, options.kind));
  const findings = linted.flatMap(file => file.findings);
  const count = (level: LintLevel) => findings.filter(finding => finding.level === level).length;
  if (options.json) {
    const counts = { errors: count('error'), security: count('security'), suggestions: count('suggestion') };
    out(`${JSON.stringify({ ...counts, files: linted }, undefined, 2)}\n`);
  } else {
    writeLines(
      err,
      linted.flatMap(({ file, problems }) => problems.map(({ message }) => `${file}: ${message}`)),
    );
    writeLines(
      out,
      linted.flatMap(({ file, findings }) => findings.map(finding => findingLine(file, finding))),
    );
  }
  if (linted.some(({ problems }) => problems.length > 0)) return EXIT.usage;
  const failing = LEVELS.slice(0, LEVELS.indexOf(options.failOn) + 1);
  return failing.some(level => count(level) > 0) ? EXIT.failure : EXIT.ok;
}

function lintFile(file: string, kind: DocumentKind): FileFindings {
  const source = readTextFile(file);
  if (source.ok) return { file, kind, problems: [], findings: lint(source.text, kind, { now: new Date() }) };
  return { file, kind, problems: [{ path: '', line: 1, column: 1, message: source.reason }], findings: [] };
}
