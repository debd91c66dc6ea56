import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a process of a test ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A process under way; its output is gathered. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Lines written so far. */
  lines(): readonly string[];
}

/**
 * Starts a script of this folder as a process of its own.
 *
 * @param script name of the file without its ending
 * @param wrapped words in front of the command, e.g. of `unshare`
 */
export function start(script: string, args: readonly string[], wrapped: readonly string[] = []): Running {
  const file = fileURLToPath(new URL(`./${script}.ts`, import.meta.url));
  const [command = process.execPath, ...rest] = [...wrapped, process.execPath, file, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const gather = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
  return { child, ended, lines: () => output.split('\n').slice(0, -1) };
}
