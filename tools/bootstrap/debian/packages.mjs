// Programs out of Debian's packages, unpacked into a folder of ours without being installed: neither downloading nor
// unpacking needs root. The lists of packages do, where there are none.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { announce, lastLine, SetUpError } from '../messages.mjs';
import { runToEnd } from '../processes.mjs';

const APT = '/usr/bin/apt-get';

/** Whether this machine gets its programs from Debian or from one of its children. */
export function hasPackages() {
  return existsSync(APT);
}

/**
 * Downloads packages and unpacks them.
 *
 * @param {string} folder
 * @param {readonly string[]} names
 * @throws {SetUpError} with what apt-get or dpkg-deb says
 */
export async function unpack(folder, names) {
  announce(`Fetching ${names.join(', ')} for the tests from Debian …`);
  const downloads = join(folder, 'downloads');
  rmSync(downloads, { recursive: true, force: true });
  mkdirSync(downloads, { recursive: true });
  const download = () => runToEnd(APT, ['download', '-q', ...names], { cwd: downloads });
  let fetched = await download();
  if (fetched.code !== 0 && process.getuid?.() === 0) {
    await runToEnd(APT, ['update', '-q']);
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
 * Whether a program or a library of ours needs a library that is neither on this machine nor in the folder.
 *
 * @param {string} path
 * @param {string} folder
 */
export async function lacksLibraries(path, folder) {
  const { output } = await runToEnd('ldd', [path], { env: { ...process.env, ...librariesIn(folder) } });
  return output.includes('not found');
}

/**
 * The packages of libraries that a package needs. The C library is not among them: two of them in one process do not go
 * together.
 *
 * @param {string} name of a package
 */
export async function librariesOf(name) {
  const { output } = await runToEnd('apt-cache', ['depends', name]);
  const names = [...output.matchAll(/^ *Depends: (\S+)$/gm)].map(([, dependency = '']) => dependency);
  return names.filter(dependency => /^(lib|zlib)/.test(dependency) && dependency !== 'libc6');
}

/**
 * The environment in which programs find the libraries of a folder.
 *
 * @param {string} folder
 */
export function librariesIn(folder) {
  const bases = [join(folder, 'usr/lib'), join(folder, 'lib')].filter(base => existsSync(base));
  const folders = bases.flatMap(base => readdirSync(base).map(triplet => join(base, triplet)));
  return folders.length === 0 ? {} : { LD_LIBRARY_PATH: folders.join(delimiter) };
}
