/** The `wardenry` command as its users run it: a process of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

/** What a run of the command left. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where and with what the command runs. */
export interface Place {
  /** The working folder. */
  readonly cwd: string;
  /** All variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The words that run the command from its sources. */
export function commandLine(args: readonly string[]): readonly string[] {
  return [process.execPath, ...FLAGS, PROGRAM, ...args];
}

/** Starts the command from its sources; whoever starts it ends it. */
export function started(
  args: readonly string[],
  { cwd, environment = {} }: Place,
): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, [...FLAGS, PROGRAM, ...args], {
    cwd,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

/** Runs the command from its sources. */
export function wardenry(args: readonly string[], { cwd, environment = {} }: Place): Promise<Ended> {
  return ended([...FLAGS, PROGRAM, ...args], { cwd, environment });
}

/** Runs Node to its end. */
export function ended(args: readonly string[], { cwd, environment = {} }: Place): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', chunk => {
      err += chunk;
    });
    child.once('error', reject);
    child.once('close', code => resolve({ code, out, err }));
  });
}
