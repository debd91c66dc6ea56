/** Counts the sync calls of a server with strace. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const STRACE = '/usr/bin/strace';

/** Whether syncs can be counted here. */
export function canCountSyncs(): boolean {
  return existsSync(STRACE);
}

/**
 * The program that runs a server and counts for it, for `ServerOptions.runner`.
 *
 * @param report the file that it leaves when the server has ended
 */
export function syncCounter(report: string): readonly string[] {
  // -D keeps the server the child of this process, so that signals reach it.
  return [STRACE, '-D', '-f', '--seccomp-bpf', '-c', '-e', 'trace=fsync,fdatasync', '-o', report];
}

/**
 * Reads how often the server synced from its start to its end; strace writes a moment after the server has ended.
 *
 * @throws Error when it left no report
 */
export async function syncsIn(report: string): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = existsSync(report) ? await readFile(report, 'utf8') : '';
    const calls = text
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(fields => fields.at(-1) === 'fsync' || fields.at(-1) === 'fdatasync')
      .map(fields => Number(fields[3]));
    if (text.includes('total')) return calls.reduce((sum, count) => sum + count, 0);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('strace left no report');
}
