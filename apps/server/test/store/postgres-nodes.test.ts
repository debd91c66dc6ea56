import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountScope } from '../../src/store/account-scope.ts';
import type { Store } from '../../src/store/index.ts';
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
  rowOf,
  type TestDatabase,
} from './fixtures.ts';
import {
  asSuperuser,
  dropSharedPostgresDatabase,
  makePostgresDatabase,
  makeSharedPostgresDatabase,
} from './postgres-database.ts';
import { start } from './processes/run.ts';

afterAll(dropSharedPostgresDatabase);

describe('nodes that start over a PostgreSQL', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await makePostgresDatabase();
  });
  afterEach(() => database.remove());

  it('migrate and bootstrap once when their processes start together', async () => {
    const processes = [1, 2, 3].map(() => start('open-once', [database.url]));
    const ended = await Promise.all(processes.map(process => process.ended));
    const results = ended.map(
      ({ output }) => JSON.parse(output) as { bootstrapped: boolean; writer: number },
    );
    expect(results.map(result => result.bootstrapped).toSorted()).toEqual([false, false, true]);
    expect(results.map(result => result.writer).toSorted()).toEqual([1, 2, 3]);
  });

  it('refuse to work on the schema of a newer program', async () => {
    await database.open();
    await asSuperuser(
      new URL(database.url),
      "update installation set value = '99' where name = 'schema_version'",
    );
    await expect(database.open()).rejects.toMatchObject({ name: 'SchemaTooNew' });
  });

  it('insist on durable commits whatever the server or the role is set to', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await asSuperuser(new URL(database.url), `alter database ${name} set synchronous_commit = off`);
    const store = await database.open();
    await createAccounts(store, ALICE);
    const shown = await store.ledger.change(
      changeOf(ALICE, scope => AccountScope.sessionOf(scope).query('show synchronous_commit', [])),
    );
    expect(shown).toEqual([{ synchronous_commit: 'on' }]);
  });
});

describe('several nodes over one PostgreSQL', () => {
  let database: TestDatabase;
  let one: Store;
  let two: Store;

  beforeEach(async () => {
    database = await makeSharedPostgresDatabase();
    one = await database.open();
    two = await database.open();
    await createAccounts(one, ALICE);
  });
  afterEach(() => database.remove());

  it('let a nonce through once between them', async () => {
    const nonces = Array.from({ length: 10 }, () => freshNonce());
    const claims = nonces.flatMap(nonce =>
      [one, two].map(store => store.ledger.record(entryOf('system', { nonce }))),
    );
    const names = outcomes(await Promise.allSettled(claims));
    expect(names.filter(name => name === '-')).toHaveLength(10);
    expect(names.filter(name => name === 'NonceClaimed')).toHaveLength(10);
    expect(await database.query('select * from journal')).toHaveLength(10);
  });

  it('store the neighbours of a row that cannot be stored', async () => {
    const twice = rowOf('system');
    await one.ledger.record({ row: twice });
    const settled = await Promise.allSettled([
      one.ledger.record(entryOf('system')),
      one.ledger.record({ row: twice }),
      one.ledger.record(entryOf('system')),
    ]);
    expect(settled.map(each => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await database.query('select * from journal')).toHaveLength(3);
  });

  it('let a replayed change through once between them', async () => {
    const nonce = freshNonce();
    const replay = (store: Store, user: string) =>
      store.ledger.change(
        changeOf(ALICE, scope => insertUser(scope, user), {
          ...anyway,
          entry: () => entryOf(ALICE, { nonce }),
        }),
      );
    const settled = await Promise.allSettled([replay(one, 'ann'), replay(two, 'bea')]);
    expect(outcomes(settled).toSorted()).toEqual(['-', 'NonceClaimed']);
    expect(await database.query('select user_id from users')).toHaveLength(1);
    expect(await database.query('select revision from accounts')).toEqual([{ revision: 2 }]);
  });

  it('change an account one after another, and each decides again on what the others did', async () => {
    const told: string[][] = [];
    const change = (store: Store, user: string) =>
      store.ledger.change(
        changeOf(ALICE, async scope => scope.touch('user', user), {
          decideAgain: async (_, touched) => {
            if (touched === 'unknown') throw new Error('the feed has a gap');
            told.push(touched.map(({ id }) => id));
          },
        }),
      );
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((user, index) => change(index % 2 === 0 ? one : two, user)),
    );
    expect(told.map(each => each.length).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(told.flat()).size).toBeGreaterThanOrEqual(5);
    expect(await database.query('select revision from accounts')).toEqual([{ revision: 7 }]);
  });

  it('lend a job to one of them', async () => {
    const leases = await Promise.all([
      one.leases.acquire('seal', 'one', 60_000),
      two.leases.acquire('seal', 'two', 60_000),
    ]);
    expect(leases.filter(lease => lease !== undefined)).toHaveLength(1);
  });

  it('purge nonces a while after their end, and no others', async () => {
    const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;
    await asSuperuser(
      new URL(database.url),
      `insert into nonces values ('old', ${minutesAgo(6)}), ('recent', ${minutesAgo(3)}), ('alive', ${minutesAgo(-9)})`,
    );
    expect(await one.maintenance.purgeNonces()).toBe(false);
    const left = await database.query<{ digest: Buffer }>('select digest from nonces order by expires_at');
    expect(left.map(({ digest }) => digest.toString())).toEqual(['recent', 'alive']);
  });

  it('give changes up that wait for a locked table too long, and go on when it is free', async () => {
    const store = await database.open({ statementTimeout: 300 });
    const lock = Promise.withResolvers<void>();
    const holding = asSuperuser(
      new URL(database.url),
      'begin',
      'lock table users, journal in access exclusive mode',
      'select pg_sleep(1.5)',
      'rollback',
    ).finally(lock.resolve);
    await expect
      .poll(() => database.query("select 1 from pg_locks where mode = 'AccessExclusiveLock' and granted"))
      .not.toHaveLength(0);
    const settled = await Promise.allSettled([
      store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann'))),
      store.ledger.record(entryOf('system')),
      store.ledger.read(contextOf(ALICE), scope =>
        AccountScope.sessionOf(scope).query('select user_id from users', []),
      ),
    ]);
    expect(outcomes(settled)).toEqual(['StorageUnavailable', 'StorageUnavailable', 'StorageUnavailable']);
    await Promise.all([holding, lock.promise]);
    await store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann')));
  });
});
