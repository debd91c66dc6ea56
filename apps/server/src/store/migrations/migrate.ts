import { SchemaTooNew } from '../errors.ts';
import type { Dialect, Session } from '../session.ts';

/**
 * The version of the schema that this program works with: how many migrations there are. It stands apart from their list,
 * so that a start that finds everything in place loads none of them.
 */
export const SCHEMA_VERSION = 26;

/** A database that can be brought to the newest version. */
export interface MigrationTarget {
  /** Reads outside of any transaction. */
  readonly reader: Session;
  /** Runs work in one transaction, while no other process can do the same. */
  exclusively(work: (session: Session) => Promise<void>): Promise<void>;
}

/**
 * Brings a database to the newest version. All steps that are missing form one transaction, so that a process that dies in
 * the middle leaves nothing half-done; processes that start together wait for each other.
 *
 * @throws SchemaTooNew when a newer program was here
 */
export async function migrate(target: MigrationTarget): Promise<void> {
  if ((await versionOf(target.reader)) === SCHEMA_VERSION) return;
  const { migrations } = await import('./list.ts');
  const { SchemaMaker } = await import('./schema-maker.ts');
  await target.exclusively(async session => {
    const version = await versionOf(session);
    const schema = new SchemaMaker(session);
    for (const migration of migrations.slice(version)) await migration(schema);
    await session.query(
      `insert into installation (name, value) values ('schema_version', $1)
       on conflict (name) do update set value = excluded.value`,
      [String(SCHEMA_VERSION)],
    );
  });
}

const HAS_TABLES: Readonly<Record<Dialect, string>> = {
  sqlite: "select count(*) as tables from sqlite_master where type = 'table' and name = 'installation'",
  postgres: "select count(*) as tables from pg_class where oid = to_regclass('installation')",
};

/** @returns how many migrations have been made, 0 for an empty database */
async function versionOf(session: Session): Promise<number> {
  const [found] = await session.query<{ readonly tables: number }>(HAS_TABLES[session.dialect], []);
  if (found?.tables !== 1) return 0;
  const [fact] = await session.query<{ readonly value: string }>(
    "select value from installation where name = 'schema_version'",
    [],
  );
  const version = Number(fact?.value ?? 0);
  if (version > SCHEMA_VERSION) {
    throw new SchemaTooNew(
      `the database has schema version ${version}, this program knows ${SCHEMA_VERSION}: start the newer program`,
    );
  }
  return version;
}
