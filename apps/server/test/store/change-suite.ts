import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountScope } from '../../src/store/account-scope.ts';
import { insertUnlessPresent, remove, type Store, select, update } from '../../src/store/index.ts';
import {
  ALICE,
  anyway,
  BOB,
  changeOf,
  contextOf,
  createAccounts,
  entryOf,
  freshNonce,
  insertKey,
  insertUser,
  type MakeDatabase,
  NOW,
  outcomes,
  type TestDatabase,
} from './fixtures.ts';

/** Changing: one transaction with revision, feed, nonce and journal row, or nothing at all. */
export function changeSuite(name: string, make: MakeDatabase): void {
  describe(`changing on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await make();
      store = await database.open();
      await createAccounts(store, ALICE, BOB);
    });
    afterEach(() => database.remove());

    const revisionOf = async (accountId: string) => {
      const [account] = await database.query<{ revision: number }>(
        `select revision from accounts where account_id = '${accountId}'`,
      );
      return account?.revision;
    };
    const users = async () => {
      const rows = await database.query<{ user_id: string }>('select user_id from users order by user_id');
      return rows.map(row => row.user_id);
    };
    const journal = () => database.query('select * from journal');

    it('stores rows, revision, feed and journal row together and returns what the rule returned', async () => {
      const result = await store.ledger.change(
        changeOf(ALICE, async scope => {
          await insertUser(scope, 'ann');
          scope.touch('user', 'ann');
          scope.touch('membership', 'ann');
          scope.touch('user', 'ann');
          return 'done';
        }),
      );
      expect(result).toBe('done');
      expect(await users()).toEqual(['ann']);
      expect(await revisionOf(ALICE)).toBe(2);
      expect(await revisionOf(BOB)).toBe(1);
      expect(await journal()).toHaveLength(1);
      expect(
        await database.query(
          'select account_id, revision, kind, id from changes where revision = 2 order by kind',
        ),
      ).toEqual([
        { account_id: ALICE, revision: 2, kind: 'membership', id: 'ann' },
        { account_id: ALICE, revision: 2, kind: 'user', id: 'ann' },
      ]);
    });

    it('hands the result to the journal entry', async () => {
      let seen: unknown;
      await store.ledger.change(
        changeOf(ALICE, async () => 42, {
          entry: result => {
            seen = result;
            return entryOf(ALICE);
          },
        }),
      );
      expect(seen).toBe(42);
    });

    it('leaves nothing of a rule that throws, and its nonce can be claimed by the refusal', async () => {
      const nonce = freshNonce();
      const refused = store.ledger.change(
        changeOf(
          ALICE,
          async scope => {
            await insertUser(scope, 'ann');
            scope.touch('user', 'ann');
            throw new RangeError('no');
          },
          { entry: () => entryOf(ALICE, { nonce }) },
        ),
      );
      await expect(refused).rejects.toMatchObject({ name: 'RangeError', message: 'no' });
      expect(await users()).toEqual([]);
      expect(await revisionOf(ALICE)).toBe(1);
      expect(await database.query('select * from changes where revision > 1')).toEqual([]);
      expect(await journal()).toEqual([]);
      await store.ledger.record(entryOf(ALICE, { nonce }));
    });

    it('leaves nothing when its entry cannot be stored', async () => {
      await store.ledger.change(changeOf(ALICE, scope => insertKey(scope, 'LTAIa')));
      const unstorable = null as unknown as string;
      const use = { accountId: ALICE, accessKeyId: 'LTAIa', at: NOW, serviceName: unstorable };
      const entry = () => entryOf(ALICE, { use });
      await expect(
        store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann'), { ...anyway, entry })),
      ).rejects.toThrow();
      expect(await users()).toEqual([]);
      expect(await revisionOf(ALICE)).toBe(2);
      expect(await journal()).toHaveLength(1);
    });

    it('keeps the neighbours of a change that fails', async () => {
      const settled = await Promise.allSettled([
        store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann'))),
        store.ledger.change(
          changeOf(
            ALICE,
            async scope => {
              await insertUser(scope, 'bea');
              throw new RangeError('no');
            },
            anyway,
          ),
        ),
        store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'cleo'), anyway)),
        store.ledger.change(changeOf(BOB, scope => insertUser(scope, 'dora'))),
        store.ledger.record(entryOf('system')),
      ]);
      expect(outcomes(settled)).toEqual(['-', 'RangeError', '-', '-', '-']);
      expect(await users()).toEqual(['ann', 'cleo', 'dora']);
      expect(await revisionOf(ALICE)).toBe(3);
      expect(await journal()).toHaveLength(4);
    });

    it('runs the changes of an account one after another', async () => {
      let open = 0;
      const changes = Array.from({ length: 10 }, (_, index) =>
        store.ledger.change(
          changeOf(
            ALICE,
            async scope => {
              open += 1;
              const alone = open === 1;
              await insertUser(scope, `user-${index}`);
              const rows = await select(scope, 'users').select('user_id').execute();
              open -= 1;
              return alone ? rows.length : Number.NaN;
            },
            anyway,
          ),
        ),
      );
      expect(await Promise.all(changes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await revisionOf(ALICE)).toBe(11);
    });

    it('fails a change whose rule swallowed the error of a statement', async () => {
      const swallowed = store.ledger.change(
        changeOf(ALICE, async scope => {
          await insertUser(scope, 'ann');
          await insertUser(scope, 'ann').catch(() => {});
        }),
      );
      await expect(swallowed).rejects.toThrow();
      expect(await users()).toEqual([]);
      expect(await revisionOf(ALICE)).toBe(1);
    });

    it('tells a rule that a row is there already without failing the change', async () => {
      const second = { joined_at: 1, user_id: 'ann', group_id: 'staff' };
      const inserted = await store.ledger.change(
        changeOf(ALICE, async scope => {
          await insertUser(scope, 'ann');
          await insertUnlessPresent(scope, 'groups', groupOf('staff'));
          return [
            await insertUnlessPresent(scope, 'group_members', second),
            await insertUnlessPresent(scope, 'group_members', second),
          ];
        }),
      );
      expect(inserted).toEqual([true, false]);
    });

    it('refuses to break a reference', async () => {
      await store.ledger.change(
        changeOf(ALICE, async scope => {
          await insertUser(scope, 'ann');
          await insertUnlessPresent(scope, 'groups', groupOf('staff'));
          await insertUnlessPresent(scope, 'group_members', {
            joined_at: 1,
            user_id: 'ann',
            group_id: 'staff',
          });
        }),
      );
      await expect(
        store.ledger.change(
          changeOf(ALICE, scope => remove(scope, 'users').where('user_id', '=', 'ann').execute(), anyway),
        ),
      ).rejects.toThrow();
      expect(await users()).toEqual(['ann']);
    });

    it('lets a replayed change through once', async () => {
      const nonce = freshNonce();
      const replay = (user: string) =>
        store.ledger.change(
          changeOf(ALICE, scope => insertUser(scope, user), {
            ...anyway,
            entry: () => entryOf(ALICE, { nonce }),
          }),
        );
      const settled = await Promise.allSettled([replay('ann'), replay('bea'), replay('cleo')]);
      expect(outcomes(settled)).toEqual(['-', 'NonceClaimed', 'NonceClaimed']);
      expect(await users()).toEqual(['ann']);
      expect(await journal()).toHaveLength(1);
      await expect(replay('dora')).rejects.toMatchObject({ name: 'NonceClaimed' });
    });

    it('does not change an account that does not exist', async () => {
      await expect(store.ledger.change(changeOf('1999999999999999', async () => 'done'))).rejects.toThrow(
        'there is no account',
      );
      expect(await journal()).toEqual([]);
    });

    it('tells listeners of a commit before it answers, and of nothing else', async () => {
      const heard: unknown[] = [];
      store.snapshots(sealed => sealed).onCommit(news => heard.push(news));
      await Promise.allSettled([
        store.ledger.change(
          changeOf(ALICE, async () => {
            throw new RangeError('no');
          }),
        ),
      ]);
      expect(heard).toEqual([]);
      const atAnswer = store.ledger
        .change(changeOf(ALICE, async scope => scope.touch('policy', 'admins')))
        .then(() => [...heard]);
      expect(await atAnswer).toEqual([
        { accountId: ALICE, since: 1, revision: 2, touched: [{ kind: 'policy', id: 'admins' }] },
      ]);
    });

    it('shows a read nothing of a change that is not committed', async () => {
      let during: unknown;
      await store.ledger.change(
        changeOf(ALICE, async scope => {
          await insertUser(scope, 'ann');
          during = await store.ledger.read(contextOf(ALICE), reading =>
            select(reading, 'users').select('user_id').execute(),
          );
          await update(scope, 'users').set({ comments: 'new' }).where('user_id', '=', 'ann').execute();
        }),
      );
      expect(during).toEqual([]);
      const after = await store.ledger.read(contextOf(ALICE), reading =>
        select(reading, 'users').select(['user_id', 'comments']).execute(),
      );
      expect(after).toEqual([{ user_id: 'ann', comments: 'new' }]);
    });

    it('ends the scope with its transaction', async () => {
      let kept: Parameters<typeof select>[0] | undefined;
      await store.ledger.change(
        changeOf(ALICE, async scope => {
          kept = scope;
        }),
      );
      expect(() => kept && select(kept, 'users')).toThrow('after its transaction had ended');
    });

    it('opens no scope that it did not make', () => {
      const forged = { accountId: ALICE, context: contextOf(ALICE), now: 0 };
      expect(() => select(forged, 'users')).toThrow('not made by the store');
      expect(() => AccountScope.sessionOf(forged)).toThrow('not made by the store');
    });
  });
}

function groupOf(groupId: string) {
  return {
    group_id: groupId,
    group_name: groupId,
    group_name_key: groupId,
    display_name: '',
    comments: '',
    created_at: 1,
    updated_at: 1,
  };
}
