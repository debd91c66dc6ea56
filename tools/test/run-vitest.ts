import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../bootstrap/places.mjs';
import type { VitestReport, VitestRun } from './judge.ts';

/** A run that takes longer than this hangs. */
const LIMIT_MS = 40 * 60_000;

/**
 * Runs vitest once, with its output on ours.
 *
 * @param filter parts of file names; empty for all
 * @param env what the tests are told beside our own environment
 */
export async function runVitest(
  filter: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<VitestRun> {
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-tests-'));
  try {
    const output = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
    const program = join(root, 'node_modules/vitest/vitest.mjs');
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(process.execPath, [program, 'run', ...reporters, ...filter], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout: LIMIT_MS,
        killSignal: 'SIGKILL',
      });
      // Whoever stops us stops vitest, and is told how far it got.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
      child.once('error', reject);
      child.once('exit', resolve);
    });
    return { exitCode, report: await readReport(output) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readReport(path: string): Promise<VitestReport | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    // Missing, or cut off in the middle: either way vitest died over it.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
