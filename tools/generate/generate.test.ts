import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generate, staleFiles } from './generate.ts';
import type { Generator } from './generator.ts';

function making(path: string, text: string): Generator {
  return { name: path, run: async () => [{ path, text }] };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wardenry-generate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('generated files', () => {
  it('are up to date when they say what their generators make', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'errors.md'), 'one');
    expect(await staleFiles([making('errors.md', 'one')], folder)).toEqual([]);
  });

  it('are stale when they say something else or are missing', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'errors.md'), 'one');
    const findings = await staleFiles([making('errors.md', 'two'), making('settings.md', '')], folder);
    expect(findings.map(({ place, message }) => `${place} ${message}`)).toEqual([
      'errors.md is not what its generator makes now. Run npm run gen and commit the result.',
      'settings.md is missing. Run npm run gen and commit the result.',
    ]);
  });

  it('have one generator each', async () => {
    await expect(generate([making('errors.md', 'one'), making('errors.md', 'two')])).rejects.toThrow(
      'errors.md',
    );
  });
});
