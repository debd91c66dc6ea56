import type { MigrationTarget } from '../migrations/migrate.ts';
import type { Session } from '../session.ts';
import type { CompleteSettings } from '../settings.ts';
import { PostgresConnection } from './connection.ts';
import { clientSettings, type Pg } from './connections.ts';
import { postgresFailure } from './failures.ts';
import { PostgresSession } from './session.ts';

/** Number of the advisory lock that a process holds while it migrates: "ward". */
const LOCK = 0x77617264;

/** A database to migrate, over a connection of its own: a migration may take longer than any statement of a request. */
export function migrationsOfPostgres(
  pg: Pg,
  url: string,
  settings: CompleteSettings,
  reader: Session,
): MigrationTarget {
  return {
    reader,
    async exclusively(work) {
      const client = new pg.Client(clientSettings(pg, url, settings));
      client.on('error', error => settings.onWarning('the connection of a migration broke', error));
      try {
        await client.connect();
        const connection = new PostgresConnection(client);
        await connection.run('begin');
        await connection.run('select pg_advisory_xact_lock($1)', [LOCK]);
        await work(new PostgresSession(use => use(connection)));
        await connection.run('commit');
      } catch (error) {
        throw postgresFailure(error);
      } finally {
        // Closing a connection rolls back what is not committed.
        await client.end();
      }
    },
  };
}
