/** The tables of a state database, to be filled while no server runs on it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openSealing, type Sealer } from '../../apps/server/src/sealing/index.ts';

/** One row by its columns; columns that are left out are empty. */
export type Row = Readonly<Record<string, string | number>>;

/** Tables that take rows by the thousand. */
export interface StateTables {
  /** Rows of one table, all with the same columns. */
  insert(table: string, rows: Iterable<Row>): Promise<void>;
  /** Numbers and wraps of the data keys. */
  dataKeys(): Promise<readonly { readonly dataKeyId: number; readonly wrapped: string }[]>;
  /** Closes the database, as it would be had it grown by itself. */
  close(): Promise<void>;
}

/** Rows that one statement takes. */
const AT_ONCE = 2000;

const DATA_KEYS = 'select data_key_id, wrapped from data_keys order by data_key_id';

/** Opens the tables of an embedded database. */
export function sqliteTables(dataDir: string): StateTables {
  const database = new DatabaseSync(join(dataDir, 'wardenry.db'));
  database.exec('pragma synchronous = off');
  return {
    async insert(table, rows) {
      database.exec('begin');
      for (const some of inChunks(rows)) insertIntoSqlite(database, table, some);
      database.exec('commit');
    },
    dataKeys: async () => database.prepare(DATA_KEYS).all().map(dataKeyOf),
    async close() {
      database.close();
    },
  };
}

function insertIntoSqlite(database: DatabaseSync, table: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const places = columns.map(column => `:${column}`);
  const insert = database.prepare(`insert into ${table} (${columns.join()}) values (${places.join()})`);
  for (const row of rows) insert.run(row);
}

/** Opens the tables of a PostgreSQL database. */
export async function postgresTables(url: string): Promise<StateTables> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async insert(table, rows) {
      const statement = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
      for (const some of inChunks(rows)) await client.query(statement, [JSON.stringify(some)]);
    },
    dataKeys: async () => (await client.query(DATA_KEYS)).rows.map(dataKeyOf),
    async close() {
      await client.query('vacuum analyze');
      await client.query('checkpoint');
      await client.end();
    },
  };
}

function* inChunks(rows: Iterable<Row>): Iterable<readonly Row[]> {
  let chunk: Row[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function dataKeyOf(row: Record<string, unknown>) {
  return { dataKeyId: Number(row.data_key_id), wrapped: String(row.wrapped) };
}

/**
 * Seals what goes into the tables.
 *
 * @param dataDir where the master key lies
 */
export async function sealerFor(dataDir: string, tables: StateTables): Promise<Sealer> {
  const { sealer } = await openSealing(undefined, dataDir, {
    all: () => tables.dataKeys(),
    addUnlessPresent: () => Promise.reject(new Error('the database has no data key')),
  });
  return sealer;
}
