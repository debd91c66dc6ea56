import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openStore, type Store } from '../../src/store/index.ts';
import { settingsOf, type TestDatabase } from './fixtures.ts';

/** A SQLite file in a folder of its own. */
export interface SqliteTestDatabase extends TestDatabase {
  readonly path: string;
}

/** Makes a folder for a SQLite file; the file comes with the first store. */
export async function makeSqliteDatabase(): Promise<SqliteTestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-store-'));
  const path = join(folder, 'state.db');
  const url = `sqlite:${path}`;
  const stores: Store[] = [];
  return {
    path,
    url,
    async open(settings) {
      const store = await openStore(settingsOf(url, settings));
      stores.push(store);
      return store;
    },
    async query<Row>(statement: string) {
      const database = new Sqlite(path, { readonly: true });
      try {
        return database.prepare<[], Row>(statement).all();
      } finally {
        database.close();
      }
    },
    async remove() {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
