// Holds one PostgreSQL server for the process that started this one. Told what to run by its argument (a
// GuardTask); answers one line of JSON, {port} or {error}; when the pipe on its standard input closes, which
// it does however the other side ends, it stops the server and removes its folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './ports.mjs';

/** @type {import('./postgres.mjs').GuardTask} */
const task = JSON.parse(process.argv[2] ?? '{}');
const data = join(task.folder, 'data');
const log = join(task.folder, 'log');

const ATTEMPTS = 5;
const START_LIMIT_MS = 30_000;
const FAST_STOP_LIMIT_MS = 10_000;

const dismissed = Promise.race([
  once(process.stdin.resume(), 'close'),
  ...['SIGTERM', 'SIGINT', 'SIGHUP'].map(signal => once(process, signal)),
]);

try {
  await initialise();
  const server = await startOnFreePort();
  process.stdout.write(`${JSON.stringify({ port: server.port })}\n`);
  await Promise.race([dismissed, server.ended]);
  await stop(server);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`,
  );
  process.exitCode = 1;
} finally {
  rmSync(task.folder, { recursive: true, force: true });
}
process.exit();

/** @typedef {{ child: import('node:child_process').ChildProcess, ended: Promise<unknown>, port: number }} Server */

/**
 * Text sorts by a language's rules here, as it does in most databases in the world, and not by code point: a
 * query whose order depends on the database's collation shows in the tests. No sync here: the files of an empty database
 * need not survive a power cut.
 */
async function initialise() {
  const files = [`--pgdata=${data}`, '--no-sync', '--username=postgres', `--pwfile=${task.passwordFile}`];
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const { ended } = run('initdb', [...files, '--auth=scram-sha-256', ...language]);
  const [code] = await ended;
  if (code !== 0) throw new Error(`initdb failed: ${lastWords()}`);
}

/** @returns {Promise<Server>} */
async function startOnFreePort() {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const settings = Object.entries({ ...task.settings, port }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const server = { ...run('postgres', ['-D', data, ...settings]), port };
    if (await becomesReady(server)) return server;
  }
  throw new Error(`postgres did not start: ${lastWords()}`);
}

/**
 * @param {Server} server
 * @returns {Promise<boolean>} false when it ended instead, as when another program took the port meanwhile
 */
async function becomesReady(server) {
  const deadline = Date.now() + START_LIMIT_MS;
  let running = true;
  server.ended.then(() => {
    running = false;
  });
  while (running && Date.now() < deadline) {
    if (statusOf() === 'ready') return true;
    await pause(20);
  }
  await stop(server);
  return false;
}

/** The server writes its status into the last line of its lock file. */
function statusOf() {
  const lockFile = join(data, 'postmaster.pid');
  return existsSync(lockFile) ? readFileSync(lockFile, 'utf8').split('\n')[7]?.trim() : undefined;
}

/** @param {Server} server */
async function stop({ child, ended }) {
  child.kill('SIGINT');
  await Promise.race([ended, pause(FAST_STOP_LIMIT_MS, undefined, { ref: false })]);
  child.kill('SIGKILL');
  await ended;
}

/**
 * @param {string} program of the server's binaries
 * @param {string[]} args
 */
function run(program, args) {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(join(task.bin, program), args, {
    ...task.owner,
    cwd: task.folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', output, output],
  });
  const ended = new Promise(resolve => {
    child.once('exit', (code, signal) => resolve([code, signal]));
    child.once('error', error => resolve([error.message]));
  });
  return { child, ended };
}

function lastWords() {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-5).join(' | ');
}
