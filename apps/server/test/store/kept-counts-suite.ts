import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeScope } from '../../src/kernel/scope.ts';
import { AccountScope } from '../../src/store/account-scope.ts';
import { insert, insertAll, remove, type Store, update } from '../../src/store/index.ts';
import { policyHolders } from '../../src/store/migrations/0084-policy-holders.ts';
import { SchemaMaker } from '../../src/store/migrations/schema-maker.ts';
import type { Session } from '../../src/store/session.ts';
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

/** Counts that the database keeps, whatever writes to the tables that are counted. */
export function keptCountsSuite(name: string, make: MakeDatabase): void {
  describe(`the holders of policies that ${name} counts`, () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await make();
      store = await database.open();
      await createAccounts(store, ALICE, BOB);
      for (const account of [ALICE, BOB]) await change(account, attachSome);
    });
    afterEach(() => database.remove());

    const change = (account: string, run: (scope: ChangeScope) => Promise<unknown>) =>
      store.ledger.change(changeOf(account, run, anyway));
    const kept = async (account = ALICE) => {
      const rows = await database.query<{ readonly holding: string; readonly holders: number }>(
        `select policy_type || ' ' || policy_key || ' ' || principal_type as holding, holders
         from policy_holders where account_id = '${account}'`,
      );
      return Object.fromEntries(rows.map(({ holding, holders }) => [holding, holders]));
    };

    it('are those of each policy and kind of principal', async () => {
      expect(await kept()).toEqual({
        'Custom readers user': 2,
        'Custom readers group': 1,
        'System readers user': 1,
      });
    });

    it('follow what is taken, one by one and many at once, and nothing is left of who has none', async () => {
      await change(ALICE, scope => remove(scope, 'attachments').where('principal_id', '=', 'ann').execute());
      expect(await kept()).toEqual({ 'Custom readers user': 1, 'Custom readers group': 1 });
      await change(ALICE, scope => remove(scope, 'attachments').execute());
      expect(await kept()).toEqual({});
    });

    it('follow what moves from one policy to another', async () => {
      await change(ALICE, scope =>
        update(scope, 'attachments')
          .set({ policy_key: 'writers' })
          .where('policy_type', '=', 'Custom')
          .where('principal_id', '=', 'ann')
          .execute(),
      );
      expect(await kept()).toEqual({
        'Custom readers user': 1,
        'Custom readers group': 1,
        'Custom writers user': 1,
        'System readers user': 1,
      });
    });

    it('count whoever holds a policy for several resource groups once, until the last goes', async () => {
      const before = await kept();
      const scopes = ['rg-1', 'rg-2'];
      await change(ALICE, scope =>
        insertAll(scope, 'attachments', [
          ...scopes.map(group => held('user', 'ann', 'Custom', group)),
          ...scopes.map(group => held('user', 'cem', 'Custom', group)),
        ]),
      );
      expect(await kept()).toEqual({ ...before, 'Custom readers user': 3 });
      const ofAnn = (scope: ChangeScope) => remove(scope, 'attachments').where('principal_id', '=', 'ann');
      await change(ALICE, scope => ofAnn(scope).where('resource_group_id', '=', '').execute());
      expect(await kept()).toEqual({ 'Custom readers user': 3, 'Custom readers group': 1 });
      await change(ALICE, scope => ofAnn(scope).execute());
      expect(await kept()).toEqual({ 'Custom readers user': 2, 'Custom readers group': 1 });
      await change(ALICE, scope => remove(scope, 'attachments').execute());
      expect(await kept()).toEqual({});
    });

    it('stay when only the scope of an attachment changes, and when nothing does', async () => {
      const before = await kept();
      await change(ALICE, scope =>
        update(scope, 'attachments').set({ resource_group_id: 'rg-1', policy_key: 'readers' }).execute(),
      );
      expect(await kept()).toEqual(before);
    });

    it('are as they were when a change is rolled back', async () => {
      const before = await kept();
      const failing = change(ALICE, async scope => {
        await remove(scope, 'attachments').execute();
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await kept()).toEqual(before);
    });

    it('are those of one account', async () => {
      await change(ALICE, scope => remove(scope, 'attachments').execute());
      expect(await kept(BOB)).toEqual({
        'Custom readers user': 2,
        'Custom readers group': 1,
        'System readers user': 1,
      });
    });

    it('include those who were there before there was a count', async () => {
      const before = await kept();
      await change(ALICE, async scope => {
        const session = AccountScope.sessionOf(scope);
        await dropCount(session, 'policy_holders');
        await policyHolders(new SchemaMaker(session));
      });
      expect(await kept()).toEqual(before);
      await change(ALICE, scope => remove(scope, 'attachments').execute());
      expect(await kept()).toEqual({});
    });
  });
}

async function attachSome(scope: ChangeScope): Promise<void> {
  await insert(scope, 'attachments', held('user', 'ann'));
  await insertAll(scope, 'attachments', [
    held('user', 'bea'),
    held('group', 'staff'),
    held('user', 'ann', 'System'),
  ]);
}

function held(
  principal_type: 'user' | 'group',
  principal_id: string,
  policy_type: 'System' | 'Custom' = 'Custom',
  resource_group_id = '',
) {
  return {
    principal_type,
    principal_id,
    policy_type,
    policy_key: 'readers',
    resource_group_id,
    attached_at: NOW,
  };
}

/** Takes a table of counts away, as the schema was before. */
export async function dropCount(session: Session, name: string): Promise<void> {
  if (session.dialect === 'postgres') {
    await session.query(`drop function keep_${name} cascade`, []);
  } else {
    for (const event of ['insert', 'delete', 'update'])
      await session.query(`drop trigger ${name}_before_${event}`, []);
  }
  await session.query(`drop table ${name}`, []);
}
