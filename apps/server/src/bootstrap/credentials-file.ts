import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemReason } from '../kernel/system-reason.ts';

/** The file for the first credentials cannot be written; nothing has been created. */
export class CredentialsFileRefused extends Error {
  override readonly name = 'CredentialsFileRefused';
}

/**
 * Makes sure, before anything is created, that credentials can be written to a file.
 *
 * @param replace whether the credentials of an earlier installation may be replaced; any other file is left alone
 * @throws CredentialsFileRefused
 */
export function checkCredentialsFile(path: string, replace: boolean): void {
  const there = attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (there !== undefined && !(replace && there.isFile() && holdsCredentials(path))) {
    throw new CredentialsFileRefused(
      `${path} exists already and is not overwritten; name another file (bootstrap-file).`,
    );
  }
  rmSync(draft(path, ''));
}

function holdsCredentials(path: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return (
      typeof content === 'object' &&
      content !== null &&
      'accountId' in content &&
      'accessKeySecret' in content
    );
  } catch {
    // Not JSON, or not ours to read: then it is not ours to replace.
    return false;
  }
}

/**
 * Writes credentials whole, readable by their owner only, and durable before it returns.
 *
 * @throws CredentialsFileRefused
 */
export function writeCredentialsFile(path: string, content: string): void {
  const written = draft(path, content);
  attempt(path, () => renameSync(written, path));
  const folder = openSync(dirname(resolve(path)), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** @returns path of a new file beside the wanted one */
function draft(path: string, content: string): string {
  const name = `${path}.${randomBytes(4).toString('hex')}`;
  return attempt(path, () => {
    const file = openSync(name, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } catch (error) {
      rmSync(name);
      throw error;
    } finally {
      closeSync(file);
    }
    return name;
  });
}

function attempt<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    throw new CredentialsFileRefused(`${path} (bootstrap-file) cannot be written: ${systemReason(cause)}.`, {
      cause,
    });
  }
}
