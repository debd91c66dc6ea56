import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../kernel/ledger.ts';
import { migrate } from '../migrations/migrate.ts';
import { completeSettings } from '../settings.ts';
import { SqliteConnection } from './connection.ts';
import { openWriter } from './files.ts';
import { migrationsOfSqlite } from './migrations.ts';
import { SqliteWriter } from './writer.ts';

let folder: string;
let connection: SqliteConnection;
let writer: SqliteWriter;
let syncFailures: Error[];
let warnings: string[];
let sequence = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wardenry-writer-'));
  syncFailures = [];
  warnings = [];
  const settings = completeSettings({
    url: '',
    node: 'test',
    onSyncFailure: error => syncFailures.push(error),
    onWarning: message => warnings.push(message),
  });
  connection = new SqliteConnection(openWriter(Sqlite, join(folder, 'state.db'), settings));
  await migrate(migrationsOfSqlite(connection, () => () => {}));
  writer = new SqliteWriter(connection, settings);
});
afterEach(async () => {
  await writer.close();
  connection.close();
  rmSync(folder, { recursive: true });
});

function entry(record = '{}'): LedgerEntry {
  sequence += 1;
  return { row: { writer: 1, sequence, accountId: 'system', at: 1, record, mac: 'mac' } };
}

function setFact(name: string, value: string): Promise<unknown> {
  const statement = 'insert into installation (name, value) values ($1, $2)';
  return writer.transaction(transaction => transaction.query(statement, [name, value]), {});
}

function facts(): string[] {
  const rows = connection.query<{ name: string }>('select name from installation order by name', []);
  return rows.map(row => row.name).filter(name => name !== 'schema_version');
}

/** Makes the file as large as it may become; only a page or so of it is free. */
function fill(): void {
  const [{ page_count: pages }] = connection.database.pragma('page_count') as [{ page_count: number }];
  connection.database.pragma(`max_page_count = ${pages}`);
}

/** Lets the next statement of this text fail as the driver would report it. */
function failOnce(statement: string, code: string): void {
  const { database } = connection;
  const exec = database.exec.bind(database);
  database.exec = text => {
    if (text !== statement) return exec(text);
    database.exec = exec;
    throw new Sqlite.SqliteError('disk I/O error', code);
  };
}

describe('the writer of a SQLite file', () => {
  it('fails everything of a batch that the full file has no room for, and writes again when there is', async () => {
    fill();
    const settled = await Promise.allSettled([
      setFact('small', 'x'),
      writer.record(entry(JSON.stringify('x'.repeat(50_000)))),
      writer.record(entry()),
    ]);
    expect(settled.map(each => each.status === 'rejected' && each.reason.name)).toEqual([
      'StorageUnavailable',
      'StorageUnavailable',
      'StorageUnavailable',
    ]);
    expect(facts()).toEqual([]);
    connection.database.pragma('max_page_count = 100000');
    await Promise.all([setFact('small', 'x'), writer.record(entry(JSON.stringify('x'.repeat(50_000))))]);
    expect(facts()).toEqual(['small']);
  });

  it('fails everything of a batch when a transaction in it meets the full file', async () => {
    fill();
    const settled = await Promise.allSettled([
      setFact('small', 'x'),
      setFact('large', 'x'.repeat(50_000)),
      writer.record(entry()),
    ]);
    expect(settled.map(each => each.status === 'rejected' && each.reason.name)).toEqual([
      'StorageUnavailable',
      'StorageUnavailable',
      'StorageUnavailable',
    ]);
    expect(facts()).toEqual([]);
    expect(connection.query('select * from journal', [])).toEqual([]);
  });

  it('tries again after an error of the disk', async () => {
    failOnce('begin immediate', 'SQLITE_IOERR_READ');
    await expect(writer.record(entry())).rejects.toMatchObject({ name: 'StorageUnavailable' });
    failOnce('commit', 'SQLITE_IOERR_WRITE');
    await expect(writer.record(entry())).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await writer.record(entry());
    expect(connection.query('select * from journal', [])).toHaveLength(1);
    expect(syncFailures).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('writes a nonce again with the next batch when the one before it was lost', async () => {
    const claims = [1, 2, 3].map(each => ({
      digest: new Uint8Array(16).fill(each),
      expires: Date.now() + 60_000,
    }));
    const [first, second, third] = claims.map(nonce => ({ ...entry(), nonce }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three entries');
    await writer.record(first);
    failOnce('commit', 'SQLITE_IOERR_WRITE');
    await expect(writer.record(second)).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await writer.record(third);
    const rows = connection.query<{ digests: Uint8Array }>(
      'select digests from nonce_batches order by batch',
      [],
    );
    expect(rows.map(({ digests }) => [...digests])).toEqual([Array(16).fill(1), Array(16).fill(3)]);
  });

  it('writes no nonce of a transaction that failed', async () => {
    const nonceOf = (fill: number) => ({
      digest: new Uint8Array(16).fill(fill),
      expires: Date.now() + 60_000,
    });
    const failing = writer.transaction(async transaction => {
      await transaction.store({ ...entry(), nonce: nonceOf(1) });
      throw new RangeError('no');
    }, {});
    await Promise.allSettled([failing, writer.record({ ...entry(), nonce: nonceOf(2) })]);
    const rows = connection.query<{ digests: Uint8Array }>('select digests from nonce_batches', []);
    expect(rows.map(({ digests }) => [...digests])).toEqual([Array(16).fill(2)]);
  });

  it('ends the process after a failed sync, and stores nothing any more', async () => {
    failOnce('commit', 'SQLITE_IOERR_FSYNC');
    const [first] = await Promise.allSettled([writer.record(entry())]);
    expect(first).toMatchObject({ status: 'rejected', reason: { name: 'StorageUnavailable' } });
    expect(syncFailures).toHaveLength(1);
    await expect(writer.record(entry())).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await expect(setFact('late', 'x')).rejects.toMatchObject({ name: 'StorageUnavailable' });
    expect(connection.query('select * from journal', [])).toEqual([]);
  });

  it('does not mix the statements of two transactions, however often they wait', async () => {
    const log: string[] = [];
    const slowly = (name: string) =>
      writer.transaction(async transaction => {
        for (const step of ['a', 'b', 'c']) {
          await transaction.query('select 1 as one', []);
          await Promise.resolve();
          log.push(`${name}${step}`);
        }
      }, {});
    await Promise.all([slowly('1'), slowly('2'), writer.record(entry())]);
    expect(log).toEqual(['1a', '1b', '1c', '2a', '2b', '2c']);
  });

  it('announces a commit before it answers anybody', async () => {
    const log: string[] = [];
    const transaction = (name: string) =>
      writer
        .transaction(async () => name, { committed: result => log.push(`committed ${result}`) })
        .then(result => log.push(`answered ${result}`));
    await Promise.all([transaction('one'), transaction('two')]);
    expect(log).toEqual(['committed one', 'committed two', 'answered one', 'answered two']);
  });
});
