import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';

/** The part of a package.json that says what may be imported. */
export interface PackageDescription {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  /** By subpath, `.` first; `source` is the file that the sources of others resolve to. */
  readonly exports?: Readonly<Record<string, { readonly source?: string }>>;
}

/** The packages of this repository by folder from the root; the root itself is the empty string. */
export type Workspaces = ReadonlyMap<string, PackageDescription>;

/** What an import leads to: a file of ours, one of Node's modules, an npm package, or nothing that its package offers. */
export type Target =
  | { readonly kind: 'ours'; readonly path: string; readonly by: 'path' | 'name' }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'unexported'; readonly name: string };

/**
 * Reads the package.json files of the root and of every workspace.
 *
 * @param root of the clone, an absolute path
 */
export function readWorkspaces(root: string): Workspaces {
  const read = (folder: string): unknown =>
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const main = read('') as PackageDescription & { readonly workspaces: readonly string[] };
  return new Map([
    ['', main],
    ...main.workspaces.map(folder => [folder, read(folder) as PackageDescription] as const),
  ]);
}

/** The folder of the package that a file belongs to; the empty string when it is none of the workspaces. */
export function workspaceOf(path: string, workspaces: Workspaces): string {
  return [...workspaces.keys()].find(folder => folder !== '' && path.startsWith(`${folder}/`)) ?? '';
}

/**
 * Finds out what an import leads to.
 *
 * @param importer path of the importing file from the root
 * @param specifier as written
 */
export function resolveImport(importer: string, specifier: string, workspaces: Workspaces): Target {
  if (isBuiltin(specifier)) return { kind: 'builtin', name: specifier };
  if (specifier.startsWith('.')) {
    return { kind: 'ours', path: posix.join(posix.dirname(importer), specifier), by: 'path' };
  }
  const packageName = packageNameOf(specifier);
  const ours = [...workspaces].find(([, description]) => description.name === packageName);
  if (!ours) return { kind: 'package', name: packageName };
  const [folder, { exports }] = ours;
  const source = exports?.[`.${specifier.slice(packageName.length)}`]?.source;
  return source === undefined
    ? { kind: 'unexported', name: specifier }
    : { kind: 'ours', path: posix.join(folder, source), by: 'name' };
}

/** The package that a specifier names, without the entry of it. */
export function packageNameOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/**
 * The packages that a file may import. What ships to users has its own package.json's dependencies and no more;
 * tests and tools run in the whole workspace.
 *
 * @param shipped whether the file is part of what users get
 */
export function declaredPackages(
  path: string,
  shipped: boolean,
  workspaces: Workspaces,
): ReadonlySet<string> {
  const own = workspaces.get(workspaceOf(path, workspaces));
  const descriptions = shipped && own ? [own] : [...workspaces.values()];
  return new Set(
    descriptions.flatMap(({ name, dependencies, peerDependencies, devDependencies }) => [
      ...Object.keys({ ...dependencies, ...peerDependencies }),
      ...(shipped ? [] : [name, ...Object.keys(devDependencies ?? {})]),
    ]),
  );
}
