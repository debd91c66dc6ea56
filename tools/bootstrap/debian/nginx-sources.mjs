// Where nginx may come from, in the order in which it is looked for.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { alone } from '../lock.mjs';
import { lastLine, SetUpError } from '../messages.mjs';
import { broughtFolder } from '../places.mjs';
import { runToEnd } from '../processes.mjs';
import { hasPackages, lacksLibraries, librariesIn, librariesOf, unpack } from './packages.mjs';

/**
 * @typedef {object} NginxProgram
 * @property {string} path
 * @property {string} version such as 1.22.1
 * @property {string} source where it is from, for people to read
 * @property {Record<string, string>} env what it needs beside our own environment
 */

/**
 * @typedef {object} NginxSource
 * @property {string} name for people to read
 * @property {() => Promise<NginxProgram | undefined>} find undefined when the source has none; throws a SetUpError with
 *   the reason when it should have one
 */

/** @type {NginxSource} */
const thisMachine = {
  name: 'nginx on this machine',
  async find() {
    const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
    const unusable = [];
    for (const path of new Set(
      folders.map(folder => join(folder, 'nginx')).filter(path => existsSync(path)),
    )) {
      const program = await describe(path, `nginx on this machine, ${path}`, {});
      if (!('unusable' in program)) return program;
      unusable.push(program.unusable);
    }
    if (unusable.length > 0) throw new SetUpError(unusable.join('; '));
    return undefined;
  },
};

/** @type {NginxSource} */
const debianPackage = {
  name: "Debian's package nginx",
  find: async () => (hasPackages() ? alone('nginx.lock', bringDebianPackage) : undefined),
};

/**
 * @param {readonly NginxSource[]} [sources] to try instead of all that there are, best first: what the machine has is what
 *   its owner knows
 * @returns {Promise<NginxProgram>}
 * @throws {SetUpError} when none has one that can be used, with the reason of each
 */
export async function findNginx(sources = [thisMachine, debianPackage]) {
  const reasons = [];
  for (const { name, find } of sources) {
    try {
      const program = await find();
      if (program) return program;
      reasons.push(`${name}: not there`);
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      reasons.push(`${name}: ${error.message}`);
    }
  }
  throw new SetUpError(
    `No nginx could be had for the tests; install one with its module auth_request.\n  ${reasons.join('\n  ')}`,
  );
}

/** @returns {Promise<NginxProgram>} */
async function bringDebianPackage() {
  if (!hasPackages()) throw new SetUpError('this machine has no apt-get; install nginx by hand');
  const folder = join(broughtFolder, 'nginx');
  const path = join(folder, 'usr/sbin/nginx');
  if (!existsSync(path)) await unpack(folder, ['nginx']);
  if (await lacksLibraries(path, folder)) await unpack(folder, await librariesOf('nginx'));
  const program = await describe(path, "Debian's package nginx, unpacked", librariesIn(folder));
  if ('unusable' in program) throw new SetUpError(program.unusable);
  return program;
}

/**
 * @param {string} path
 * @param {string} source
 * @param {Record<string, string>} env
 * @returns {Promise<NginxProgram | { unusable: string }>}
 */
async function describe(path, source, env) {
  const { code, output } = await runToEnd(path, ['-V'], { env: { ...process.env, ...env } });
  const version = /nginx\/(\d+\S*)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) return { unusable: `${path} does not run: ${lastLine(output)}` };
  if (!output.includes('--with-http_auth_request_module'))
    return { unusable: `${path} has no module auth_request` };
  return { path, version, source, env };
}
