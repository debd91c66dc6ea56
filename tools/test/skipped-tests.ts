/** A test that may be skipped. */
export interface SkippedTest {
  /** File and full name, as a run prints them when it complains: `path/x.test.ts > group name`. */
  readonly test: string;
  /** Why the product may do without it there, and what would bring it back. */
  readonly reason: string;
  /** Where it may be skipped; absent: everywhere. */
  readonly only?: 'unprivileged';
}

const MOUNTS = 'mounts a file system of its own, which only root may: run the tests as root too';

const SKIPPED_TESTS: readonly SkippedTest[] = [
  {
    test: 'apps/server/test/store/sqlite-file.test.ts > a SQLite file on a file system of its own refuses changes while the disk is full, goes on reading, and writes again when there is room',
    reason: MOUNTS,
    only: 'unprivileged',
  },
  {
    test: 'apps/server/test/store/sqlite-file.test.ts > a SQLite file on a file system of its own is refused with a sentence when its file system is read-only',
    reason: MOUNTS,
    only: 'unprivileged',
  },
];

/**
 * The only tests that may be skipped; any other skipped test fails the run, and so does one of these that is not
 * skipped any more.
 *
 * @param privileged whether the tests run as root
 */
export function skippedTests(privileged: boolean): readonly SkippedTest[] {
  return SKIPPED_TESTS.filter(({ only }) => only !== 'unprivileged' || !privileged);
}
