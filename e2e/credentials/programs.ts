/** The programs that take part: `wardenry` from its sources, and one that calls RAM through official libraries. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { commandLine, ended, started } from '../../apps/cli/test/wardenry.ts';
import type { RamCall } from '../parts/ram-call.mjs';

const RAM_CALL = fileURLToPath(new URL('../parts/ram-call.mjs', import.meta.url));

type Variables = Readonly<Record<string, string>>;

/**
 * Runs the program that calls RAM.
 *
 * @param environment all variables that it gets beside PATH
 * @param nodeArguments before the program
 * @throws with what it printed when it fails
 */
export async function callRam(
  home: string,
  environment: Variables,
  nodeArguments: readonly string[] = [],
): Promise<RamCall> {
  const { PATH = '' } = process.env;
  const place = { cwd: home, environment: { PATH, HOME: home, ...environment } };
  const { code, out, err } = await ended([...nodeArguments, RAM_CALL], place);
  if (code !== 0) throw new Error(`the program ended with ${code}:\n${out}${err}`);
  return JSON.parse(out) as RamCall;
}

/** `wardenry credentials serve`, while it runs. */
export interface Serving {
  readonly process: ChildProcess;
  /** Where it listens. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts serving and waits until it does. @throws with what it printed when it ends instead */
export async function serveCredentials(
  home: string,
  environment: Variables,
  args: readonly string[],
): Promise<Serving> {
  const place = { cwd: home, environment: { HOME: home, ...environment } };
  const child = started(['credentials', 'serve', '--json', ...args], place);
  let printed = '';
  child.stderr.on('data', chunk => {
    printed += chunk;
  });
  const exit = once(child, 'exit');
  const failed = exit.then(() => Promise.reject(new Error(`it ended:\n${printed}`)));
  const [line] = await Promise.race([once(child.stdout, 'data'), failed]);
  return {
    process: child,
    endpoint: JSON.parse(String(line)).endpoint,
    async stop() {
      failed.catch(() => undefined);
      child.kill();
      await exit;
    },
  };
}

/** The words of `wardenry`, as one text that a shell reads as them. */
export function shellLine(args: readonly string[]): string {
  return commandLine(args)
    .map(word => `'${word.replaceAll("'", "'\\''")}'`)
    .join(' ');
}
