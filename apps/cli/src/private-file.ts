/** Files that only their owner may read, replaced as a whole. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a file with mode 0600 under its name in one step: readers see all of it or what was there before. Folders that
 * are missing are made with mode 0700; a symbolic link goes on pointing to what it points to, which is made when it is not
 * there.
 *
 * @throws what the file system throws; then what was there is still there
 */
export function writePrivateFile(path: string, text: string): void {
  const target = placeOf(path);
  const fresh = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    writeNew(fresh, text);
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Where a file is or will be, in a folder that is there by now: what symbolic links lead to, even to nothing yet. */
function placeOf(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Links that lead round in a circle are refused here, so those that lead to nothing have an end.
  const real = unless('ENOENT', () => realpathSync(path));
  if (real !== undefined) return real;
  const next = unless('ENOENT', () => readlinkSync(path));
  return next === undefined ? path : placeOf(resolve(realpathSync(dirname(path)), next));
}

/** Gives undefined for one failure of the file system, and throws any other. */
function unless(code: string, read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined;
    throw error;
  }
}
