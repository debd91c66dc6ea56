/** Processes under measure: pinned to one core where the system can, their CPU time read from the system. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const CLOCK_TICKS = 100;

/** util-linux; execs its command, so that the pid is the program's. */
const TASKSET = '/usr/bin/taskset';

/** A command that runs on core 0 where pinning is possible, so that the load generator keeps the other core. */
export function pinned(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return existsSync(TASKSET) ? [TASKSET, '-c', '0', ...command] : command;
}

/** Runs a node program on core 0 where pinning is possible. */
export function spawnPinned(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const [file, ...rest] = pinned([process.execPath, ...args]);
  return spawn(file, rest, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** CPU seconds that a process has used, user and system; NaN where the system does not tell. */
export function cpuSeconds(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
}

/** Resident memory of a process in MB. */
export function residentMegabytes(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8')
    .split('\n')
    .find(text => text.startsWith('VmRSS'));
  return Number(line?.replace(/\D/g, '')) / 1024;
}
