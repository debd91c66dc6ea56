/** A test that may be skipped. */
export interface SkippedTest {
  /** File and full name, as the summary of a run prints them: `path/x.test.ts > group name`. */
  readonly test: string;
  /** Why the product may do without it for now, and what would bring it back. */
  readonly reason: string;
}

/** The only tests that may be skipped; any other skipped test fails the run. */
export const SKIPPED_TESTS: readonly SkippedTest[] = [];
