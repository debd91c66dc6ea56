/** Runs the server's program from its sources, for tests of the process itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const children: ChildProcess[] = [];

/** A program that was started. */
export interface Running {
  readonly child: ChildProcess;
  /** Its exit code, once everything that it printed has arrived. */
  readonly ended: Promise<number | null>;
  out(): string;
  err(): string;
}

export interface ProgramOptions {
  /** Variables; none of the test's own environment reaches the program. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Arguments of node before the program. */
  readonly nodeArguments?: readonly string[];
}

/** Starts the program. */
export function program(args: readonly string[], options: ProgramOptions = {}): Running {
  const { environment = {}, nodeArguments = [] } = options;
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning', ...nodeArguments];
  const child = spawn(process.execPath, [...flags, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environment },
  });
  children.push(child);
  const texts = { out: '', err: '' };
  child.stdout.on('data', chunk => {
    texts.out += chunk;
  });
  child.stderr.on('data', chunk => {
    texts.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, out: () => texts.out, err: () => texts.err };
}

/** A server that is ready. */
export interface ServingProgram extends Running {
  /** Port of plain HTTP. */
  readonly port: number;
}

/**
 * Starts a server and waits until it is ready.
 *
 * @throws Error with what it said when it ends before
 */
export async function servingProgram(
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ServingProgram> {
  const running = program(args, options);
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  const waiting = { timeout: 30_000, interval: 10 };
  await vi.waitFor(() => {
    if (!over && !running.out().includes('"event":"ready"')) throw new Error('not ready yet');
  }, waiting);
  const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(running.out())?.[1]);
  if (over || !(port > 0)) throw new Error(`the server ended: ${running.err()}`);
  return { ...running, port };
}

/** Ends every program that still runs. */
export async function endPrograms(): Promise<void> {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
