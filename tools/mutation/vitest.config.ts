import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Unit tests first: most mutants die at them, and the property tests after them take longest. */
class UnitTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      ['.prop.test.ts', 'sample.prop.test.ts'].filter(end => moduleId.endsWith(end)).length;
    return files.toSorted((left, right) => rank(left) - rank(right));
  }
}

// The tests that judge mutants of the policy engine: quick ones only, and the same answer every time.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: [
      'packages/policy/src/**/*.test.ts',
      'packages/policy/test/corpus.test.ts',
      'packages/policy/test/sample.prop.test.ts',
    ],
    exclude: ['packages/policy/src/lint/**', 'packages/policy/src/catalogue/**'],
    setupFiles: ['tools/mutation/fail-fast.ts'],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: UnitTestsFirst },
  },
});
