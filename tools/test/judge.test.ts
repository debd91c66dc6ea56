import { describe, expect, it } from 'vitest';
import { judge, type VitestReport } from './judge.ts';

/** A report in which each file is given by the statuses of its tests, named t1, t2, ... */
function report(
  files: Readonly<Record<string, { status?: string; tests: readonly string[] }>>,
): VitestReport {
  return {
    testResults: Object.entries(files).map(([path, { status = 'passed', tests }]) => ({
      name: `/clone/${path}`,
      status,
      message: status === 'failed' ? 'Error: cannot load' : '',
      assertionResults: tests.map((state, index) => ({ fullName: `t${index + 1}`, status: state })),
    })),
  };
}

const terms = { root: '/clone', allowed: [], complete: true };

describe('the verdict on a run of the tests', () => {
  it('counts tests that passed and failed', () => {
    const run = {
      report: report({ 'a.test.ts': { status: 'failed', tests: ['passed', 'failed', 'passed'] } }),
      exitCode: 1,
    };
    expect(judge(run, terms)).toEqual({ passed: 2, failed: 1, complaints: [] });
  });

  it('counts a file that did not load as failed', () => {
    const run = { report: report({ 'a.test.ts': { status: 'failed', tests: [] } }), exitCode: 1 };
    expect(judge(run, terms)).toMatchObject({
      failed: 1,
      complaints: ['a.test.ts did not run: Error: cannot load'],
    });
  });

  it('counts a file that failed although its tests passed, as when a hook after them breaks', () => {
    const run = { report: report({ 'a.test.ts': { status: 'failed', tests: ['passed'] } }), exitCode: 1 };
    expect(judge(run, terms)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a file without tests as failed', () => {
    const run = {
      report: report({ 'a.test.ts': { tests: [] }, 'b.test.ts': { tests: ['passed'] } }),
      exitCode: 0,
    };
    expect(judge(run, terms)).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each(['skipped', 'pending', 'todo'])('counts a test that is %s as failed', status => {
    const run = { report: report({ 'a.test.ts': { tests: ['passed', status] } }), exitCode: 0 };
    expect(judge(run, terms)).toEqual({
      passed: 1,
      failed: 1,
      complaints: ['a.test.ts > t2 is skipped without a reason in tools/test/skipped-tests.ts.'],
    });
  });

  it('allows the skips on the list, until they are not skipped any more', () => {
    const allowed = [{ test: 'a.test.ts > t1', reason: 'no such platform' }];
    const skipped = { report: report({ 'a.test.ts': { tests: ['skipped', 'passed'] } }), exitCode: 0 };
    expect(judge(skipped, { ...terms, allowed })).toEqual({ passed: 1, failed: 0, complaints: [] });
    const back = { report: report({ 'a.test.ts': { tests: ['passed', 'passed'] } }), exitCode: 0 };
    expect(judge(back, { ...terms, allowed })).toMatchObject({ failed: 1 });
    const gone = { report: report({ 'b.test.ts': { tests: ['passed'] } }), exitCode: 0 };
    expect(judge(gone, { ...terms, allowed })).toMatchObject({ failed: 1 });
    expect(judge(gone, { ...terms, allowed, complete: false })).toMatchObject({ failed: 0 });
  });

  it.each([1, null])('counts a run that ended with %s although all passed', exitCode => {
    const run = { report: report({ 'a.test.ts': { tests: ['passed'] } }), exitCode };
    expect(judge(run, terms)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run without a report or without tests', () => {
    expect(judge({ report: undefined, exitCode: null }, terms)).toMatchObject({
      passed: 0,
      failed: 1,
    });
    expect(judge({ report: report({}), exitCode: 0 }, terms)).toMatchObject({ passed: 0, failed: 1 });
  });
});
