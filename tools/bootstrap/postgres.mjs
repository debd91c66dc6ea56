// A real PostgreSQL for tests: brought onto the machine when it is missing, started in a temporary folder by an
// unprivileged user, and gone when the process that asked for it is, however that ends.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SetUpError } from './messages.mjs';
import { postgresSources } from './postgres-sources.mjs';

/** @typedef {import('./postgres-sources.mjs').PostgresServer} PostgresServer */
/** @typedef {import('./postgres-sources.mjs').PostgresSource} PostgresSource */

/**
 * @typedef {object} RunningPostgres
 * @property {string} url postgres://…/postgres on 127.0.0.1, as a superuser; tests make databases of their own
 * @property {string} version such as 15.18
 * @property {string} source where the server binaries are from, for people to read
 * @property {() => Promise<void>} stop stops the server and removes its folder
 */

/** @typedef {{ uid: number, gid: number }} Owner */
/** @typedef {{ bin: string, folder: string, passwordFile: string, owner: Owner | undefined, settings: Record<string, string> }} GuardTask */

const GUARD = fileURLToPath(new URL('./postgres-guard.mjs', import.meta.url));
const USER = 'postgres';

/** Syncing stays on: tests of durability rely on it. */
const SETTINGS = {
  fsync: 'on',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
};

/** @type {Promise<RunningPostgres> | undefined} */
let shared;

/**
 * The PostgreSQL that tests use: the one `npm test` has started, else one for this process that ends with it.
 *
 * @returns {Promise<string>} its URL
 */
export async function postgresForTests() {
  const given = process.env.WARDENRY_TEST_POSTGRES_URL;
  if (given) return given;
  shared ??= startPostgres();
  return (await shared).url;
}

/**
 * Starts a PostgreSQL. It stops with this process even when that is killed.
 *
 * @param {{ settings?: Record<string, string>, sources?: Iterable<PostgresSource> | AsyncIterable<PostgresSource> }} [options]
 *   `settings` of postgresql.conf for this server; `sources` to try instead of all that there are
 * @returns {Promise<RunningPostgres>}
 * @throws {SetUpError} when no source gives a server that runs, with the reason of each
 */
export async function startPostgres({ settings = {}, sources = postgresSources } = {}) {
  const owner = unprivilegedOwner();
  const reasons = [];
  for await (const source of sources) {
    try {
      const server = await source.find();
      if (server) return await startServer(server, owner, { ...SETTINGS, ...settings });
      reasons.push(`${source.name}: not there`);
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      reasons.push(`${source.name}: ${error.message}`);
    }
  }
  throw new SetUpError(`No PostgreSQL could be started for the tests.\n  ${reasons.join('\n  ')}`);
}

/**
 * @param {PostgresServer} server
 * @param {Owner | undefined} owner
 * @param {Record<string, string>} settings
 * @returns {Promise<RunningPostgres>}
 */
async function startServer(server, owner, settings) {
  const folder = mkdtempSync(join(openTemporaryFolder(owner), 'wardenry-postgres-'));
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    const bin = server.copyTo ? server.copyTo(folder) : server.bin;
    const guard = await startGuard({ bin, folder, passwordFile, owner, settings });
    const url = `postgres://${USER}:${password}@127.0.0.1:${guard.port}/postgres`;
    return { url, version: server.version, source: server.source, stop: guard.stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The guard is a process of its own that holds the server and watches the pipe to us; see postgres-guard.mjs.
 *
 * @param {GuardTask} task
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
async function startGuard(task) {
  const guard = spawn(process.execPath, [GUARD, JSON.stringify(task)], {
    // A session of its own: Ctrl-C reaches us and we end, which the guard sees; it must not die before it has cleaned up.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    cwd: '/',
  });
  const ended = new Promise(resolve => guard.once('close', resolve));
  const line = (await firstLine(guard.stdout)) ?? '{"error":"its guard ended without a word"}';
  /** @type {{ port?: number, error?: string }} */
  const answer = JSON.parse(line);
  if (answer.port === undefined) {
    await ended;
    throw new SetUpError(answer.error ?? line);
  }
  // Neither the guard nor the pipes to it keep this process alive.
  guard.unref();
  for (const pipe of [guard.stdin, guard.stdout]) /** @type {import('node:net').Socket} */ (pipe).unref();
  const stop = async () => {
    guard.ref();
    guard.stdin.end();
    await ended;
  };
  return { port: answer.port, stop };
}

/**
 * @param {NodeJS.ReadableStream} input
 * @returns {Promise<string | undefined>} undefined when it ends without one
 */
async function firstLine(input) {
  for await (const line of createInterface({ input })) return line;
  return undefined;
}

/**
 * PostgreSQL refuses to run as root, so root lends it to a user that has no rights here.
 *
 * @returns {Owner | undefined} undefined when we are not root
 */
function unprivilegedOwner() {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map(line => line.split(':'))
      .map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  const owner = users.get('postgres') ?? users.get('nobody');
  if (owner) return owner;
  throw new SetUpError(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.',
  );
}

/**
 * A temporary folder whose path the owner may walk; root's own may be closed to others.
 *
 * @param {Owner | undefined} owner
 */
function openTemporaryFolder(owner) {
  const folders = [tmpdir(), '/tmp', '/var/tmp'];
  const open = owner ? folders.find(isOpenToAll) : tmpdir();
  if (!open) throw new SetUpError(`None of ${folders.join(', ')} is open to other users.`);
  return open;
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
function isOpenToAll(folder) {
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o001) !== 0 && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}
