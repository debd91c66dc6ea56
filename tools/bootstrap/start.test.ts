import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './places.mjs';

const SERVER = `
  declare const process: {
    argv: string[]; pid: number; exit(code: number): never;
    on(name: string, listener: () => void): void; stdout: { write(text: string): void };
  };
  declare function setInterval(body: () => void, ms: number): void;
  const [, , ...args] = process.argv;
  process.on('SIGTERM', () => process.exit(3));
  process.stdout.write(JSON.stringify({ pid: process.pid, args }) + '\\n');
  if (args[0] === 'exit') process.exit(7);
  setInterval(() => {}, 1000);
`;

let clone: string;

/** A clone in which everything is installed and nothing is built, with a server of a few lines. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'wardenry-clone-'));
  for (const path of ['tools/bootstrap', 'apps/server/bin', 'tools/bundle/server.mjs']) {
    cpSync(join(root, path), join(clone, path), { recursive: true });
  }
  mkdirSync(join(clone, 'node_modules'));
  for (const name of ['typescript', '@typescript', 'rolldown', '@rolldown', '@oxc-project']) {
    symlinkSync(join(root, 'node_modules', name), join(clone, 'node_modules', name));
  }
  const module = { module: 'NodeNext', target: 'ES2024', types: [], composite: true };
  const folders = { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' };
  for (const [path, content] of Object.entries({
    'package-lock.json': { packages: { '': {} } },
    'node_modules/.package-lock.json': { packages: {} },
    'tsconfig.base.json': {},
    'tsconfig.json': { files: [], references: [{ path: 'apps/server' }] },
    'apps/server/package.json': { type: 'module' },
    'apps/server/tsconfig.json': { compilerOptions: { ...module, ...folders }, include: ['src'] },
  })) {
    write(path, JSON.stringify(content));
  }
  write('apps/server/src/main.ts', `${SERVER}export {};`);
});
afterEach(() => {
  rmSync(clone, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true });
  writeFileSync(join(clone, path), text);
}

function start(args: readonly string[] = [], nodeArgs: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...nodeArgs, join(clone, 'tools/bootstrap/start.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Lets a start run to its end. */
async function finish(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', chunk => {
    texts.stdout += chunk;
  });
  child.stderr?.on('data', chunk => {
    texts.stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

describe('npm start', () => {
  it('builds, hands its arguments to the server and ends with its exit code', async () => {
    const { code, stdout, stderr } = await finish(start(['exit', '--listen', 'x y']));
    expect(JSON.parse(stdout).args).toEqual(['exit', '--listen', 'x y']);
    expect(code).toBe(7);
    expect(stderr).toBe('Building …\n');
  });

  it('builds once as long as no source changes, even one whose times are new', async () => {
    await finish(start(['exit']));
    write('apps/server/src/main.ts', `${SERVER}export {};`);
    expect((await finish(start(['exit']))).stderr).toBe('');
  });

  it('builds again when a source has changed, and removes what a deleted source left', async () => {
    write('apps/server/src/old.ts', 'export {};');
    await finish(start(['exit']));
    expect(existsSync(join(clone, 'apps/server/dist/old.js'))).toBe(true);
    unlinkSync(join(clone, 'apps/server/src/old.ts'));
    expect((await finish(start(['exit']))).stderr).toBe('Building …\n');
    expect(existsSync(join(clone, 'apps/server/dist/old.js'))).toBe(false);
  });

  it('builds again when the output is gone', async () => {
    await finish(start(['exit']));
    rmSync(join(clone, 'apps/server/dist'), { recursive: true });
    expect((await finish(start(['exit']))).code).toBe(7);
  });

  it('does not start a server whose sources do not compile', async () => {
    write('apps/server/src/main.ts', 'export const port: number = "no";');
    const { code, stdout, stderr } = await finish(start(['exit']));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/main\.ts.*TS2322/);
    expect(stderr).toContain('Building failed');
    expect(stderr).not.toContain('    at ');
  });

  it('does not start a server that cannot be bundled', async () => {
    write('apps/server/src/main.ts', "import 'node:fs'; export const x = await Promise.resolve(1);");
    const { code, stdout, stderr } = await finish(start(['exit']));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Building failed');
  });

  it('builds once when two start at the same time', async () => {
    const both = await Promise.all([finish(start(['exit'])), finish(start(['exit']))]);
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(both.map(({ stderr }) => stderr).join('')).toBe('Building …\n');
  });

  it.each([
    ['where Node can replace a process', []],
    ['where it cannot', ['--import', 'data:text/javascript,process.execve = undefined']],
  ])('hands SIGTERM to the server, %s', async (_where, nodeArgs) => {
    const child = start([], nodeArgs);
    const finished = finish(child);
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const { code, stdout } = await finished;
    expect(code).toBe(3);
    expect(JSON.parse(stdout).pid === child.pid).toBe(nodeArgs.length === 0);
  });
});
