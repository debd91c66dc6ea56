import { fileURLToPath } from 'node:url';
import { runChild } from './child-process.ts';

/** The server's own program; the command knows it by its place and imports nothing of it. */
function programFile(): string {
  return fileURLToPath(import.meta.resolve('@wardenry/server/bin/server.cjs'));
}

/**
 * Hands over to the server's program: same terminal, same working folder, its exit code. Where the system allows it this
 * process becomes that program, so that signals reach it as they were sent; elsewhere it is a child.
 *
 * @param args its arguments
 * @param environment variables that it gets
 * @returns its exit code, 128 and the signal's number when a signal ended it; does not return where the process is replaced
 */
export async function serverProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const command = [programFile(), ...args];
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.execve(process.execPath, [process.execPath, ...command], defined(environment));
  }
  return runChild([process.execPath, ...command], environment);
}

function defined(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) variables[name] = value;
  return variables;
}
