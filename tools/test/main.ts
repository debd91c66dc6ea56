// npm test: everything that must hold. The checks of the tree, then all suites on the real databases and clients;
// at the end which of those ran, and one line `N passed, N failed` in which each check counts like a test.
// With a filter (npm test -- store) only the suites whose file names contain it run, and no checks.
import { relative, sep } from 'node:path';
import { SetUpError } from '../bootstrap/messages.mjs';
import { root } from '../bootstrap/places.mjs';
import { startPostgres } from '../bootstrap/postgres.mjs';
import { buildCheck, CHECKS } from '../check/checks.ts';
import { type Count, runChecks } from '../check/run-checks.ts';
import { componentsOf, sessionsOf } from './components.ts';
import { judge } from './judge.ts';
import { runVitest } from './run-vitest.ts';
import { skippedTests } from './skipped-tests.ts';

const filter = process.argv.slice(2);

const checks = await runChecks(filter.length === 0 ? CHECKS : [buildCheck]);
const suites = await runSuites();
const passed = checks.passed + suites.passed;
const failed = checks.failed + suites.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runSuites(): Promise<Count> {
  try {
    const postgres = await startPostgres();
    console.log(`PostgreSQL ${postgres.version}: ${postgres.source}`);
    try {
      return await runSuitesOn(postgres);
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.log(`${error.message}\nThe suites did not run.`);
    return { passed: 0, failed: 1 };
  }
}

async function runSuitesOn(postgres: Awaited<ReturnType<typeof startPostgres>>): Promise<Count> {
  const run = await runVitest(filter, { WARDENRY_TEST_POSTGRES_URL: postgres.url });
  const complete = filter.length === 0;
  const allowed = skippedTests(process.getuid?.() === 0);
  const { passed, failed, complaints } = judge(run, { root, allowed, complete });
  const sessions = await sessionsOf(postgres.url);
  const unused = complete && sessions <= 1 ? ['No test used PostgreSQL.'] : [];
  for (const complaint of [...complaints, ...unused]) console.log(`FAILED ${complaint}`);

  const files = run.report?.testResults.map(({ name }) => relative(root, name).split(sep).join('/')) ?? [];
  console.log('What ran:');
  for (const component of await componentsOf(files)) console.log(`  ${component}`);
  console.log(`  PostgreSQL ${postgres.version} (${postgres.source}; ${sessions} sessions)`);
  for (const { test, reason } of allowed) console.log(`  not here: ${test} (${reason})`);
  return { passed, failed: failed + unused.length };
}
