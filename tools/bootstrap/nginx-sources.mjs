// Where nginx may come from, in the order in which it is looked for.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { alone } from './lock.mjs';
import { announce, SetUpError } from './messages.mjs';
import { broughtFolder } from './places.mjs';
import { runToEnd } from './processes.mjs';

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
  find: async () => (existsSync('/usr/bin/apt-get') ? alone('nginx.lock', bringDebianPackage) : undefined),
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
  if (!existsSync('/usr/bin/apt-get'))
    throw new SetUpError('this machine has no apt-get; install nginx by hand');
  const folder = join(broughtFolder, 'nginx');
  const path = join(folder, 'usr/sbin/nginx');
  if (!existsSync(path)) await unpack(folder, ['nginx']);
  if (await lacksLibraries(path, folder)) await unpack(folder, await librariesOf('nginx'));
  const program = await describe(path, "Debian's package nginx, unpacked", librariesIn(folder));
  if ('unusable' in program) throw new SetUpError(program.unusable);
  return program;
}

/**
 * Downloads packages and unpacks them; neither needs root. The lists of packages do, where there are none.
 *
 * @param {string} folder
 * @param {readonly string[]} names
 */
async function unpack(folder, names) {
  announce(`Fetching ${names.join(', ')} for the tests from Debian …`);
  const downloads = join(folder, 'downloads');
  rmSync(downloads, { recursive: true, force: true });
  mkdirSync(downloads, { recursive: true });
  const download = () => runToEnd('/usr/bin/apt-get', ['download', '-q', ...names], { cwd: downloads });
  let fetched = await download();
  if (fetched.code !== 0 && process.getuid?.() === 0) {
    await runToEnd('/usr/bin/apt-get', ['update', '-q']);
    fetched = await download();
  }
  if (fetched.code !== 0) throw new SetUpError(`apt-get download failed: ${lastLine(fetched.output)}`);
  for (const file of readdirSync(downloads)) {
    const { code, output } = await runToEnd('dpkg-deb', ['-x', join(downloads, file), folder]);
    if (code !== 0) throw new SetUpError(`${file} cannot be unpacked: ${lastLine(output)}`);
  }
  rmSync(downloads, { recursive: true });
}

/**
 * @param {string} path
 * @param {string} folder
 */
async function lacksLibraries(path, folder) {
  const { output } = await runToEnd('ldd', [path], { env: { ...process.env, ...librariesIn(folder) } });
  return output.includes('not found');
}

/**
 * The C library is not among them: two of them in one process do not go together.
 *
 * @param {string} name of a package
 */
async function librariesOf(name) {
  const { output } = await runToEnd('apt-cache', ['depends', name]);
  const names = [...output.matchAll(/^ *Depends: (\S+)$/gm)].map(([, dependency = '']) => dependency);
  return names.filter(dependency => /^(lib|zlib)/.test(dependency) && dependency !== 'libc6');
}

/** @param {string} folder */
function librariesIn(folder) {
  const bases = [join(folder, 'usr/lib'), join(folder, 'lib')].filter(base => existsSync(base));
  const folders = bases.flatMap(base => readdirSync(base).map(triplet => join(base, triplet)));
  return folders.length === 0 ? {} : { LD_LIBRARY_PATH: folders.join(delimiter) };
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

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
