import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertUnlessPresent, remove, type Store } from '../../src/store/index.ts';
import {
  ALICE,
  anyway,
  BOB,
  changeOf,
  createAccounts,
  type MakeDatabase,
  NOW,
  type TestDatabase,
} from './fixtures.ts';

const HOUR = 3_600_000;
const limit = { failures: 3, lockedFor: HOUR };

/** What logging on stands on: attempts that are counted apart, and aliases that no two accounts share. */
export function logonSuite(name: string, make: MakeDatabase): void {
  describe(`logging on, on ${name}`, () => logonTests(make));
}

function logonTests(make: MakeDatabase): void {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await make();
    store = await database.open();
    await createAccounts(store, ALICE, BOB);
  });
  afterEach(() => database.remove());

  describe('an attempt', () => {
    const reserve = (times: number, userId = 'ann', now = NOW, accountId = ALICE) =>
      Promise.all(
        Array.from({ length: times }, () => store.attempts.of(accountId, now).reserve(userId, limit)),
      );
    const passed = async (attempts: Promise<boolean[]>) => (await attempts).filter(Boolean).length;

    it('passes as often as the limit says, however many come at once', async () => {
      expect(await passed(reserve(50))).toBe(3);
      expect(await passed(reserve(1))).toBe(0);
    });

    it('passes again when the lock has ended, which one that was refused does not prolong', async () => {
      await reserve(3);
      expect(await passed(reserve(5, 'ann', NOW + HOUR - 1))).toBe(0);
      expect(await passed(reserve(5, 'ann', NOW + HOUR))).toBe(3);
    });

    it('is counted from the last one on', async () => {
      await reserve(2);
      await reserve(1, 'ann', NOW + HOUR - 1);
      expect(await passed(reserve(1, 'ann', NOW + HOUR + 1))).toBe(0);
    });

    it('is counted for each identity of each account', async () => {
      await reserve(3);
      expect(await passed(reserve(1, 'bob'))).toBe(1);
      expect(await passed(reserve(1, '', NOW, BOB))).toBe(1);
      expect(await passed(reserve(1, 'ann', NOW, BOB))).toBe(1);
    });

    it('is forgotten after a right one', async () => {
      await reserve(3);
      await store.attempts.of(ALICE, NOW).forget('ann');
      await store.attempts.of(ALICE, NOW).forget('nobody');
      expect(await passed(reserve(1))).toBe(1);
    });

    it('stays counted when the change that it was made for is given up, and raises no revision', async () => {
      const change = store.ledger.change(
        changeOf(ALICE, async scope => {
          await remove(scope, 'password_attempts').execute();
          throw new RangeError('no');
        }),
      );
      await Promise.all([expect(change).rejects.toThrow(RangeError), reserve(3)]);
      expect(await passed(reserve(1))).toBe(0);
      expect(await database.query('select distinct revision from accounts')).toEqual([{ revision: 1 }]);
    });
  });

  describe('an alias', () => {
    const take = (accountId: string, alias: string) =>
      store.ledger.change(
        changeOf(
          accountId,
          async scope => {
            await remove(scope, 'account_aliases').execute();
            const isFree = await insertUnlessPresent(scope, 'account_aliases', { alias, set_at: scope.now });
            if (!isFree) throw new RangeError('taken');
          },
          anyway,
        ),
      );
    const held = () =>
      database.query<{ account_id: string; alias: string }>(
        'select account_id, alias from account_aliases order by account_id',
      );

    it('is of one account, even when two ask for it at once', async () => {
      const settled = await Promise.allSettled([take(ALICE, 'acme'), take(BOB, 'acme')]);
      expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await held()).map(({ alias }) => alias)).toEqual(['acme']);
    });

    it('leaves the one before in place when it cannot be had', async () => {
      await take(ALICE, 'acme');
      await take(BOB, 'other');
      await expect(take(BOB, 'acme')).rejects.toThrow(RangeError);
      expect(await held()).toEqual([
        { account_id: ALICE, alias: 'acme' },
        { account_id: BOB, alias: 'other' },
      ]);
    });

    it('is held by one each when two accounts want what the other has', async () => {
      await take(ALICE, 'acme');
      await take(BOB, 'other');
      await Promise.allSettled([take(ALICE, 'other'), take(BOB, 'acme')]);
      expect((await held()).map(({ alias }) => alias).sort()).toEqual(['acme', 'other']);
    });
  });
}
