// npm run mutation [-- glob conditions]: breaks the policy engine in every way that Stryker knows, and counts how many
// of the broken engines its tests notice. With names of folders of packages/policy/src, only those.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../bootstrap/places.mjs';
import { type MutationReport, scoresOf, survivorsOf } from './scores.ts';

const CONFIG = 'tools/mutation/stryker.json';
const REPORT = '.stryker/mutation.json';
const REQUIRED_SCORE = 85;

const folders = process.argv.slice(2);
const exitCode = await runStryker(folders);
if (exitCode === 0) await report();
else process.exitCode = 1;

function runStryker(names: readonly string[]): Promise<number | null> {
  const chosen = names.flatMap(name => [`packages/policy/src/${name}/**/*.ts`]);
  const only = names.length === 0 ? [] : ['--mutate', [...chosen, '!**/*.test.ts'].join(',')];
  const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'run', CONFIG, ...only], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

async function report(): Promise<void> {
  const outcome: MutationReport = JSON.parse(await readFile(join(root, REPORT), 'utf8'));
  for (const survivor of survivorsOf(outcome)) console.log(survivor);
  const scores = scoresOf(outcome);
  for (const { folder, killed, mutants, score } of scores) {
    console.log(`${folder.padEnd(12)} ${score.toFixed(1).padStart(5)} %  ${killed} of ${mutants}`);
  }
  const all = scores.at(-1);
  if (all === undefined || all.score < REQUIRED_SCORE) {
    console.log(`The score is below ${REQUIRED_SCORE} %.`);
    process.exitCode = 1;
  }
}
