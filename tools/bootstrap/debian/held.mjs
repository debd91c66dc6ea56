// Programs that serve tests, and end when the process that started them does, however that ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

/** Stops the program when the pipe on standard input closes, which it does however the other side ends. */
const HOLD = '"$@" & held=$!; cat >/dev/null; kill "$held"; wait "$held"';

/**
 * Starts a program that runs until it is stopped.
 *
 * @param {string} path
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} settings
 * @returns {() => Promise<void>} stops it
 */
export function startHeld(path, args, settings) {
  const child = spawn('/bin/sh', ['-c', HOLD, 'sh', path, ...args], {
    ...settings,
    // A session of its own: Ctrl-C reaches us and we end, which the shell sees; it must not die before it has stopped the program.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(child, 'exit');
  child.unref();
  /** @type {import('node:net').Socket} */ (child.stdin).unref();
  return async () => {
    child.ref();
    child.stdin.end();
    await ended;
  };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether something listens on it
 */
export function answers(port) {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
