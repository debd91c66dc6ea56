import { StorageUnavailable } from '../../kernel/ledger.ts';

/** Families of SQLite's extended result codes after which trying again makes sense once the cause is gone. */
const UNAVAILABLE = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_LOCKED'];
const UNAVAILABLE_TOO = ['SQLITE_CANTOPEN', 'SQLITE_PROTOCOL', 'SQLITE_NOMEM', 'SQLITE_PERM', 'SQLITE_NOLFS'];

/** SQLite's extended result code, e.g. `SQLITE_IOERR_FSYNC`; undefined for errors of other origin. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code.startsWith('SQLITE_') ? error.code : undefined;
}

/** The error as the store's callers see it: StorageUnavailable for what the disk or another process caused. */
export function sqliteFailure(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const unavailable = [...UNAVAILABLE, ...UNAVAILABLE_TOO].some(
    family => code === family || code.startsWith(`${family}_`),
  );
  if (!unavailable) return error;
  return new StorageUnavailable(`the database file cannot be used now (${code})`, { cause: error });
}

/** Whether the system failed to sync: after that nobody knows what is on the disk. */
export function isSyncFailure(error: unknown): error is Error {
  const code = sqliteCode(error);
  return code === 'SQLITE_IOERR_FSYNC' || code === 'SQLITE_IOERR_DIR_FSYNC';
}
