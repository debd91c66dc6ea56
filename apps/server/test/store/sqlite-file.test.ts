import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NonceClaim } from '../../src/kernel/ledger.ts';
import { AccountScope } from '../../src/store/account-scope.ts';
import { openStore } from '../../src/store/index.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations/migrate.ts';
import {
  ALICE,
  BOB,
  changeOf,
  contextOf,
  createAccounts,
  entryOf,
  freshNonce,
  insertUser,
  NOW,
  settingsOf,
} from './fixtures.ts';
import { type Running, start } from './processes/run.ts';
import { makeSqliteDatabase, type SqliteTestDatabase } from './sqlite-database.ts';

/** Another file system needs a mount namespace of the test's own, which only root may make everywhere. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;
const onTmpfs = (folder: string, more = '') => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o size=3m none ${folder} && ${more} exec "$@"`,
  'sh',
];

describe('a SQLite file', () => {
  let database: SqliteTestDatabase;
  let running: Running[];

  beforeEach(async () => {
    database = await makeSqliteDatabase();
    running = [];
  });
  afterEach(async () => {
    for (const { child, ended } of running) {
      child.kill('SIGKILL');
      await ended;
    }
    await database.remove();
  });

  const run = (...started: Parameters<typeof start>) => {
    const process = start(...started);
    running.push(process);
    return process;
  };

  it('is served by one server at a time', async () => {
    const first = await database.open();
    await expect(database.open()).rejects.toMatchObject({
      name: 'StoreInUse',
      message: expect.stringContaining('another server is running'),
    });
    await first.ledger.record(entryOf('system'));
    await first.close();
    const second = await database.open();
    await second.ledger.record(entryOf('system'));
  });

  it('is refused to a server while another process serves it, and free once that is killed', async () => {
    const other = run('write-until-killed', [database.url]);
    await expect.poll(() => other.lines().length, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect(database.open()).rejects.toMatchObject({ name: 'StoreInUse' });
    other.child.kill('SIGKILL');
    await other.ended;
    await database.open();
  });

  it('can be written by an operator command while a server runs', async () => {
    const server = await database.open();
    await createAccounts(server, ALICE);
    const held = [{ accountId: BOB, revision: 0 }];
    const operator = await database.open({ role: 'operator' });
    await createAccounts(operator, BOB);
    await operator.close();
    expect(await server.installation.accountExists(BOB)).toBe(true);
    expect(await server.snapshots(sealed => sealed).newsOf(held)).toMatchObject([{ revision: 1 }]);
    await server.ledger.change(changeOf(BOB, scope => insertUser(scope, 'ann')));
  });

  it('gives an operator command no nonces to claim', async () => {
    const operator = await database.open({ role: 'operator' });
    await expect(operator.ledger.record(entryOf('system', { nonce: freshNonce() }))).rejects.toThrow(
      'serves no signed requests',
    );
  });

  it('is migrated once by processes that start together', async () => {
    const processes = [1, 2, 3].map(() => run('open-once', [database.url]));
    const outputs = await Promise.all(processes.map(({ ended }) => ended));
    const results = outputs.map(
      ({ output }) => JSON.parse(output) as { bootstrapped?: boolean; error?: string },
    );
    // One that comes while another migrates is refused, since it cannot know what the other will make of the file.
    const opened = results.filter(result => result.error === undefined);
    expect(opened.filter(result => result.bootstrapped === true)).toHaveLength(1);
    for (const { error } of results) expect(error ?? 'StoreInUse').toContain('StoreInUse');
  });

  it('is refused when a newer program has been here', async () => {
    await (await database.open()).close();
    const direct = new Sqlite(database.path);
    direct.exec("update installation set value = '99' where name = 'schema_version'");
    direct.close();
    await expect(database.open()).rejects.toMatchObject({
      name: 'SchemaTooNew',
      message: `the database has schema version 99, this program knows ${SCHEMA_VERSION}: start the newer program`,
    });
  });

  it('is readable by its owner alone', async () => {
    const store = await database.open();
    await store.ledger.record(entryOf('system'));
    for (const file of [database.path, `${database.path}-wal`, `${database.path}.lock`]) {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  it('is refused with a sentence when its folder is missing', async () => {
    const path = join(tmpdir(), 'wardenry-no-such-folder', 'state.db');
    await expect(openStore(settingsOf(`sqlite:${path}`))).rejects.toMatchObject({
      name: 'StorageUnavailable',
      message: expect.stringContaining('its folder does not exist'),
    });
  });

  it('is synced at every commit and checks references, on every connection', async () => {
    const store = await database.open();
    await createAccounts(store, ALICE);
    const pragmas = async (scope: Parameters<typeof AccountScope.sessionOf>[0]) => [
      await AccountScope.sessionOf(scope).query('pragma synchronous', []),
      await AccountScope.sessionOf(scope).query('pragma foreign_keys', []),
      await AccountScope.sessionOf(scope).query('pragma journal_mode', []),
    ];
    const expected = [[{ synchronous: 2 }], [{ foreign_keys: 1 }], [{ journal_mode: 'wal' }]];
    expect(await store.ledger.change(changeOf(ALICE, pragmas))).toEqual(expected);
    expect(await store.ledger.read(contextOf(ALICE), pragmas)).toEqual(expected);
  });

  it('gathers nonces in few rows and forgets expired ones as it writes', async () => {
    let now = NOW;
    const store = await database.open({ clock: () => now });
    const record = async (count: number) => {
      for (let each = 0; each < count; each += 1) {
        await store.ledger.record(entryOf('system', { nonce: freshNonce(now + 900_000) }));
      }
    };
    const rows = () =>
      database.query<{ nonces: number; expires_at: number }>(
        'select length(digests) / 16 as nonces, expires_at from nonce_batches order by batch',
      );
    await record(130);
    expect((await rows()).map(({ nonces }) => nonces)).toEqual([64, 64, 2]);
    now = NOW + 1_000_000;
    await record(1);
    expect(await rows()).toEqual([{ nonces: 1, expires_at: now + 900_000 }]);
  });

  it('keeps no nonce and no row alive for one that lives longer', async () => {
    let now = NOW;
    const store = await database.open({ clock: () => now });
    const HOUR = 3_600_000;
    const record = (life: number) =>
      store.ledger.record(entryOf('system', { nonce: freshNonce(now + life) }));
    for (let step = 0; step < 400; step += 1) {
      now += 10_000;
      await Promise.all([record(60_000), ...(step % 8 === 0 ? [record(HOUR)] : [])]);
    }
    const alive = async () => {
      const rows = await database.query<{ nonces: number; expires_at: number }>(
        'select length(digests) / 16 as nonces, expires_at from nonce_batches',
      );
      const living = rows.filter(row => row.expires_at > now).reduce((sum, { nonces }) => sum + nonces, 0);
      return { living, rows: rows.length };
    };
    const { living, rows } = await alive();
    expect(living).toBeGreaterThanOrEqual(5 + 45);
    // Each lives a minute too long at most.
    expect(living).toBeLessThanOrEqual(12 + 46);
    expect(rows).toBeLessThan(90);
  });

  it('starts with more living nonces than it may hold, forgets none and takes new ones once there is room', async () => {
    let now = NOW;
    const living = [1, 2, 3, 4].map(() => freshNonce(NOW + 60_000));
    const store = await database.open({ clock: () => now });
    for (const nonce of living) await store.ledger.record(entryOf('system', { nonce }));
    await store.close();
    const warnings: unknown[] = [];
    const again = await database.open({
      clock: () => now,
      maxNonces: 3,
      onWarning: (_message, error) => warnings.push(error),
    });
    expect(warnings).toMatchObject([{ name: 'NonceStoreFull' }]);
    const outcome = (nonce: NonceClaim) =>
      again.ledger.record(entryOf('system', { nonce })).then(
        () => 'recorded',
        (error: Error) => error.name,
      );
    for (const nonce of living) expect(await outcome(nonce)).toBe('NonceClaimed');
    expect(await outcome(freshNonce(NOW + 60_000))).toBe('NonceStoreFull');
    now += 61_000;
    expect(await outcome(freshNonce(now + 60_000))).toBe('recorded');
  });

  it('moves its log into the file as it grows', async () => {
    const store = await database.open();
    const record = JSON.stringify('x'.repeat(100_000));
    for (let batch = 0; batch < 400; batch += 1) {
      await store.ledger.record({ row: { ...entryOf('system').row, record } });
    }
    const { size } = await stat(`${database.path}-wal`);
    expect(size).toBeLessThan(20_000_000);
    await store.close();
    expect((await stat(database.path)).size).toBeGreaterThan(40_000_000);
  });

  it('holds all that was acknowledged when its process is killed', async () => {
    const other = run('write-until-killed', [database.url]);
    await expect.poll(() => other.lines().length, { timeout: 20_000 }).toBeGreaterThan(200);
    other.child.kill('SIGKILL');
    await other.ended;
    const lines = other.lines().map(line => line.split(' '));
    const store = await database.open();
    const rows = await database.query<{ sequence: number }>('select sequence from journal');
    const users = await database.query<{ user_id: string }>('select user_id from users');
    const held = new Set([...rows.map(row => `${row.sequence}`), ...users.map(user => user.user_id)]);
    expect(lines.filter(([, id = '']) => !held.has(id))).toEqual([]);
    const revisions = await database.query<{ revision: number }>('select revision from accounts');
    expect(revisions).toEqual([{ revision: users.length + 1 }]);
    expect(await database.query('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const [, , digest = ''] = lines.find(([kind]) => kind === 'row') ?? [];
    const replay = { digest: Buffer.from(digest, 'hex'), expires: NOW + 900_000 };
    await expect(store.ledger.record(entryOf('system', { nonce: replay }))).rejects.toMatchObject({
      name: 'NonceClaimed',
    });
  });

  describe.runIf(canMount)('on a file system of its own', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'wardenry-mount-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('refuses changes while the disk is full, goes on reading, and writes again when there is room', async () => {
      const { output } = await run('full-disk', [folder], onTmpfs(folder)).ended;
      expect(JSON.parse(output)).toEqual({
        whenFull: { record: 'StorageUnavailable', change: 'StorageUnavailable', read: 'stored' },
        afterwards: { change: 'stored', record: 'stored' },
        stored: expect.any(Number),
      });
    });

    it('is refused with a sentence when its file system is read-only', async () => {
      const remount = `mount -o remount,ro ${folder} &&`;
      const { output } = await run('open-once', [`sqlite:${folder}/state.db`], onTmpfs(folder, remount))
        .ended;
      expect(JSON.parse(output)).toEqual({
        error: expect.stringContaining('its file system is read-only'),
      });
    });
  });
});
