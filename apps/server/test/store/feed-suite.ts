import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Touched } from '../../src/kernel/ledger.ts';
import type { ChangeScope } from '../../src/kernel/scope.ts';
import { type Store, select } from '../../src/store/index.ts';
import {
  ALICE,
  anyway,
  BOB,
  changeOf,
  createAccounts,
  insertUser,
  type MakeDatabase,
  NOW,
  type TestDatabase,
} from './fixtures.ts';

/** The feed: who decided on an old revision learns exactly what changed since, or that nobody knows. */
export function feedSuite(name: string, make: MakeDatabase): void {
  describe(`the change feed on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let now: number;

    beforeEach(async () => {
      now = NOW;
      database = await make();
      store = await database.open({ clock: () => now });
      await createAccounts(store, ALICE, BOB);
    });
    afterEach(() => database.remove());

    const touch = (accountId: string, ...touched: readonly Touched[]) =>
      store.ledger.change(
        changeOf(
          accountId,
          async scope => {
            for (const { kind, id } of touched) scope.touch(kind, id);
          },
          anyway,
        ),
      );
    /** Makes a change that was decided on a revision; returns what it was told to decide again on. */
    const decided = async (
      decidedOn: number,
      run: (scope: ChangeScope) => Promise<void> = async () => {},
    ) => {
      let told: readonly Touched[] | 'unknown' | undefined;
      await store.ledger.change(
        changeOf(ALICE, run, {
          decidedOn,
          decideAgain: async (_, touched) => {
            told = touched;
          },
        }),
      );
      return told;
    };

    it('asks nobody to decide again when nothing moved', async () => {
      expect(await decided(1)).toBeUndefined();
      expect(await decided(2)).toBeUndefined();
    });

    it('tells what other changes of the account touched, and nothing of other accounts', async () => {
      await touch(ALICE, { kind: 'user', id: 'ann' });
      await touch(BOB, { kind: 'user', id: 'bob' });
      await touch(ALICE, { kind: 'policy', id: 'p' }, { kind: 'attachment', id: 'ann' });
      expect(await decided(1)).toEqual([
        { kind: 'user', id: 'ann' },
        { kind: 'attachment', id: 'ann' },
        { kind: 'policy', id: 'p' },
      ]);
    });

    it('tells of changes that were decided on the same revision at the same time', async () => {
      const told = await Promise.all([
        decided(1, async scope => scope.touch('user', 'first')),
        decided(1, async scope => scope.touch('user', 'second')),
      ]);
      expect(told).toEqual([undefined, [{ kind: 'user', id: 'first' }]]);
    });

    it('says nothing was touched by changes that touched nothing', async () => {
      await touch(ALICE);
      await touch(ALICE);
      expect(await decided(1)).toEqual([]);
    });

    it('lets the decision read what the transaction sees', async () => {
      await store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann')));
      let seen: unknown;
      await store.ledger.change(
        changeOf(ALICE, async () => {}, {
          decideAgain: async scope => {
            seen = await select(scope, 'users').select('user_id').execute();
          },
        }),
      );
      expect(seen).toEqual([{ user_id: 'ann' }]);
    });

    it('leaves nothing of a change that is refused when it is decided again', async () => {
      await touch(ALICE, { kind: 'user', id: 'ann' });
      let ran = false;
      const refused = store.ledger.change(
        changeOf(
          ALICE,
          async () => {
            ran = true;
          },
          { decideAgain: () => Promise.reject(new RangeError('not any more')) },
        ),
      );
      await expect(refused).rejects.toMatchObject({ message: 'not any more' });
      expect(ran).toBe(false);
      expect(await database.query(`select revision from accounts where account_id = '${ALICE}'`)).toEqual([
        { revision: 2 },
      ]);
    });

    it('says unknown for what was pruned, and for a revision that is yet to come', async () => {
      await touch(ALICE, { kind: 'user', id: 'ann' });
      now = NOW + 11 * 60_000;
      await touch(ALICE, { kind: 'user', id: 'bea' });
      expect(await store.maintenance.pruneFeed()).toBe(false);
      expect(await decided(2)).toEqual([{ kind: 'user', id: 'bea' }]);
      expect(await decided(1)).toBe('unknown');
      expect(await decided(99)).toBe('unknown');
    });

    it('gives the news of exactly the accounts that moved', async () => {
      const snapshots = store.snapshots(sealed => sealed);
      await touch(ALICE, { kind: 'group', id: 'staff' });
      await touch(ALICE);
      const held = [
        { accountId: ALICE, revision: 1 },
        { accountId: BOB, revision: 1 },
      ];
      expect(await snapshots.newsOf(held)).toEqual([
        { accountId: ALICE, since: 1, revision: 3, touched: [{ kind: 'group', id: 'staff' }] },
      ]);
      expect(await snapshots.newsOf([{ accountId: ALICE, revision: 3 }])).toEqual([]);
      expect(await snapshots.newsOf([])).toEqual([]);
    });

    it('gives news of an account that went back or away, so that nothing held of it is believed', async () => {
      const snapshots = store.snapshots(sealed => sealed);
      const held = [
        { accountId: ALICE, revision: 7 },
        { accountId: '1999999999999999', revision: 3 },
      ];
      const news = await snapshots.newsOf(held);
      expect(news.toSorted((a, b) => a.since - b.since)).toEqual([
        { accountId: '1999999999999999', since: 3, revision: 0, touched: 'unknown' },
        { accountId: ALICE, since: 7, revision: 1, touched: 'unknown' },
      ]);
    });

    it('prunes in steps and says when there is more', async () => {
      const many = Array.from({ length: 2100 }, (_, index) => ({ kind: 'user', id: `${index}` }) as const);
      await touch(ALICE, ...many);
      expect(await store.maintenance.pruneFeed(-1)).toBe(true);
      expect(await store.maintenance.pruneFeed(-1)).toBe(false);
      expect(await database.query('select * from changes')).toEqual([]);
    });
  });
}
