import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { systemReason } from '../kernel/system-reason.ts';
import { KEY_BYTES } from './key-wrapper.ts';

/** Name of the master key's file in the data folder. */
export const MASTER_KEY_FILE = 'master.key';

/** The master key's file cannot be used; the server must not start. */
export class MasterKeyRefused extends Error {
  override readonly name = 'MasterKeyRefused';
}

/** Reads the 32 bytes of a master key in base64, as the setting and the file hold it. */
export function masterKeyOf(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text) {
    throw new MasterKeyRefused(
      'A master key is 32 bytes in base64, as `openssl rand -base64 32` prints them.',
    );
  }
  return bytes;
}

/**
 * Reads the master key of a data folder.
 *
 * @returns undefined when the folder has none
 * @throws MasterKeyRefused when the file holds something else, or others may read it
 */
export function readMasterKeyFile(dataDir: string): Uint8Array | undefined {
  const path = join(dataDir, MASTER_KEY_FILE);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return undefined;
  if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw new MasterKeyRefused(`${path} is no file.`);
  // Windows reports permission bits that mean nothing.
  if (platform() !== 'win32' && (mode & 0o077) !== 0) {
    throw new MasterKeyRefused(`${path} can be read by others; run: chmod 600 ${path}`);
  }
  try {
    return masterKeyOf(readFileSync(path, 'utf8').trim());
  } catch (error) {
    if (error instanceof MasterKeyRefused) throw new MasterKeyRefused(`${path}: ${error.message}`);
    throw new MasterKeyRefused(`The master key ${path} cannot be read: ${systemReason(error)}.`, {
      cause: error,
    });
  }
}

/**
 * Makes a master key in a data folder, readable by its owner only and on the disk before it is used. Where another process
 * was faster, its key is taken: nobody ever reads half a key.
 *
 * @returns the key of the folder, and whether this call made it
 */
export function makeMasterKeyFile(dataDir: string): { readonly key: Uint8Array; readonly made: boolean } {
  const path = join(dataDir, MASTER_KEY_FILE);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const key = randomBytes(KEY_BYTES);
  writeDurably(draft, `${key.toString('base64')}\n`);
  try {
    linkSync(draft, path);
    syncFolder(dataDir);
    return { key, made: true };
  } catch (error) {
    const theirs = readMasterKeyFile(dataDir);
    if (theirs === undefined) throw error;
    return { key: theirs, made: false };
  } finally {
    unlinkSync(draft);
  }
}

function writeDurably(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new name is on the disk when its folder is. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
