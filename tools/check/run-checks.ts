import type { Check } from './checks.ts';

/** How many checks passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs checks at the same time and prints them in their order, each with what it has to say.
 *
 * @param checks one that throws counts as failed
 */
export async function runChecks(checks: readonly Check[]): Promise<Count> {
  const running = checks.map(async check => {
    const started = performance.now();
    const outcome = await check.run().catch((error: unknown) => ({
      passed: false,
      report: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
    return { ...outcome, name: check.name, seconds: (performance.now() - started) / 1000 };
  });
  let passed = 0;
  for (const outcome of running) {
    const { name, seconds, report, ...result } = await outcome;
    console.log(`${result.passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
    if (report !== '') console.log(report.replaceAll(/^/gm, '       '));
    if (result.passed) passed += 1;
  }
  return { passed, failed: checks.length - passed };
}
