import { configDefaults, defineConfig } from 'vitest/config';

const areas = 'apps/server/src/areas/**/*.test.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** On which database the rules of areas run. */
    readonly database: 'sqlite' | 'postgresql';
  }
}

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    exclude: [...configDefaults.exclude, '**/dist/**'],
    // Limits against hanging, for two cores that do other things too; no test asserts how long it takes.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'suites',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tools/**/*.test.ts', 'e2e/**/*.test.ts'],
          provide: { database: 'sqlite' },
        },
      },
      {
        extends: true,
        test: { name: 'areas on PostgreSQL', include: [areas], provide: { database: 'postgresql' } },
      },
    ],
  },
});
