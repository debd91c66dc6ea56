// A real nginx for tests: the one of this machine, else Debian's package, unpacked into the ignored folder without being
// installed. Runs in a temporary folder and is gone when the process that started it is, however that ends.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetUpError } from '../messages.mjs';
import { freePort } from '../ports.mjs';
import { runToEnd } from '../processes.mjs';
import { answers, startHeld } from './held.mjs';
import { findNginx } from './nginx-sources.mjs';

/** @typedef {import('./nginx-sources.mjs').NginxProgram} NginxProgram */

/**
 * @typedef {object} RunningNginx
 * @property {string} host 127.0.0.1 and the port that it listens on
 * @property {NginxProgram} program
 * @property {() => string} log what it has written about errors
 * @property {() => Promise<void>} stop stops it and removes its folder
 */

const ATTEMPTS = 5;
const START_LIMIT_MS = 10_000;

/** @type {Promise<NginxProgram> | undefined} */
let found;

/**
 * The nginx that tests run. It has the module auth_request.
 *
 * @returns {Promise<NginxProgram>}
 * @throws {SetUpError} when there is none and none can be brought here, with the reason of each source
 */
export function nginxForTests() {
  found ??= findNginx();
  return found;
}

/**
 * Starts an nginx on a free port of 127.0.0.1.
 *
 * @param {(port: number) => string} site makes the `server` blocks, as they stand in conf.d
 * @returns {Promise<RunningNginx>}
 * @throws {SetUpError} when it does not start, with what nginx says about it
 */
export async function startNginx(site) {
  const program = await nginxForTests();
  const folder = mkdtempSync(join(tmpdir(), 'wardenry-nginx-'));
  // Started by root, the workers are another user's and keep long bodies here.
  chmodSync(folder, 0o711);
  const log = () => readFileSync(join(folder, 'error.log'), 'utf8');
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const port = await freePort();
      writeFileSync(join(folder, 'site.conf'), site(port));
      writeFileSync(join(folder, 'nginx.conf'), FRAME);
      const stop = await run(program, folder, port);
      if (stop) {
        const stopAndClean = () => stop().finally(() => rmSync(folder, { recursive: true, force: true }));
        return { host: `127.0.0.1:${port}`, program, log, stop: stopAndClean };
      }
    }
    throw new SetUpError(`nginx did not start: ${log().trim()}`);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** What Debian's own nginx.conf has around conf.d, with every path inside the folder. */
const FRAME = `
pid nginx.pid;
error_log error.log warn;
worker_processes 1;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include site.conf;
}
`;

/**
 * @param {NginxProgram} program
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<(() => Promise<void>) | undefined>} how to stop it; undefined when another program took the port
 * @throws {SetUpError} when the configuration is refused
 */
async function run({ path, env }, folder, port) {
  const settings = { env: { ...process.env, ...env }, cwd: folder };
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  const tested = await runToEnd(path, [...args, '-t', '-q'], settings);
  if (tested.code !== 0) throw new SetUpError(`nginx refuses its configuration: ${tested.output.trim()}`);
  const stop = startHeld(path, [...args, '-g', 'daemon off;'], settings);
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (existsSync(join(folder, 'nginx.pid')) && (await answers(port))) return stop;
    if (readFileSync(join(folder, 'error.log'), 'utf8').includes('still could not bind')) break;
    await pause(20);
  }
  await stop();
  return undefined;
}
