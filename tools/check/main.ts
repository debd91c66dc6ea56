// npm run check: what can be said of the tree without running the product. Fast, for before each commit.
import { CHECKS } from './checks.ts';
import { runChecks } from './run-checks.ts';

const { passed, failed } = await runChecks(CHECKS);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
