import { mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { broughtFolder } from './places.mjs';

const LONGEST_HOLD_MS = 15 * 60_000;
const POLL_MS = 100;

/**
 * Runs `body` while no other process of this clone does the same, so that two commands started at once
 * install and build once. The lock of a process that died is taken over.
 *
 * @template T
 * @param {string} name of the lock file
 * @param {() => Promise<T>} body
 * @param {string} [folder] of the lock file
 * @returns {Promise<T>}
 */
export async function alone(name, body, folder = broughtFolder) {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  while (!take(path) || !(await stillOurs(path))) {
    if (isAbandoned(path)) remove(path);
    await pause(POLL_MS);
  }
  try {
    return await body();
  } finally {
    remove(path);
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two processes may judge one lock to be abandoned; the slower one then removes the lock that the faster one
 * has just taken. Whoever took a lock therefore looks again after the slower one has had its turn.
 *
 * @param {string} path
 */
async function stillOurs(path) {
  await pause(POLL_MS / 2);
  return holderOf(path) === process.pid;
}

/** @param {string} path */
function isAbandoned(path) {
  const holder = holderOf(path);
  if (holder === undefined) return false;
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > LONGEST_HOLD_MS || !isRunning(holder);
}

/**
 * @param {string} path
 * @returns {number | undefined} the process id in the lock; undefined when there is none (yet)
 */
function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} path */
function remove(path) {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
