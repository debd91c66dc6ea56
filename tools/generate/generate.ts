import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../bootstrap/places.mjs';
import type { Finding } from '../check/finding.ts';
import type { GeneratedFile, Generator } from './generator.ts';
import { GENERATORS } from './generators.ts';

/**
 * Runs all generators, without writing anything.
 *
 * @throws Error when two of them make the same file
 */
export async function generate(
  generators: readonly Generator[] = GENERATORS,
): Promise<readonly GeneratedFile[]> {
  const files = (await Promise.all(generators.map(generator => generator.run()))).flat();
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) throw new Error(`Two generators make ${path}.`);
    paths.add(path);
  }
  return files;
}

/**
 * The generated files whose committed text is not what the generators make now.
 *
 * @param folder that the files' paths start from
 */
export async function staleFiles(
  generators: readonly Generator[] = GENERATORS,
  folder: string = root,
): Promise<readonly Finding[]> {
  const findings = await Promise.all(
    (await generate(generators)).map(async ({ path, text }): Promise<Finding[]> => {
      const committed = await textOf(join(folder, path));
      if (committed === text) return [];
      const state = committed === undefined ? 'is missing' : 'is not what its generator makes now';
      return [{ place: path, level: 'error', message: `${state}. Run npm run gen and commit the result.` }];
    }),
  );
  return findings.flat();
}

/** Undefined when there is no such file. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
