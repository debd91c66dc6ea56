import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runByName } from './named-runs.ts';

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardenry-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  printed = [];
  const failing =
    "export const summary = 'Always breaks.';\nexport async function run() { throw new Error('broken'); }";
  const writing = `
    import { writeFileSync } from 'node:fs';
    export const summary = 'Writes its arguments down.';
    export async function run(args) { writeFileSync(${JSON.stringify(join(folder, 'args'))}, args.join()); }`;
  for (const [name, text] of Object.entries({
    'fail.ts': failing,
    'main.ts': '',
    'write-down.ts': writing,
    'x.test.ts': '',
  })) {
    writeFileSync(join(folder, name), text);
  }
});

function run(...args: string[]): Promise<number> {
  return runByName({ command: 'npm run bench --', folder }, args, line => printed.push(line));
}

describe('a command with a folder of runs', () => {
  it('lists them when none is named', async () => {
    expect(await run()).toBe(0);
    expect(printed).toEqual([
      'Usage: npm run bench -- <name> [arguments]',
      '  fail        Always breaks.',
      '  write-down  Writes its arguments down.',
    ]);
  });

  it('refuses an unknown name with the nearest one', async () => {
    expect(await run('write-dwon')).toBe(2);
    expect(printed).toEqual(['There is no write-dwon. Did you mean write-down?']);
  });

  it('does not take main or a test for a run', async () => {
    expect(await run('main')).toBe(2);
    expect(await run('x.test')).toBe(2);
  });

  it('lets a failure through', async () => {
    await expect(run('fail')).rejects.toThrow('broken');
  });
});
