import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runChecks } from './run-checks.ts';

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation(line => {
    printed.push(String(line));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('running checks', () => {
  it('counts each and shows what it has to say', async () => {
    const count = await runChecks([
      { name: 'types', run: async () => ({ passed: true, report: '' }) },
      { name: 'sizes', run: async () => ({ passed: false, report: 'error: a.ts has 900 lines' }) },
    ]);
    expect(count).toEqual({ passed: 1, failed: 1 });
    expect(printed[0]).toMatch(/^ok +types/);
    expect(printed[1]).toMatch(/^FAILED sizes/);
    expect(printed[2]).toMatch(/a\.ts has 900 lines/);
  });

  it('counts a check that breaks down as failed', async () => {
    expect(await runChecks([{ name: 'lint', run: () => Promise.reject(new Error('no biome')) }])).toEqual({
      passed: 0,
      failed: 1,
    });
    expect(printed.join('\n')).toContain('no biome');
  });
});
