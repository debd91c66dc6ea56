import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SqliteConnection } from '../sqlite/connection.ts';
import { SqliteSession } from '../sqlite/session.ts';
import { readsOfKeys } from './0085-reads-of-keys.ts';
import { migrations } from './list.ts';
import { SchemaMaker } from './schema-maker.ts';

let database: Sqlite.Database;
let schema: SchemaMaker;

beforeEach(async () => {
  database = new Sqlite(':memory:');
  database.pragma('foreign_keys = on');
  schema = new SchemaMaker(new SqliteSession(new SqliteConnection(database)));
  for (const migration of migrations.slice(0, migrations.indexOf(readsOfKeys))) await migration(schema);
  database.exec(`
    insert into accounts (account_id, revision, created_at) values ('1', 1, 1);
    insert into access_keys (account_id, access_key_id, user_id, status, sealed_secret, created_at, updated_at)
    values ('1', 'LTAIb', 'ann', 'Inactive', 'sealed b', 3, 4), ('1', 'LTAIa', '', 'Active', 'sealed a', 1, 2)`);
});
afterEach(() => database.close());

const keys = () => database.prepare('select * from access_keys order by access_key_id').all();
const declared = () =>
  database
    .prepare('select name, type, "notnull", dflt_value, pk from pragma_table_info(\'access_keys\')')
    .all();

it('moves the rows of AccessKeys as they are, with what is declared of them', async () => {
  const before = { keys: keys(), declared: declared() };
  expect(before.keys).toHaveLength(2);
  await readsOfKeys(schema);
  expect({ keys: keys(), declared: declared() }).toEqual(before);
  const insert = (columns: string) => () =>
    database.exec(
      `insert into access_keys (account_id, access_key_id, user_id, status, sealed_secret, created_at, updated_at)
       values (${columns}, '', 'Active', 'sealed', 1, 1)`,
    );
  expect(insert("'1', 'LTAIa'")).toThrow('UNIQUE constraint failed');
  expect(insert("'2', 'LTAIc'")).toThrow('FOREIGN KEY constraint failed');
  expect(insert("'1', null")).toThrow('NOT NULL constraint failed');
  insert("'1', 'LTAIc'")();
});

it('leaves the indexes by which keys are found', async () => {
  await readsOfKeys(schema);
  const indexes = database
    .prepare("select name from pragma_index_list('access_keys') where origin = 'c' order by name")
    .pluck();
  expect(indexes.all()).toEqual(['access_keys_by_access_key_id', 'access_keys_by_user_id_created_at']);
});
