/**
 * How SQLite goes about every statement of the product: what an account holds is looked up by an index, however much it is,
 * and read as a whole only where a page or a count of all is asked for.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SqliteConnection } from '../../src/store/sqlite/connection.ts';
import { cases, openSuite, parametersIn } from './suite.ts';

const asKysely = vi.spyOn(SqliteConnection.prototype, 'run');
const constant = vi.spyOn(SqliteConnection.prototype, 'query');

const { contract, home } = await openSuite();

/** A page of all, or how many there are. */
const ofAll =
  /^select (\*|("\w+"(, )?)+|count\(\*\) as "total") from "(\w+)" where "\4"\."account_id" = \?( order by "\w+"(, "\w+")* limit \?( offset \?)?)?$/;

let database: BetterSqlite3.Database;
let statements: readonly string[] = [];

beforeAll(async () => {
  // Migrations have read tables in full, once and for all.
  for (const spy of [asKysely, constant]) spy.mockClear();
  for (const each of cases) {
    const parameters = await parametersIn(home, each);
    const signer = each.operation.effect === 'anonymous' ? undefined : home.administrator;
    const { code } = await contract.call(each.operation, parameters, signer);
    expect(code).toBe(each.call.outcome);
  }
  database = contract.server.database.another();
  const texts = [...asKysely.mock.calls, ...constant.mock.calls].map(([text]) => text);
  statements = [...new Set(texts)].filter(text => /^\s*(select|update|delete)\b/i.test(text));
});

afterAll(() => {
  database.close();
  vi.restoreAllMocks();
});

/** The steps of a plan, those that look after references to a deleted row among them. */
function planOf(text: string): string[] {
  const written = text.replace(/\$\d+/g, '+?');
  const places = Array.from(written.matchAll(/\?/g), () => null);
  const plan = database.prepare<null[], { detail: string }>(`explain query plan ${written}`);
  return plan.all(...places).map(({ detail }) => detail);
}

/** The table that a step is about; plans name it by its alias. */
function tableOf(step: string, text: string): string {
  const [, name = ''] = /^(?:SCAN|SEARCH) (\w+)/.exec(step) ?? [];
  const [, table = name] = new RegExp(`(?:from|join) "?(\\w+)"? (?:as )?"?${name}"?\\s`).exec(text) ?? [];
  return table;
}

/** All but those that have one row an account. */
function tablesOfAccounts(): ReadonlySet<string> {
  const rows = database
    .prepare<[], { name: string }>(
      `select m.name from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name = 'account_id' and not (
         c.pk = 1 and (select max(k.pk) from pragma_table_info(m.name) k) = 1)`,
    )
    .all();
  return new Set(rows.map(({ name }) => name));
}

test('every statement about an account goes by an index to the rows that it asks for', () => {
  const tables = tablesOfAccounts();
  const readInFull = statements.flatMap(text =>
    planOf(text)
      .filter(step => tables.has(tableOf(step, text)))
      .filter(step => step.startsWith('SCAN') || step.endsWith('(account_id=?)'))
      .filter(() => !ofAll.test(text))
      .map(step => ({ text, step })),
  );
  expect(readInFull).toEqual([]);
});

test('the statements of many operations were looked at', () => {
  expect(statements.length).toBeGreaterThan(40);
  expect(statements.filter(text => ofAll.test(text)).length).toBeGreaterThan(3);
});

test('what a key leads to is read by its id, and of its user no more than an index holds', () => {
  const ofKeys = statements.filter(
    text => text.includes('sealed_secret') && text.includes('from access_keys k'),
  );
  expect(ofKeys).toHaveLength(1);
  const [steps] = ofKeys.map(planOf);
  expect(steps).toContainEqual(expect.stringMatching(/^SEARCH k USING INDEX access_keys_by_access_key_id /));
  expect(steps).toContainEqual(expect.stringMatching(/^SEARCH u USING COVERING INDEX users_by_user_id /));
});
