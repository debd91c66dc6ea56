import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alone } from './lock.mjs';
import { announce, SetUpError } from './messages.mjs';
import { runNpm } from './npm.mjs';
import { broughtFolder } from './places.mjs';
import { runToEnd } from './processes.mjs';

/** @typedef {{ path: string, version: string }} NodeProgram `version` as in process.version, without the v */

const BROUGHT_VERSION = '24.21.0';
const LEAST = 'Wardenry needs Node.js 22.14 or newer (24 LTS is best)';

/** Platforms whose Node is an npm package, `node-<name>`, with the program at this place inside it. */
const PROGRAMS = new Map([
  ['linux-x64', { name: 'linux-x64', program: 'bin/node' }],
  ['linux-arm64', { name: 'linux-arm64', program: 'bin/node' }],
  ['win32-x64', { name: 'win-x64', program: 'bin/node.exe' }],
]);

/**
 * Whether a Node has what the product needs: Node-API 10, which came with 22.14 and 23.6.
 *
 * @param {string} version such as 22.14.0
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 14);
}

/**
 * The arguments with which a Node runs TypeScript sources; it strips types without being asked since 22.18
 * (and 23.6).
 *
 * @param {string} version such as 22.14.0
 * @returns {string[]}
 */
export function typeScriptFlags(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const flags = major === 22 && minor < 18 ? ['--experimental-strip-types'] : [];
  // Before 24 stripping works but warns at each start.
  return major < 24 ? [...flags, '--disable-warning=ExperimentalWarning'] : flags;
}

/**
 * The Node that the product runs on: the one that runs this file when it is new enough, else one that is
 * brought from npm into the ignored folder, once.
 *
 * @returns {Promise<NodeProgram>}
 * @throws {SetUpError} when none can be brought here
 */
export async function rightNode() {
  const own = process.versions.node;
  if (isNewEnough(own)) return { path: process.execPath, version: own };
  const brought = broughtNode();
  if (!existsSync(brought.path)) await alone('node.lock', () => bring(brought));
  return { path: brought.path, version: BROUGHT_VERSION };
}

function broughtNode() {
  const known = PROGRAMS.get(`${process.platform}-${process.arch}`);
  if (!known) {
    throw new SetUpError(`${LEAST}; this is ${process.versions.node}. Get one from https://nodejs.org.`);
  }
  const folder = join(broughtFolder, `node-${BROUGHT_VERSION}`);
  const packageName = `node-${known.name}`;
  return { folder, packageName, path: join(folder, 'node_modules', packageName, known.program) };
}

/**
 * Installs beside the final place and moves the whole in one step: an interrupted download leaves nothing
 * that looks finished.
 *
 * @param {{ folder: string, packageName: string, path: string }} brought
 */
async function bring({ folder, packageName, path }) {
  if (existsSync(path)) return;
  announce(`Bringing Node.js ${BROUGHT_VERSION} (this one is ${process.versions.node}; first time only) …`);
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const wanted = `${packageName}@${BROUGHT_VERSION}`;
    const { code, output } = await runNpm(['install', '--prefix', unfinished, '--no-save', wanted]);
    if (code !== 0) {
      throw new SetUpError(`${output}${LEAST}, and npm could not bring ${wanted}; its reasons are above.`);
    }
    const { code: works } = await runToEnd(join(unfinished, path.slice(folder.length)), ['--version']);
    if (works !== 0) {
      throw new SetUpError(`${LEAST}, and ${wanted} does not run here. Get one from https://nodejs.org.`);
    }
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
