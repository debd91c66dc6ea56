import type { MigrationTarget } from '../migrations/migrate.ts';
import type { SqliteConnection } from './connection.ts';
import { sqliteFailure } from './failures.ts';
import { SqliteSession } from './session.ts';

/**
 * A file to migrate.
 *
 * @param lock holds the file against a running server, which knows only the schema it started with; releases it in the end
 */
export function migrationsOfSqlite(connection: SqliteConnection, lock: () => () => void): MigrationTarget {
  const session = new SqliteSession(connection);
  return {
    reader: session,
    async exclusively(work) {
      const unlock = lock();
      try {
        run(connection, 'begin immediate');
        await work(session);
        run(connection, 'commit');
      } finally {
        if (connection.database.inTransaction) run(connection, 'rollback');
        unlock();
      }
    },
  };
}

function run(connection: SqliteConnection, statement: string): void {
  try {
    connection.database.exec(statement);
  } catch (error) {
    throw sqliteFailure(error);
  }
}
