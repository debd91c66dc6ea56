import { closeSync, openSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { StorageUnavailable } from '../../kernel/ledger.ts';
import { systemReason } from '../../kernel/system-reason.ts';
import { StoreInUse } from '../errors.ts';
import type { CompleteSettings } from '../settings.ts';
import { sqliteCode } from './failures.ts';

type Sqlite = typeof BetterSqlite3;

/** The connection that writes; creates the file, readable by its owner alone, when there is none. */
export function openWriter(Sqlite: Sqlite, path: string, settings: CompleteSettings): BetterSqlite3.Database {
  return opening(path, () => {
    makeFile(path);
    const database = new Sqlite(path, { timeout: settings.busyTimeout });
    database.pragma('journal_mode = wal');
    guard(database);
    // The writer takes care of checkpoints itself: SQLite would keep their errors to itself.
    if (settings.role === 'server') database.pragma('wal_autocheckpoint = 0');
    return database;
  });
}

/** A connection that cannot write. */
export function openReader(Sqlite: Sqlite, path: string, settings: CompleteSettings): BetterSqlite3.Database {
  return opening(path, () => {
    const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: settings.busyTimeout });
    guard(database);
    return database;
  });
}

function guard(database: BetterSqlite3.Database): void {
  // The driver is built with synchronous=NORMAL for WAL, which may lose what was acknowledged when the power fails.
  database.pragma('synchronous = full');
  database.pragma('foreign_keys = on');
  database.pragma('trusted_schema = off');
  database.pragma('cell_size_check = on');
}

/**
 * Holds the file for this server. The lock is SQLite's own on an empty file beside the database, so that the system
 * releases it however the process ends.
 *
 * @returns releases the lock
 * @throws StoreInUse when another server holds it
 */
export function lockForServer(Sqlite: Sqlite, path: string): () => void {
  const lock = opening(path, () => {
    makeFile(`${path}.lock`);
    return new Sqlite(`${path}.lock`, { timeout: 0 });
  });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') !== true) throw unusable(path, error);
    throw new StoreInUse(
      `another server is running on ${path}: stop it first, or give this one a database of its own`,
    );
  }
  return () => lock.close();
}

/** Makes a file, readable by its owner alone, unless it is there; SQLite gives its -wal and -shm files the same mode. */
function makeFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function opening<Result>(path: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    throw unusable(path, error);
  }
}

/** What SQLite's codes mean for who wants to open a file. */
const reasons: Readonly<Record<string, string>> = {
  SQLITE_CANTOPEN: 'its folder must exist, and this user must be allowed to write to it',
  SQLITE_READONLY: 'this user is not allowed to write to it',
  SQLITE_READONLY_DIRECTORY: 'this user is not allowed to write to its folder',
  SQLITE_NOTADB: 'it is no SQLite database',
  SQLITE_CORRUPT: 'it is damaged; bring back a copy',
  SQLITE_FULL: 'the disk is full',
};

function unusable(path: string, error: unknown): StorageUnavailable {
  const code = sqliteCode(error);
  const reason = code === undefined ? fileReason(error) : (reasons[code] ?? code);
  return new StorageUnavailable(`the database ${path} cannot be opened: ${reason}`, { cause: error });
}

/** Files that are missing are made, so that only their folder can be what does not exist. */
function fileReason(error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? 'its folder does not exist' : systemReason(error);
}
