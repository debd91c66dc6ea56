/** Code blocks of pages, run as their readers run them. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../apps/cli/test/wardenry.ts';
import type { ServerProcess } from './server-process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The block of a page that says `file=<name>` behind its language.
 *
 * @param page path from the root of the repository
 * @throws when there is none
 */
export async function blockOf(page: string, file: string): Promise<string> {
  const text = await readFile(join(root, page), 'utf8');
  const block = text.split('```').find(part => part.split('\n', 1)[0]?.endsWith(` file=${file}`));
  if (block === undefined) throw new Error(`${page} has no block for ${file}`);
  return block.slice(block.indexOf('\n') + 1);
}

/** A fresh folder in which scripts find the packages of the repository; whoever asks for it removes it. */
export async function scriptFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-pages-'));
  // What an installation of the packages would bring.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/**
 * Makes a folder for the PATH with the command `wardenry`, from its sources: what an installation puts there would build the
 * tree first.
 *
 * @param folder where it is made
 */
export async function commandFolder(folder: string): Promise<string> {
  const commands = join(folder, 'commands');
  await mkdir(commands);
  const words = commandLine([]).map(word => `'${word}'`);
  await writeFile(join(commands, 'wardenry'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return commands;
}

/** What pages tell their readers to put into the environment. */
export function environmentOf(server: ServerProcess): Record<string, string> {
  return {
    RAM_ENDPOINT: server.host,
    WARDENRY_ENDPOINT: `http://${server.host}`,
    ALIBABA_CLOUD_ACCESS_KEY_ID: server.credentials.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: server.credentials.accessKeySecret,
  };
}

/** How a script ended, and all that it printed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command to its end, with the given environment and PATH. */
export function execute(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { PATH: process.env.PATH, ...env } });
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    child.stderr.on('data', chunk => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}
