import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { announce, SetUpError } from './messages.mjs';
import { runNpm } from './npm.mjs';
import { root } from './places.mjs';

/** @typedef {'start' | 'full'} Extent what is installed: what starting needs, or the tools of the tests too */
/** @typedef {{ version?: string, integrity?: string, dev?: boolean, devOptional?: boolean, optional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages by place, such as node_modules/pg */

/**
 * Makes node_modules hold what package-lock.json says. When it does already, this costs reading two files.
 *
 * The truth is npm's own record of what it has put into node_modules, so an install that a person made by hand
 * counts and one that was interrupted does not.
 *
 * @param {Extent} extent
 */
export async function install(extent) {
  if (isInstalled(extent)) return;
  await alone('install.lock', async () => {
    if (!isInstalled(extent)) await installNow(extent);
  });
}

/** @param {Extent} extent */
function isInstalled(extent) {
  const installed = readPackages('node_modules/.package-lock.json');
  return installed !== undefined && satisfies(installed, readPackages('package-lock.json') ?? {}, extent);
}

/**
 * Whether every package that the lock file names is there in exactly that version. Packages that are optional
 * (binaries for other platforms) may be missing, but not in another version.
 *
 * @param {LockedPackages} installed
 * @param {LockedPackages} locked
 * @param {Extent} extent
 */
export function satisfies(installed, locked, extent) {
  return Object.entries(locked).every(([place, wanted]) => {
    if (place === '' || (extent === 'start' && isForTests(wanted))) return true;
    const present = installed[place];
    if (!present) return wanted.optional === true || wanted.devOptional === true;
    return present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

/** @param {LockedPackage} entry */
function isForTests(entry) {
  return entry.dev === true || entry.devOptional === true;
}

/**
 * @param {string} path
 * @returns {LockedPackages | undefined} undefined when there is no such file
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * `npm install` follows the lock file as `npm ci` does, but mends what is there instead of emptying node_modules
 * first, which a server that runs from this clone may be using. What it must not do, change the lock file or
 * install something else than it says, is forbidden and looked at afterwards.
 *
 * @param {Extent} extent
 */
async function installNow(extent) {
  const present = readPackages('node_modules/.package-lock.json');
  const full = extent === 'full' || Object.values(present ?? {}).some(isForTests);
  const first = full ? 'first full run' : 'first start';
  announce(present ? 'Updating dependencies …' : `Installing dependencies (${first} only) …`);
  const { code, output } = await runNpm(['install', '--no-save', full ? '--include=dev' : '--omit=dev']);
  if (code !== 0)
    throw new SetUpError(`${output}Installing the dependencies failed; npm's reasons are above.`);
  if (!isInstalled(extent)) {
    throw new SetUpError(
      'npm did not install what package-lock.json says. Remove node_modules and try again.',
    );
  }
}
