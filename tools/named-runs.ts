import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearestName } from '../apps/server/src/config/nearest.ts';

/** What each file of a folder of runs exports. It fails by throwing or by setting process.exitCode. */
export interface NamedRun {
  /** One line for the list. */
  readonly summary: string;
  run(args: readonly string[]): Promise<void>;
}

/** A command whose first argument names a file of a folder, as in `npm run bench -- cold-start`. */
export interface NamedRunCommand {
  /** As people type it, up to the name. */
  readonly command: string;
  /** Absolute; each of its .ts files but main.ts and tests is a run. What they share lives in subfolders. */
  readonly folder: string;
}

const WRONG_USAGE = 2;

/**
 * Runs what the first argument names with the rest of the arguments. Without one it lists what there is; an unknown
 * name ends with exit code 2 and the nearest known one.
 *
 * @param print takes one line for people
 * @returns the exit code
 */
export async function runByName(
  { command, folder }: NamedRunCommand,
  [name, ...args]: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const names = await namesIn(folder);
  if (name === undefined) {
    print(`Usage: ${command} <name> [arguments]`);
    for (const known of names) {
      print(`  ${known.padEnd(widthOf(names))}  ${(await load(folder, known)).summary}`);
    }
    return 0;
  }
  if (!names.includes(name)) {
    const nearest = nearestName(name, names);
    print(
      `There is no ${name}. ${nearest === undefined ? `Known are: ${names.join(', ')}.` : `Did you mean ${nearest}?`}`,
    );
    return WRONG_USAGE;
  }
  await (await load(folder, name)).run(args);
  return Number(process.exitCode ?? 0);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'main.ts')
    .map(file => basename(file, '.ts'))
    .sort();
}

function load(folder: string, name: string): Promise<NamedRun> {
  return import(pathToFileURL(join(folder, `${name}.ts`)).href);
}

function widthOf(names: readonly string[]): number {
  return Math.max(...names.map(({ length }) => length));
}
