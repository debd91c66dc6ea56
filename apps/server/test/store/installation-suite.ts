import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insert, type Store } from '../../src/store/index.ts';
import {
  ALICE,
  BOB,
  changeOf,
  contextOf,
  createAccounts,
  entryOf,
  insertUser,
  type MakeDatabase,
  NOW,
  outcomes,
  type TestDatabase,
} from './fixtures.ts';

/** What belongs to no account: first start, accounts as a whole, data keys, writers, leases. */
export function installationSuite(name: string, make: MakeDatabase): void {
  describe(`the installation on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await make();
      store = await database.open();
    });
    afterEach(() => database.remove());

    it('is bootstrapped once, however many try at the same time', async () => {
      const attempts = Array.from({ length: 5 }, (_, attempt) =>
        store.installation.bootstrapOnce(async change => {
          await change.createAccount(contextOf(ALICE), scope => insertUser(scope, 'ann'));
          await change.setFact('greeting', `from attempt ${attempt}`);
          await change.store(entryOf(ALICE));
          return attempt;
        }),
      );
      expect(await Promise.all(attempts)).toEqual([
        { result: 0 },
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(await store.installation.isBootstrapped()).toBe(true);
      expect(await store.installation.fact('greeting')).toBe('from attempt 0');
      expect(await store.installation.fact('no such fact')).toBeUndefined();
      expect(await database.query('select * from journal')).toHaveLength(1);
    });

    it('leaves nothing of a bootstrap that fails, which can then be repeated', async () => {
      const failing = store.installation.bootstrapOnce(async change => {
        await change.createAccount(contextOf(ALICE), async () => {});
        await change.setFact('half', 'done');
        throw new RangeError('no');
      });
      await expect(failing).rejects.toMatchObject({ name: 'RangeError' });
      expect(await store.installation.countAccounts()).toBe(0);
      expect(await store.installation.fact('half')).toBeUndefined();
      expect(await store.installation.isBootstrapped()).toBe(false);
      expect(await store.installation.bootstrapOnce(async () => 'done')).toEqual({ result: 'done' });
    });

    it('does not commit after a failed statement, though it was the last one and its error was swallowed', async () => {
      const unstorable = null as unknown as string;
      const swallowed = store.installation.change(async change => {
        await change.setFact('half', 'done');
        await change.setFact('other half', unstorable).catch(() => {});
      });
      await expect(swallowed).rejects.toThrow();
      expect(await store.installation.fact('half')).toBeUndefined();
    });

    it('creates an account at revision 1 that can be changed', async () => {
      await createAccounts(store, ALICE);
      await store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann')));
      expect(await database.query('select account_id, revision, created_at from accounts')).toEqual([
        { account_id: ALICE, revision: 2, created_at: NOW },
      ]);
    });

    it('does not create an account twice', async () => {
      await createAccounts(store, ALICE);
      const settled = await Promise.allSettled([createAccounts(store, BOB, ALICE)]);
      expect(outcomes(settled)).toEqual(['AccountExists']);
      expect(await store.installation.accountExists(BOB)).toBe(false);
    });

    it('knows its accounts', async () => {
      await createAccounts(store, BOB, ALICE);
      expect(await store.installation.countAccounts()).toBe(2);
      expect(await store.installation.accountExists(ALICE)).toBe(true);
      expect(await store.installation.accountExists('1999999999999999')).toBe(false);
      expect(await store.installation.listAccountIds('', 10)).toEqual([ALICE, BOB]);
      expect(await store.installation.listAccountIds('', 1)).toEqual([ALICE]);
      expect(await store.installation.listAccountIds(ALICE, 10)).toEqual([BOB]);
    });

    it('knows the AccessKey ids of all accounts', async () => {
      await createAccounts(store, ALICE);
      await store.ledger.change(
        changeOf(ALICE, scope =>
          insert(scope, 'access_keys', {
            access_key_id: 'LTAIa',
            user_id: '',
            status: 'Active',
            sealed_secret: '',
            created_at: NOW,
            updated_at: NOW,
            session_epoch: 0,
          }),
        ),
      );
      expect(await store.installation.isAccessKeyIdTaken('LTAIa')).toBe(true);
      expect(await store.installation.isAccessKeyIdTaken('LTAIb')).toBe(false);
    });

    it('keeps data keys, and tells the later of two writers that it came too late', async () => {
      const key = { data_key_id: 1, wrapped: 'wrapped', created_at: NOW };
      expect(await store.installation.insertDataKey(key)).toBe(true);
      expect(await store.installation.insertDataKey({ ...key, wrapped: 'other' })).toBe(false);
      await store.installation.insertDataKey({ ...key, data_key_id: 2 });
      expect(await store.installation.dataKeys()).toEqual([key, { ...key, data_key_id: 2 }]);
    });

    it('gives every writer a number of its own', async () => {
      const numbers = await Promise.all(
        Array.from({ length: 8 }, (_, index) => store.installation.allocateWriter(`node-${index}`)),
      );
      expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      await store.close();
      const again = await database.open();
      expect(await again.installation.allocateWriter('node-0')).toBe(9);
    });

    it('lends a job to one holder at a time, with a higher token for every new one', async () => {
      const lease = await store.leases.acquire('seal', 'one', 60_000);
      expect(lease).toEqual({ job: 'seal', holder: 'one', token: 1 });
      if (lease === undefined) throw new Error('no lease');
      expect(await store.leases.acquire('seal', 'two', 60_000)).toBeUndefined();
      expect(await store.leases.acquire('seal', 'one', 60_000)).toEqual(lease);
      expect(await store.leases.acquire('other job', 'two', 60_000)).toMatchObject({ token: 1 });
      expect(await store.leases.isHeld(lease)).toBe(true);
      await store.leases.release(lease);
      expect(await store.leases.isHeld(lease)).toBe(false);
      expect(await store.leases.acquire('seal', 'two', 60_000)).toMatchObject({ token: 2 });
      expect(await store.leases.isHeld(lease)).toBe(false);
    });

    it('lends an expired lease to the next, and the old holder notices', async () => {
      const expired = await store.leases.acquire('seal', 'one', -1);
      if (expired === undefined) throw new Error('no lease');
      expect(await store.leases.isHeld(expired)).toBe(false);
      expect(await store.leases.acquire('seal', 'two', 60_000)).toMatchObject({ holder: 'two', token: 2 });
      await store.leases.release(expired);
      expect(await store.leases.acquire('seal', 'three', 60_000)).toBeUndefined();
    });
  });
}
