import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NonceClaim } from '../../src/kernel/ledger.ts';
import type { Store } from '../../src/store/index.ts';
import {
  ALICE,
  changeOf,
  createAccounts,
  entryOf,
  freshNonce,
  insertKey,
  type MakeDatabase,
  NOW,
  outcomes,
  rowOf,
  type TestDatabase,
} from './fixtures.ts';

/** Recording: many entries in one transaction, every nonce once. */
export function recordSuite(name: string, make: MakeDatabase): void {
  describe(`recording on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let now: number;

    beforeEach(async () => {
      now = NOW;
      database = await make();
      store = await database.open({ clock: () => now });
    });
    afterEach(() => database.remove());

    const journal = () =>
      database.query<{ sequence: number }>('select sequence from journal order by sequence');

    it('stores every entry of a tick before it answers any of them', async () => {
      const entries = Array.from({ length: 64 }, () => entryOf('system'));
      const stored = entries.map(async ({ row }) => {
        await store.ledger.record({ row, nonce: freshNonce() });
        return (await journal()).length;
      });
      expect(new Set(await Promise.all(stored))).toEqual(new Set([64]));
    });

    it('stores a row byte for byte', async () => {
      const record = '{"name":"名字 \\u0000 \'quoted\' \\\\ {a,b} NULL","emoji":"🔑"}';
      const row = rowOf('system', record);
      await store.ledger.record({ row });
      const [found] = await database.query<{
        record: string;
        mac: string;
        at: number;
        account_id: string;
      }>('select account_id, at, record, mac from journal');
      expect(found).toEqual({ account_id: 'system', at: NOW, record, mac: row.mac });
    });

    it('stores a request in both accounts that it concerns, or in neither when its nonce is spent', async () => {
      const [nonce, twice] = [freshNonce(), freshNonce()];
      const both = (claim: NonceClaim) => {
        const entry = entryOf('system', { nonce: claim });
        return { ...entry, rowElsewhere: rowOf(ALICE) };
      };
      const entry = both(nonce);
      await store.ledger.record(entry);
      const stored = [entry.row.sequence, entry.rowElsewhere.sequence];
      expect((await journal()).map(({ sequence }) => sequence)).toEqual(stored);
      const entries = [both(twice), both(twice)];
      const settled = outcomes(await Promise.allSettled(entries.map(each => store.ledger.record(each))));
      const kept = entries[settled.indexOf('-')];
      expect(settled.toSorted()).toEqual(['-', 'NonceClaimed']);
      expect((await journal()).map(({ sequence }) => sequence)).toEqual([
        ...stored,
        kept?.row.sequence,
        kept?.rowElsewhere.sequence,
      ]);
    });

    it('lets exactly one of many parallel claims of a nonce through, and stores its row only', async () => {
      const nonce = freshNonce();
      const rows = Array.from({ length: 20 }, () => rowOf('system'));
      const settled = await Promise.allSettled(rows.map(row => store.ledger.record({ row, nonce })));
      const names = outcomes(settled);
      expect(names.filter(each => each === '-')).toHaveLength(1);
      expect(names.filter(each => each === 'NonceClaimed')).toHaveLength(19);
      expect(await journal()).toEqual([{ sequence: rows[names.indexOf('-')]?.sequence }]);
    });

    it('refuses a nonce that was claimed before the store was opened again', async () => {
      const nonces = [freshNonce(), freshNonce(), freshNonce()];
      await Promise.all(nonces.map(nonce => store.ledger.record(entryOf('system', { nonce }))));
      await store.close();
      const again = await database.open();
      for (const nonce of nonces) {
        await expect(again.ledger.record(entryOf('system', { nonce }))).rejects.toMatchObject({
          name: 'NonceClaimed',
        });
      }
      await again.ledger.record(entryOf('system', { nonce: freshNonce() }));
      expect(await journal()).toHaveLength(4);
    });

    it('refuses a nonce that comes after its end, since an earlier claim may have been forgotten', async () => {
      await expect(store.ledger.record(entryOf('system', { nonce: freshNonce(NOW) }))).rejects.toMatchObject({
        name: 'NonceClaimed',
      });
    });

    it('refuses new nonces when it is full, keeps the living ones, and goes on when they have expired', async () => {
      await store.close();
      const full = await database.open({ clock: () => now, maxNonces: 3 });
      const living = [freshNonce(), freshNonce(), freshNonce()];
      for (const nonce of living) await full.ledger.record(entryOf('system', { nonce }));
      await expect(full.ledger.record(entryOf('system', { nonce: freshNonce() }))).rejects.toMatchObject({
        name: 'NonceStoreFull',
      });
      for (const nonce of living) {
        await expect(full.ledger.record(entryOf('system', { nonce }))).rejects.toMatchObject({
          name: 'NonceClaimed',
        });
      }
      await full.ledger.record(entryOf('system'));
      now = NOW + 1_000_000;
      await full.ledger.record(entryOf('system', { nonce: freshNonce(now + 900_000) }));
      // How many expired ones are forgotten on the way depends on the shards they happen to be in.
      expect(full.nonceMeasure().nonces).toBeLessThanOrEqual(3);
    });

    it('writes the first use of a key at once and then one a second', async () => {
      await createAccounts(store, ALICE);
      await store.ledger.change(changeOf(ALICE, scope => insertKey(scope, 'LTAIa')));
      const uses = () =>
        database.query<{ used_at: number; service_name: string }>(
          'select used_at, service_name from access_key_uses',
        );
      const use = (at: number, serviceName: string) =>
        store.ledger.record(
          entryOf(ALICE, { use: { accountId: ALICE, accessKeyId: 'LTAIa', at, serviceName } }),
        );
      await use(NOW, 'Ram');
      expect(await uses()).toEqual([{ used_at: NOW, service_name: 'Ram' }]);
      await use(NOW + 999, 'Ims');
      expect(await uses()).toEqual([{ used_at: NOW, service_name: 'Ram' }]);
      await use(NOW + 1000, 'Sts');
      expect(await uses()).toEqual([{ used_at: NOW + 1000, service_name: 'Sts' }]);
    });

    it('writes no use of a key that is gone', async () => {
      const use = { accountId: ALICE, accessKeyId: 'LTAIgone', at: NOW, serviceName: 'Ram' };
      await store.ledger.record(entryOf(ALICE, { use }));
      expect(await database.query('select * from access_key_uses')).toEqual([]);
    });

    it('finishes what waits when it is closed, and refuses what comes later', async () => {
      const waiting = Array.from({ length: 10 }, () => store.ledger.record(entryOf('system')));
      const closed = store.close();
      const late = store.ledger.record(entryOf('system'));
      await expect(late).rejects.toMatchObject({ name: 'StorageUnavailable' });
      await Promise.all([...waiting, closed]);
      expect(await journal()).toHaveLength(10);
      await expect(store.ping(5000)).rejects.toMatchObject({ name: 'StorageUnavailable' });
      await store.close();
    });

    it('answers a ping', async () => {
      await store.ping(5000);
    });
  });
}
