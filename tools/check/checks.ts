import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from '../bootstrap/build.mjs';
import { SetUpError } from '../bootstrap/messages.mjs';
import { root } from '../bootstrap/places.mjs';
import { staleFiles } from '../generate/generate.ts';
import type { Finding } from './finding.ts';
import { checkImports } from './imports.ts';
import { checkSizes } from './sizes.ts';
import { sourceFacts } from './source-facts.ts';
import { readSources } from './source-files.ts';
import { checkWords } from './words.ts';
import { readWorkspaces } from './workspaces.ts';

/** One thing that must hold of the tree without running the product. */
export interface Check {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** What a check has found; `report` is empty when there is nothing to say. */
export interface Outcome {
  readonly passed: boolean;
  readonly report: string;
}

const texts = readSources(root);
const workspaces = readWorkspaces(root);
const facts = sourceFacts(texts);

/** The types of the product, found out by building it. */
export const buildCheck: Check = { name: 'build', run: build };

/** All checks; they may run at the same time. */
export const CHECKS: readonly Check[] = [
  buildCheck,
  {
    name: 'types of tests and tools',
    run: () => runTool('typescript/bin/tsc', ['-p', 'tsconfig.tests.json']),
  },
  { name: 'types of pages', run: () => runTool('typescript/bin/tsc', ['-p', 'apps/server/explorer']) },
  {
    name: 'lint and format',
    run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--colors=off']),
  },
  { name: 'dead code', run: () => runTool('knip/bin/knip.js', ['--no-progress', '--no-config-hints']) },
  { name: 'import rules', run: async () => outcomeOf(checkImports(facts, workspaces)) },
  { name: 'sizes', run: async () => outcomeOf(checkSizes(texts)) },
  { name: 'words', run: async () => outcomeOf(checkWords(facts)) },
  { name: 'generated files', run: async () => outcomeOf(await staleFiles()) },
];

async function build(): Promise<Outcome> {
  try {
    await buildIfStale({ path: process.execPath, version: process.versions.node });
    return { passed: true, report: '' };
  } catch (error) {
    if (error instanceof SetUpError) return { passed: false, report: error.message };
    throw error;
  }
}

/** Runs a tool from node_modules on this Node; it passes when it exits with 0. */
function runTool(program: string, args: readonly string[]): Promise<Outcome> {
  const command = [join(root, 'node_modules', program), ...args];
  return new Promise(resolve => {
    execFile(
      process.execPath,
      command,
      { cwd: root, maxBuffer: Number.POSITIVE_INFINITY },
      (error, stdout, stderr) => {
        const report = `${stdout}${stderr}`.trim();
        resolve({ passed: error === null, report: error === null ? '' : report || error.message });
      },
    );
  });
}

function outcomeOf(findings: readonly Finding[]): Outcome {
  return {
    passed: findings.every(({ level }) => level === 'warning'),
    report: findings.map(({ level, place, message }) => `${level}: ${place} ${message}`).join('\n'),
  };
}
