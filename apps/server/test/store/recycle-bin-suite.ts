import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeScope } from '../../src/kernel/scope.ts';
import { DAY } from '../../src/kernel/time.ts';
import { insert, type Store } from '../../src/store/index.ts';
import {
  ALICE,
  anyway,
  BOB,
  changeOf,
  createAccounts,
  insertKey,
  type MakeDatabase,
  NOW,
  type TestDatabase,
} from './fixtures.ts';

const MINUTE = 60_000;

/** What is cleaned up after its time, and what is not. */
export function recycleBinSuite(name: string, make: MakeDatabase): void {
  describe(`cleaning up, on ${name}`, () => cleaningTests(make));
}

function cleaningTests(make: MakeDatabase): void {
  let database: TestDatabase;
  let store: Store;
  let now: number;

  beforeEach(async () => {
    database = await make();
    now = NOW;
    store = await database.open({ clock: () => now });
    await createAccounts(store, ALICE, BOB);
  });
  afterEach(() => database.remove());

  const inBoth = async (run: (scope: ChangeScope) => Promise<void>) => {
    for (const account of [ALICE, BOB]) await store.ledger.change(changeOf(account, run, anyway));
  };
  const left = async (table: string, column: string) => {
    const rows = await database.query<Record<string, string>>(`select ${column} from ${table}`);
    return rows.map(row => row[column]).sort();
  };

  it('purges users with all they have in the bin when their time has been over for some minutes', async () => {
    await inBoth(async scope => {
      await recycleUser(scope, 'early', NOW + DAY);
      await recycleUser(scope, 'late', NOW + 2 * DAY);
      // It would outlast its user.
      await recycleKey(scope, 'LTAIearly', 'early', NOW + 3 * DAY);
      await recycleKey(scope, 'LTAIlate', 'late', NOW + 2 * DAY);
    });
    now = NOW + DAY + 4 * MINUTE;
    expect(await store.maintenance.purgeRecycled()).toBe(false);
    expect(await left('recycled_users', 'user_id')).toHaveLength(4);
    now = NOW + DAY + 5 * MINUTE;
    expect(await store.maintenance.purgeRecycled()).toBe(false);
    expect(await left('recycled_users', 'user_id')).toEqual(['late', 'late']);
    expect(await left('recycled_login_profiles', 'user_id')).toEqual(['late', 'late']);
    for (const table of ['recycled_access_keys', 'access_key_policies', 'access_key_uses']) {
      expect(await left(table, 'access_key_id')).toEqual(['LTAIlate', 'LTAIlate']);
    }
  });

  it('purges keys of users who are there, and nothing of other keys', async () => {
    await inBoth(async scope => {
      await recycleKey(scope, 'LTAIearly', 'ann', NOW + DAY);
      await recycleKey(scope, 'LTAIlate', 'ann', NOW + 2 * DAY);
      await insertKey(scope, `LTAIlive${scope.accountId}`);
      await keepBeside(scope, `LTAIlive${scope.accountId}`);
    });
    now = NOW + DAY + 5 * MINUTE;
    await store.maintenance.purgeRecycled();
    const kept = [`LTAIlive${ALICE}`, `LTAIlive${BOB}`];
    expect(await left('recycled_access_keys', 'access_key_id')).toEqual(['LTAIlate', 'LTAIlate']);
    expect(await left('access_keys', 'access_key_id')).toEqual(kept);
    for (const table of ['access_key_policies', 'access_key_uses']) {
      expect(await left(table, 'access_key_id')).toEqual(['LTAIlate', 'LTAIlate', ...kept]);
    }
  });

  it('purges in steps and says when there is more', async () => {
    await store.ledger.change(
      changeOf(ALICE, async scope => {
        for (let made = 0; made < 2100; made += 1) await recycleKey(scope, `LTAI${made}`, 'ann', NOW);
      }),
    );
    now = NOW + DAY;
    expect(await store.maintenance.purgeRecycled()).toBe(true);
    expect(await store.maintenance.purgeRecycled()).toBe(false);
    expect(await left('recycled_access_keys', 'access_key_id')).toEqual([]);
  });

  it('knows an AccessKey that is in a recycle bin, so that no other gets its id', async () => {
    await store.ledger.change(changeOf(ALICE, scope => recycleKey(scope, 'LTAIbin', 'ann', NOW + DAY)));
    expect(await store.installation.isAccessKeyIdTaken('LTAIbin')).toBe(true);
    expect(await store.installation.isAccessKeyIdTaken('LTAIbi')).toBe(false);
  });

  it('forgets failed attempts after a day, and none before', async () => {
    const reserve = (userId: string, at: number) =>
      store.attempts.of(ALICE, at).reserve(userId, { failures: 3, lockedFor: 60 * MINUTE });
    await reserve('ann', NOW);
    await reserve('bob', NOW + MINUTE);
    now = NOW + DAY + MINUTE;
    expect(await store.maintenance.pruneAttempts()).toBe(false);
    expect(await left('password_attempts', 'user_id')).toEqual(['bob']);
  });
}

async function recycleUser(scope: ChangeScope, userId: string, purgeAt: number): Promise<void> {
  await insert(scope, 'recycled_users', {
    user_id: userId,
    user_name: userId,
    user_name_key: userId,
    display_name: '',
    created_at: NOW,
    recycled_at: NOW,
    purge_at: purgeAt,
  });
  await insert(scope, 'recycled_login_profiles', {
    user_id: userId,
    password_hash: 'hash',
    password_reset_required: 0,
    mfa_bind_required: 0,
    created_at: NOW,
    password_set_at: NOW,
    initial_at: null,
  });
}

async function recycleKey(
  scope: ChangeScope,
  accessKeyId: string,
  userId: string,
  purgeAt: number,
): Promise<void> {
  await insert(scope, 'recycled_access_keys', {
    access_key_id: accessKeyId,
    user_id: userId,
    sealed_secret: 'sealed',
    created_at: NOW,
    recycled_at: NOW,
    purge_at: purgeAt,
  });
  await keepBeside(scope, accessKeyId);
}

async function keepBeside(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await insert(scope, 'access_key_uses', {
    access_key_id: accessKeyId,
    used_at: NOW,
    service_name: 'Ram',
  });
  await insert(scope, 'access_key_policies', {
    access_key_id: accessKeyId,
    document: '{}',
    updated_at: NOW,
  });
}
