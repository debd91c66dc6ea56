import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { SetUpError } from './messages.mjs';
import { broughtFolder, root } from './places.mjs';
import { runToEnd } from './processes.mjs';

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];

/** Without a network npm's own patience is over a minute for each package. */
const RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-factor=2'];

/** What an outer `npm --flag start` hands down as environment and what would change the meaning of our calls. */
const HANDED_DOWN =
  /^(npm_config_(global|local_prefix|prefix|workspaces?|omit|include|dry_run|package_lock_only)|node_env)$/i;

/**
 * Runs this machine's npm at the root of the clone, without install scripts. It runs on the Node that it was
 * installed with, not on one that we have brought: npm finds its machine-wide settings, such as a company's
 * registry and certificates, by the place of its Node.
 *
 * @param {readonly string[]} args
 * @returns {Promise<import('./processes.mjs').Finished>}
 * @throws {SetUpError} when this machine has no npm
 */
export function runNpm(args) {
  const [command = '', ...first] = npmCommand();
  return runToEnd(command, [...first, ...args, ...QUIET, ...RETRIES], { cwd: root, env: npmEnvironment() });
}

/**
 * The npm that runs us when there is one, else the one on the PATH.
 *
 * @returns {string[]}
 */
function npmCommand() {
  const { npm_execpath: outer, npm_node_execpath: node = process.execPath } = process.env;
  const program = outer ? join(dirname(outer), 'npm-cli.js') : undefined;
  if (program && existsSync(program)) return [node, program];

  const onPath = findOnPath(process.platform === 'win32' ? 'npm.cmd' : 'npm');
  if (onPath) return [onPath];
  throw new SetUpError(
    'npm is not on the PATH. Install Node.js with npm from https://nodejs.org and try again.',
  );
}

/** @param {string} name */
function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.map(folder => join(folder, name)).find(path => existsSync(path));
}

/** @returns {NodeJS.ProcessEnv} */
function npmEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !HANDED_DOWN.test(name));
  return {
    ...Object.fromEntries(kept),
    ...(homeIsWritable() ? {} : { npm_config_cache: join(broughtFolder, 'npm-cache') }),
  };
}

function homeIsWritable() {
  try {
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
