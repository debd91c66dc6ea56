import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store, select } from '../../src/store/index.ts';
import {
  ALICE,
  anyway,
  changeOf,
  contextOf,
  createAccounts,
  entryOf,
  freshNonce,
  insertUser,
  outcomes,
  settingsOf,
  type TestDatabase,
} from './fixtures.ts';
import { type NetworkProxy, startProxy } from './network-proxy.ts';
import { asSuperuser, dropSharedPostgresDatabase, makeSharedPostgresDatabase } from './postgres-database.ts';

afterAll(dropSharedPostgresDatabase);

describe('a PostgreSQL behind a network that breaks', () => {
  let database: TestDatabase;
  let proxy: NetworkProxy;
  let store: Store;
  let warnings: string[];

  beforeEach(async () => {
    database = await makeSharedPostgresDatabase();
    proxy = await startProxy(database.url);
    warnings = [];
    store = await openStore(
      settingsOf(proxy.url, {
        connectTimeout: 500,
        statementTimeout: 500,
        onWarning: message => warnings.push(message),
      }),
    );
    await createAccounts(store, ALICE);
  });
  afterEach(async () => {
    proxy.restore();
    await store.close();
    await proxy.stop();
    await database.remove();
  });

  const everything = () =>
    Promise.allSettled([
      store.ledger.record(entryOf('system', { nonce: freshNonce() })),
      store.ledger.change(changeOf(ALICE, scope => insertUser(scope, `user-${randomUUID()}`), anyway)),
      store.ledger.read(contextOf(ALICE), scope => select(scope, 'users').selectAll().execute()),
      store.snapshots(sealed => sealed).byAccessKey('LTAIa'),
      store.ping(5000),
    ]);
  const unavailable = Array.from({ length: 5 }, () => 'StorageUnavailable');
  const served = Array.from({ length: 5 }, () => '-');

  it('is unavailable while the server is stopped, and served again once it runs', async () => {
    await proxy.stop();
    expect(outcomes(await everything())).toEqual(unavailable);
    expect(outcomes(await everything())).toEqual(unavailable);
    await proxy.start();
    expect(outcomes(await everything())).toEqual(served);
  });

  it('is unavailable while packets vanish, and served again afterwards', async () => {
    proxy.swallow();
    expect(outcomes(await everything())).toEqual(unavailable);
    proxy.restore();
    expect(outcomes(await everything())).toEqual(served);
  });

  it('survives that the server ends every idle connection', async () => {
    expect(outcomes(await everything())).toEqual(served);
    const ended = await asSuperuser(
      new URL(database.url),
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'wardenry%'`,
    );
    await expect.poll(() => warnings.length).toBe(ended.length);
    expect(new Set(warnings)).toEqual(new Set(['an idle connection to PostgreSQL broke']));
    expect(outcomes(await everything())).toEqual(served);
  });

  it('leaves nothing of a change whose connection is lost in the middle', async () => {
    const lost = store.ledger.change(
      changeOf(ALICE, async scope => {
        await insertUser(scope, 'ann');
        await proxy.stop();
        await insertUser(scope, 'bea');
      }),
    );
    await expect(lost).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await proxy.start();
    await store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'cleo')));
    expect(await database.query('select user_id from users')).toEqual([{ user_id: 'cleo' }]);
  });

  it('keeps the nonce of a record that was lost on its way', async () => {
    const nonce = freshNonce();
    proxy.swallow();
    await expect(store.ledger.record(entryOf('system', { nonce }))).rejects.toMatchObject({
      name: 'StorageUnavailable',
    });
    proxy.restore();
    await expect(store.ledger.record(entryOf('system', { nonce }))).rejects.toMatchObject({
      name: 'NonceClaimed',
    });
  });

  it('says what is wrong when it cannot be reached at the start', async () => {
    await proxy.stop();
    await expect(openStore(settingsOf(proxy.url))).rejects.toMatchObject({
      name: 'StorageUnavailable',
      message: expect.stringContaining('nothing listens there'),
    });
    await proxy.start();
  });

  it('says so when every connection is taken, instead of opening more', async () => {
    const small = await openStore(settingsOf(proxy.url, { poolSize: 1, connectTimeout: 300 }));
    const gate = Promise.withResolvers<void>();
    const entered = Promise.withResolvers<void>();
    const holding = small.ledger.change(
      changeOf(ALICE, async () => {
        entered.resolve();
        await gate.promise;
      }),
    );
    await entered.promise;
    await expect(small.ping(5000)).rejects.toMatchObject({ name: 'StorageUnavailable' });
    gate.resolve();
    await holding;
    await small.ping(5000);
    await small.close();
  });
});
