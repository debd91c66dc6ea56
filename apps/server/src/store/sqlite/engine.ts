import type { LedgerEntry } from '../../kernel/ledger.ts';
import type { Engine, Transaction, TransactionOptions } from '../engine.ts';
import { migrate } from '../migrations/migrate.ts';
import type { NonceBatchesTable } from '../schema/index.ts';
import type { Session } from '../session.ts';
import type { CompleteSettings } from '../settings.ts';
import { SqliteConnection } from './connection.ts';
import { lockForServer, openReader, openWriter } from './files.ts';
import { migrationsOfSqlite } from './migrations.ts';
import { SqliteSession } from './session.ts';
import { SqliteWriter } from './writer.ts';

/**
 * Opens a SQLite file, creating and migrating it as needed.
 *
 * @throws StorageUnavailable when the file cannot be used, StoreInUse when another server holds it, SchemaTooNew
 */
export async function openSqlite(path: string, settings: CompleteSettings): Promise<Engine> {
  const { default: Sqlite } = await import('better-sqlite3');
  const lock = () => lockForServer(Sqlite, path);
  const serving = settings.role === 'server';
  const opened: { close(): void }[] = [{ close: serving ? lock() : () => {} }];
  const closeAll = () => {
    for (const each of opened.reverse()) each.close();
  };
  try {
    const writer = new SqliteConnection(openWriter(Sqlite, path, settings));
    opened.push(writer);
    await migrate(migrationsOfSqlite(writer, serving ? () => () => {} : lock));
    const reader = new SqliteConnection(openReader(Sqlite, path, settings));
    opened.push(reader);
    return new SqliteEngine(reader, new SqliteWriter(writer, settings), closeAll);
  } catch (error) {
    closeAll();
    throw error;
  }
}

class SqliteEngine implements Engine {
  readonly reader: Session;
  readonly #reader: SqliteConnection;
  readonly #writer: SqliteWriter;
  readonly #closeFiles: () => void;

  constructor(reader: SqliteConnection, writer: SqliteWriter, closeFiles: () => void) {
    this.reader = new SqliteSession(reader);
    this.#reader = reader;
    this.#writer = writer;
    this.#closeFiles = closeFiles;
  }

  transaction<Result>(
    run: (transaction: Transaction) => Promise<Result>,
    options: TransactionOptions<Result>,
  ): Promise<Result> {
    return this.#writer.transaction(run, options);
  }

  record(entry: LedgerEntry): Promise<void> {
    return this.#writer.record(entry);
  }

  /** A SQLite transaction holds the whole file from its beginning. */
  async lockInstallation(): Promise<void> {}

  rememberedNonces(remember: (digests: Uint8Array, expires: number) => void): void {
    const rows = this.#reader.database.prepare<[], NonceBatchesTable>(
      'select batch, digests, expires_at from nonce_batches order by batch',
    );
    for (const { digests, expires_at: expires } of rows.iterate()) remember(digests, expires);
  }

  async close(): Promise<void> {
    await this.#writer.close();
    this.#closeFiles();
  }
}
