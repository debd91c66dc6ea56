/** The README's own code blocks, run as they stand there. */
import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockOf, environmentOf, execute, scriptFolder } from './page-scripts.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let folder: string;

beforeAll(async () => {
  folder = await scriptFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['README.md', 'README.zh-CN.md'])('the quick start of %s', readme => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startServer();
  }, 60_000);

  afterAll(() => server.remove());

  test('in JavaScript prints what it says it prints', async () => {
    await writeFile(join(folder, 'quick-start.mjs'), await blockOf(readme, 'quick-start.mjs'));
    const ended = await execute(process.execPath, ['quick-start.mjs'], folder, environmentOf(server));
    expect(ended).toEqual({ code: 0, output: await blockOf(readme, 'quick-start.out') });
  });

  test('in Python lists the users, where Python and its SDK can be had', async () => {
    const python = pythonWithSdk();
    if (python === undefined) {
      process.stdout.write(`${readme}: the Python block was not run, there is no Python with the SDK here\n`);
      return;
    }
    await writeFile(join(folder, 'quick_start.py'), await blockOf(readme, 'quick_start.py'));
    const ended = await execute(python, ['quick_start.py'], folder, environmentOf(server));
    expect(ended.output).toContain('automation');
    expect(ended.code).toBe(0);
  }, 180_000);
});

let prepared: { readonly python: string | undefined } | undefined;

/** A Python that has the SDK, in an environment of its own when the machine's Python can install it. */
function pythonWithSdk(): string | undefined {
  if (prepared !== undefined) return prepared.python;
  const environment = join(folder, 'python');
  const own = join(environment, 'bin', 'python');
  const made =
    spawnSync('python3', ['-m', 'venv', environment]).status === 0 &&
    spawnSync(own, ['-m', 'pip', 'install', '-q', 'alibabacloud_ram20150501'], { timeout: 150_000 })
      .status === 0;
  prepared = { python: made ? own : undefined };
  return prepared.python;
}
