import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { SourceTexts } from './source-facts.ts';

const SOURCE_FOLDERS = ['packages', 'apps', 'tools', 'bench', 'soak', 'e2e', 'examples'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage']);
const ENDINGS = new Set(['.ts', '.tsx', '.mts', '.mjs', '.js']);

/**
 * Every source file of ours, by path from the root with forward slashes.
 *
 * @param root of the clone, an absolute path
 */
export function readSources(root: string): SourceTexts {
  const texts = new Map<string, string>();
  const present = readdirSync(root);
  for (const folder of SOURCE_FOLDERS.filter(name => present.includes(name))) {
    for (const path of sourcesBelow(join(root, folder))) {
      texts.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  }
  return texts;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (LEFT_OUT.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return ENDINGS.has(extname(entry.name)) ? [path] : [];
  });
}

/** Whether a path is that of a test or of what only tests use. */
export function isTest(path: string): boolean {
  return path.startsWith('e2e/') || path.includes('/test/') || /\.test\.m?tsx?$/.test(path);
}

/** Whether a file is made by a program or is plain data, so that its length says nothing about its readers. */
export function isGeneratedOrData(path: string): boolean {
  return /(^|\/)(generated|data)\//.test(path) || /\.data\.ts$/.test(path);
}
