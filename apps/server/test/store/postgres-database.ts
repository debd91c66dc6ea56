import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store } from '../../src/store/index.ts';
import { settingsOf, type TestDatabase } from './fixtures.ts';

/** The server that `npm test` starts; its superuser may create databases. */
export function serverUrl(): URL {
  const url = process.env.WARDENRY_TEST_POSTGRES_URL;
  if (url === undefined || url === '') {
    throw new Error(
      'WARDENRY_TEST_POSTGRES_URL is not set: run the tests with `npm test`, which starts a PostgreSQL for them',
    );
  }
  return new URL(url);
}

/** Runs statements as superuser on a database of the test server. */
export async function asSuperuser<Row>(url: URL, ...statements: readonly string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url.href, types: { getTypeParser: parserOf } });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Makes a database of a new name. */
export async function makePostgresDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `wardenry_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const stores: Store[] = [];
  return {
    url: url.href,
    async open(settings) {
      const store = await openStore(settingsOf(url.href, settings));
      stores.push(store);
      return store;
    },
    query: statement => asSuperuser(url, statement),
    async remove() {
      for (const store of stores) await store.close();
      await asSuperuser(server, `drop database ${name} with (force)`);
    },
  };
}

/** Integers as numbers; the driver gives int8 as text. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}
