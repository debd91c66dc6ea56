import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { announce, SetUpError } from './messages.mjs';
import { broughtFolder, root } from './places.mjs';
import { runToEnd } from './processes.mjs';

/** @typedef {{ look: string, content: string }} Stamp hashes over the sources: sizes and times, and what they say */

const STAMP = join(broughtFolder, 'build.json');
const COMPILER = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const BUNDLER = join(root, 'node_modules', 'rolldown', 'bin', 'cli.mjs');

/** How the server's program is bundled, and what is there when it is. */
const BUNDLE = {
  settings: join(root, 'tools/bundle/server.mjs'),
  program: join(root, 'apps/server/dist/bundle/main.cjs'),
};

/**
 * Compiles the packages and bundles the server's program when a source has changed since the last time. When none
 * has, this costs a look at the sizes and times of the sources.
 *
 * @param {import('./node.mjs').NodeProgram} node
 * @throws {SetUpError} with the findings of the compiler or the bundler
 */
export async function buildIfStale(node) {
  if (isFresh()) return;
  await alone('build.lock', async () => {
    if (!isFresh()) await buildNow(node);
  });
}

/** Sizes and times are compared first; a fresh copy of a clone has other times, but says the same. */
function isFresh() {
  const stamp = readStamp();
  const projects = projectFolders();
  const outputs = [BUNDLE.program, ...projects.map(folder => join(folder, 'dist', '.tsbuildinfo'))];
  if (!stamp || !outputs.every(path => existsSync(path))) return false;
  const sources = sourcesOf(projects);
  return stamp.look === hashOfLook(sources) || stamp.content === hashOfContent(sources);
}

/** @param {import('./node.mjs').NodeProgram} node */
async function buildNow(node) {
  announce('Building …');
  const projects = projectFolders();
  // Taken before compiling: a source that changes meanwhile makes the result stale, as it should.
  const sources = sourcesOf(projects);
  const stamp = { look: hashOfLook(sources), content: hashOfContent(sources) };
  await run(node, [COMPILER, '-b']);
  projects.forEach(removeOrphans);
  await run(node, [BUNDLER, '--logLevel', 'warn', '-c', BUNDLE.settings]);
  mkdirSync(broughtFolder, { recursive: true });
  writeFileSync(STAMP, JSON.stringify(stamp));
}

/**
 * @param {import('./node.mjs').NodeProgram} node
 * @param {readonly string[]} args a tool and what it is to do
 */
async function run(node, args) {
  const { code, output } = await runToEnd(node.path, args, { cwd: root });
  if (code !== 0) throw new SetUpError(`${output}Building failed; the reasons are above.`);
}

/**
 * The folders of the packages, as the root tsconfig.json lists them.
 *
 * @returns {string[]}
 */
function projectFolders() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return references.map(({ path }) => join(root, path));
}

/**
 * @param {readonly string[]} projects
 * @returns {string[]} absolute paths, in a stable order
 */
function sourcesOf(projects) {
  const settings = ['tsconfig.base.json', 'tsconfig.json', 'package-lock.json'].map(name => join(root, name));
  const perProject = projects.flatMap(folder => [
    join(folder, 'tsconfig.json'),
    join(folder, 'package.json'),
    ...filesBelow(join(folder, 'src')).filter(
      path => !path.endsWith('.test.ts') && !path.endsWith('.prop.test.ts'),
    ),
  ]);
  return [...settings, BUNDLE.settings, ...perProject];
}

/**
 * @param {string} folder
 * @returns {string[]} absolute paths, in a stable order
 */
function filesBelow(folder) {
  // Not readdir's own recursion, which Node 20.0 lacks.
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** @param {readonly string[]} sources */
function hashOfLook(sources) {
  return hashOf(sources, path => {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  });
}

/** @param {readonly string[]} sources */
function hashOfContent(sources) {
  return hashOf(sources, path => readFileSync(path));
}

/**
 * @param {readonly string[]} sources
 * @param {(path: string) => string | Buffer} describe
 */
function hashOf(sources, describe) {
  const hash = createHash('sha256');
  for (const path of sources) hash.update(`\n${path.slice(root.length)}\n`).update(describe(path));
  return hash.digest('hex');
}

/** @returns {Stamp | undefined} */
function readStamp() {
  return existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : undefined;
}

/**
 * The compiler leaves the output of a source that was renamed or deleted; nothing may load it any more.
 *
 * @param {string} project
 */
function removeOrphans(project) {
  const output = join(project, 'dist');
  for (const path of filesBelow(output)) {
    const name = path.slice(output.length);
    const stem = /^(.*)\.(js|js\.map|d\.ts)$/.exec(name)?.[1];
    if (stem !== undefined && !existsSync(join(project, `src${stem}.ts`))) rmSync(path);
  }
}
