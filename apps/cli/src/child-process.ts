import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './failure.ts';

/** Signals that a terminal does not send to the child by itself. */
const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGUSR2'] as const;

/** Signals that it does send: the child decides when it has ended. */
const LEFT_TO_THE_CHILD = ['SIGINT', 'SIGQUIT'] as const;

/** Exit codes of shells for a command that cannot be started (POSIX 2.8.2). */
const CANNOT_START: Readonly<Record<string, { readonly exitCode: number; readonly reason: string }>> = {
  ENOENT: { exitCode: 127, reason: 'There is no such command.' },
  EACCES: { exitCode: 126, reason: 'It cannot be executed.' },
};

/**
 * Runs a command to its end on this process's terminal, and passes signals on to it.
 *
 * @param environment all variables that it gets
 * @returns its exit code, 128 and the signal's number when a signal ended it
 * @throws Failure when it cannot be started
 */
export async function runChild(
  [file = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  // Nothing stands between the words and the command: no shell reads them.
  const child = spawn(file, args, { stdio: 'inherit', env: { ...environment } });
  const release = passSignals(child);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', error => reject(explained(file, error)));
      child.once('exit', (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    release();
  }
}

function passSignals(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  const leave = () => undefined;
  for (const signal of FORWARDED) process.on(signal, pass);
  for (const signal of LEFT_TO_THE_CHILD) process.on(signal, leave);
  return () => {
    for (const signal of FORWARDED) process.off(signal, pass);
    for (const signal of LEFT_TO_THE_CHILD) process.off(signal, leave);
  };
}

function explained(file: string, error: Error): Error {
  const known = 'code' in error ? CANNOT_START[String(error.code)] : undefined;
  return known === undefined ? error : new Failure(`${file}: ${known.reason}`, known.exitCode);
}
