import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {{ code: number | null, output: string }} Finished */

/**
 * Runs a command to its end and keeps what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Finished>} `code` is null when a signal ended it or it could not be started; `output` is
 *   standard output and error as they came.
 */
export function runToEnd(command, args, options = {}) {
  // Windows starts npm.cmd only through a shell.
  const shell = process.platform === 'win32' && command.endsWith('.cmd');
  return new Promise(resolve => {
    const child = spawn(command, args, { ...options, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', error => resolve({ code: null, output: `${output}${error.message}\n` }));
    child.once('close', code => resolve({ code, output }));
  });
}

/**
 * Hands this process over to another program: same standard streams, same working folder, its exit code.
 * Where Node can replace a process (Node 22.15, not on Windows) the program even keeps the process id;
 * elsewhere it is a child that gets every signal sent to us. Does not return.
 *
 * @param {string} command an absolute path
 * @param {readonly string[]} args
 * @returns {Promise<never>}
 */
export function become(command, args) {
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.execve(command, [command, ...args], /** @type {Record<string, string>} */ (process.env));
  }
  return new Promise(() => {
    const child = spawn(command, args, { stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', error => {
      process.stderr.write(`Cannot start ${command}: ${error.message}\n`);
      process.exit(1);
    });
    child.once('exit', (code, signal) => process.exit(code ?? exitCodeOf(signal)));
  });
}

/**
 * The exit code by which shells report that a signal ended a program.
 *
 * @param {NodeJS.Signals | null} signal
 */
function exitCodeOf(signal) {
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}
