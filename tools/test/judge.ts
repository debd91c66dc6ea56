import { relative, sep } from 'node:path';
import type { SkippedTest } from './skipped-tests.ts';

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    /** Absolute path. */
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** What a run of the tests comes to. */
export interface Verdict {
  readonly passed: number;
  readonly failed: number;
  /** Everything that counts as failed beside tests that ran and failed, each as a sentence. */
  readonly complaints: readonly string[];
}

/** What vitest left behind. */
export interface VitestRun {
  /** Undefined when it died before it could write one. */
  readonly report: VitestReport | undefined;
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
}

/** What a run is held to. */
export interface Terms {
  /** Of the clone, absolute. */
  readonly root: string;
  /** The tests that may be skipped. */
  readonly allowed: readonly SkippedTest[];
  /** Whether all tests were meant to run, so that those on the list must have turned up. */
  readonly complete: boolean;
}

/**
 * Counts a run. Beside tests that failed, these count as failed: a file that did not load or has no tests, a
 * skipped test that is not on the list, a test on the list that was not skipped, and a run that ended badly
 * although no test failed.
 */
export function judge({ report, exitCode }: VitestRun, { root, allowed, complete }: Terms): Verdict {
  if (!report) {
    return { passed: 0, failed: 1, complaints: [`vitest ended (${codeOf(exitCode)}) without a report.`] };
  }
  const files = report.testResults.map(file => ({
    ...file,
    path: relative(root, file.name).split(sep).join('/'),
  }));
  const tests = files.flatMap(file =>
    file.assertionResults.map(({ fullName, status }) => ({ name: `${file.path} > ${fullName}`, status })),
  );
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ name }) => name);

  const complaints = [
    ...files
      .filter(isBroken)
      .map(({ path, message }) => `${path} did not run: ${message.trim() || 'it has no tests'}`),
    ...skipped
      .filter(name => !allowed.some(({ test }) => test === name))
      .map(name => `${name} is skipped without a reason in tools/test/skipped-tests.ts.`),
    ...(complete ? allowed : [])
      .filter(({ test }) => !skipped.includes(test))
      .map(({ test }) => `${test} was not skipped: remove it from tools/test/skipped-tests.ts.`),
    ...(files.length === 0 ? ['No test ran.'] : []),
  ];
  const unexplained = exitCode !== 0 && failed === 0 && complaints.length === 0;
  const all = unexplained
    ? [`vitest ended badly (${codeOf(exitCode)}) although no test failed; its output says why.`]
    : complaints;
  return { passed, failed: failed + all.length, complaints: all };
}

type TestFile = VitestReport['testResults'][number];

/** Whether a file failed as a whole: no test in it says so. */
function isBroken({ status, assertionResults }: TestFile): boolean {
  const explained = assertionResults.some(result => result.status === 'failed');
  return assertionResults.length === 0 || (status === 'failed' && !explained);
}

function codeOf(exitCode: number | null): string {
  return exitCode === null ? 'by a signal' : `exit code ${exitCode}`;
}
