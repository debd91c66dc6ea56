/** The README's own code blocks, run as they stand there. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The block that says `file=<name>` behind its language. */
async function blockOf(readme: string, file: string): Promise<string> {
  const text = await readFile(join(root, readme), 'utf8');
  const block = text.split('```').find(part => part.split('\n', 1)[0]?.endsWith(` file=${file}`));
  if (block === undefined) throw new Error(`${readme} has no block for ${file}`);
  return block.slice(block.indexOf('\n') + 1);
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function execute(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { PATH: process.env.PATH, ...env } });
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    child.stderr.on('data', chunk => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-readme-'));
  // What `npm install` of the SDK would bring.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function environmentOf(server: ServerProcess): Record<string, string> {
  return {
    RAM_ENDPOINT: server.host,
    ALIBABA_CLOUD_ACCESS_KEY_ID: server.credentials.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: server.credentials.accessKeySecret,
  };
}

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
