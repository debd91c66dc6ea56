import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { count, insert, remove, type Store, select, update } from '../../src/store/index.ts';
import {
  ALICE,
  anyway,
  BOB,
  changeOf,
  contextOf,
  createAccounts,
  insertUser,
  type MakeDatabase,
  NOW,
  type TestDatabase,
} from './fixtures.ts';

/** The doors: no statement that starts at one of them reaches another account's rows. */
export function scopeSuite(name: string, make: MakeDatabase): void {
  describe(`scopes on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await make();
      store = await database.open();
      await createAccounts(store, ALICE, BOB);
      await store.ledger.change(
        changeOf(ALICE, async scope => {
          await insertUser(scope, 'shared');
          await insertUser(scope, 'ann');
        }),
      );
      await store.ledger.change(changeOf(BOB, scope => insertUser(scope, 'shared')));
    });
    afterEach(() => database.remove());

    const everyone = () =>
      database.query<{ account_id: string; user_id: string; comments: string }>(
        'select account_id, user_id, comments from users order by account_id, user_id',
      );

    it('reads and counts the rows of its account only', async () => {
      const seen = await store.ledger.read(contextOf(BOB), async scope => ({
        rows: await select(scope, 'users').select(['account_id', 'user_id']).execute(),
        foreign: await select(scope, 'users').selectAll().where('users.account_id', '=', ALICE).execute(),
        either: await select(scope, 'users')
          .selectAll()
          .where(row => row.or([row('user_id', '=', 'ann'), row('users.account_id', '=', ALICE)]))
          .execute(),
        total: await count(scope, 'users'),
        anns: await count(scope, 'users', users => users.where('user_id', '=', 'ann')),
      }));
      expect(seen).toEqual({
        rows: [{ account_id: BOB, user_id: 'shared' }],
        foreign: [],
        either: [],
        total: 1,
        anns: 0,
      });
    });

    it('updates and deletes the rows of its account only', async () => {
      await store.ledger.change(
        changeOf(BOB, scope => update(scope, 'users').set({ comments: 'seen' }).execute(), anyway),
      );
      expect((await everyone()).map(user => user.comments)).toEqual(['', '', 'seen']);
      const gone = await store.ledger.change(
        changeOf(BOB, scope => remove(scope, 'users').executeTakeFirst(), anyway),
      );
      expect(gone.numDeletedRows).toBe(1n);
      expect((await everyone()).map(user => user.account_id)).toEqual([ALICE, ALICE]);
    });

    it('inserts into its own account even when a row names another', async () => {
      const smuggled = { account_id: ALICE, access_key_id: 'LTAIx', used_at: NOW, service_name: 'Ram' };
      await store.ledger.change(changeOf(BOB, scope => insert(scope, 'access_key_uses', smuggled), anyway));
      expect(await database.query('select account_id from access_key_uses')).toEqual([{ account_id: BOB }]);
    });

    it('gives integers as numbers, and nothing as null', async () => {
      const user = await store.ledger.read(contextOf(ALICE), scope =>
        select(scope, 'users').selectAll().where('user_id', '=', 'ann').executeTakeFirstOrThrow(),
      );
      expect(user).toMatchObject({ created_at: NOW, last_login_at: null });
    });

    it('orders text by code units whatever the locale of the database is', async () => {
      const names = ['Zoe', 'a-b', 'a_b', 'ab', 'a.b', 'äb', '名', 'b'];
      await store.ledger.change(
        changeOf(
          BOB,
          async scope => {
            for (const userName of names) await insertUser(scope, userName);
          },
          anyway,
        ),
      );
      const ordered = await store.ledger.read(contextOf(BOB), scope =>
        select(scope, 'users')
          .select('user_id')
          .where('user_id', '!=', 'shared')
          .orderBy('user_id')
          .execute(),
      );
      expect(ordered.map(row => row.user_id)).toEqual(names.toSorted());
    });
  });
}
