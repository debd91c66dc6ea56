import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotSource } from '../../src/kernel/ledger.ts';
import type { ChangeScope } from '../../src/kernel/scope.ts';
import { insert, remove, type Store, update } from '../../src/store/index.ts';
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

/** Snapshots: all that decides about a key, at one revision. */
export function snapshotSuite(name: string, make: MakeDatabase): void {
  describe(`snapshots on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let snapshots: SnapshotSource;

    beforeEach(async () => {
      database = await make();
      store = await database.open();
      snapshots = store.snapshots(
        (sealed, { table, row, accountId }) => `${sealed} of ${table}/${row}/${accountId}`,
      );
      await createAccounts(store, ALICE, BOB);
      await store.ledger.change(changeOf(ALICE, fillAlice));
    });
    afterEach(() => database.remove());

    const change = (accountId: string, run: (scope: ChangeScope) => Promise<unknown>) =>
      store.ledger.change(changeOf(accountId, run, anyway));

    it('holds the key, its user, and every policy that reaches the user', async () => {
      expect(await snapshots.byAccessKey('LTAIann')).toEqual({
        accountId: ALICE,
        revision: 2,
        accessKeyId: 'LTAIann',
        active: true,
        secret: `sealed LTAIann of access_keys/LTAIann/${ALICE}`,
        caller: { kind: 'user', accountId: ALICE, accessKeyId: 'LTAIann', userId: 'ann', userName: 'ann' },
        attachments: [
          {
            policyType: 'Custom',
            policyName: 'Readers',
            version: 'v2',
            document: '{"second":"document"}',
            attachedTo: { type: 'RamUser', name: 'ann' },
            resourceGroupId: '',
          },
          {
            policyType: 'System',
            policyName: 'ReadOnlyAccess',
            attachedTo: { type: 'RamUser', name: 'ann' },
            resourceGroupId: 'rg-1',
          },
          {
            policyType: 'System',
            policyName: 'AliyunRAMFullAccess',
            attachedTo: { type: 'RamGroup', name: 'Staff' },
            resourceGroupId: '',
          },
        ],
        dependsOn: [
          { kind: 'access-key', id: 'LTAIann' },
          { kind: 'user', id: 'ann' },
          { kind: 'membership', id: 'ann' },
          { kind: 'attachment', id: 'ann' },
          { kind: 'policy', id: 'readers' },
          { kind: 'group', id: 'g-empty' },
          { kind: 'attachment', id: 'g-empty' },
          { kind: 'group', id: 'g-staff' },
          { kind: 'attachment', id: 'g-staff' },
        ],
      });
    });

    it('holds nothing of the policies of others', async () => {
      expect(await snapshots.byAccessKey('LTAIbea')).toMatchObject({
        active: false,
        caller: { kind: 'user', userId: 'bea' },
        attachments: [],
        dependsOn: [
          { kind: 'access-key', id: 'LTAIbea' },
          { kind: 'user', id: 'bea' },
          { kind: 'membership', id: 'bea' },
          { kind: 'attachment', id: 'bea' },
        ],
      });
    });

    it("holds the root of a key of the account's own", async () => {
      expect(await snapshots.byAccessKey('LTAIroot')).toMatchObject({
        caller: { kind: 'root', accountId: ALICE, accessKeyId: 'LTAIroot' },
        attachments: [],
        dependsOn: [{ kind: 'access-key', id: 'LTAIroot' }],
      });
    });

    it('finds nothing for a key that does not exist, whatever its case', async () => {
      expect(await snapshots.byAccessKey('LTAInobody')).toBeUndefined();
      expect(await snapshots.byAccessKey('ltaiann')).toBeUndefined();
      expect(await snapshots.byAccessKey('')).toBeUndefined();
    });

    it('holds of a user what it holds of its key, by its name in any letter case', async () => {
      const { attachments, dependsOn } = (await snapshots.byAccessKey('LTAIann')) ?? {};
      for (const name of ['ann', 'ANN']) {
        expect(await snapshots.byUserName(ALICE, name)).toEqual({
          accountId: ALICE,
          revision: 2,
          identity: { kind: 'user', accountId: ALICE, userId: 'ann', userName: 'ann' },
          attachments,
          dependsOn: dependsOn?.slice(1),
        });
      }
      expect(await snapshots.byUserName(ALICE, 'bea')).toMatchObject({ attachments: [] });
    });

    it('finds no user of another account, and none that does not exist', async () => {
      expect(await snapshots.byUserName(BOB, 'ann')).toBeUndefined();
      expect(await snapshots.byUserName(ALICE, 'an')).toBeUndefined();
      expect(await snapshots.byUserName(ALICE, '')).toBeUndefined();
    });

    it('finds gateway tokens by exactly their ids', async () => {
      await change(ALICE, scope =>
        insert(scope, 'gateway_tokens', {
          token_id: 'gwt-Edge',
          description: '',
          secret_hash: 'hash',
          dry_run: 1,
          created_at: NOW,
        }),
      );
      expect(await snapshots.byGatewayToken('gwt-Edge')).toEqual({
        accountId: ALICE,
        revision: 3,
        tokenId: 'gwt-Edge',
        secretHash: 'hash',
        dryRun: true,
      });
      expect(await snapshots.byGatewayToken('gwt-edge')).toBeUndefined();
    });

    it('moves with the revision', async () => {
      await change(ALICE, scope =>
        update(scope, 'access_keys')
          .set({ status: 'Inactive' })
          .where('access_key_id', '=', 'LTAIann')
          .execute(),
      );
      expect(await snapshots.byAccessKey('LTAIann')).toMatchObject({ revision: 3, active: false });
    });

    it('shows a transaction its own state, and no key of another account', async () => {
      const seen = await change(ALICE, async scope => {
        await remove(scope, 'attachments').execute();
        return snapshots.byAccessKeyWithin(scope, 'LTAIann');
      });
      expect(seen).toMatchObject({ revision: 3, attachments: [] });
      const foreign = await change(BOB, scope => snapshots.byAccessKeyWithin(scope, 'LTAIann'));
      expect(foreign).toBeUndefined();
    });

    it('refuses a key whose attached policy has no document, since it may have been a Deny', async () => {
      await change(ALICE, scope =>
        update(scope, 'policies')
          .set({ default_version: 9 })
          .where('policy_name_key', '=', 'readers')
          .execute(),
      );
      await expect(snapshots.byAccessKey('LTAIann')).rejects.toThrow('readers is missing');
    });

    it('refuses a key whose user is missing', async () => {
      await change(ALICE, scope => insertKey(scope, 'LTAIlost', 'nobody'));
      await expect(snapshots.byAccessKey('LTAIlost')).rejects.toThrow('user of the AccessKey LTAIlost');
    });

    it('refuses a key that two accounts claim', async () => {
      await change(BOB, scope => insertKey(scope, 'LTAIann', ''));
      await expect(snapshots.byAccessKey('LTAIann')).rejects.toThrow('more than one account');
    });
  });
}

async function fillAlice(scope: ChangeScope): Promise<void> {
  await insertUser(scope, 'ann');
  await insertUser(scope, 'bea');
  await insertKey(scope, 'LTAIann', 'ann');
  await insertKey(scope, 'LTAIbea', 'bea', 'Inactive');
  await insertKey(scope, 'LTAIroot', '');
  for (const [groupId, groupName] of [
    ['g-staff', 'Staff'],
    ['g-empty', 'Empty'],
    ['g-other', 'Other'],
  ] as const) {
    await insert(scope, 'groups', {
      group_id: groupId,
      group_name: groupName,
      group_name_key: groupName.toLowerCase(),
      display_name: '',
      comments: '',
      created_at: NOW,
      updated_at: NOW,
    });
  }
  await insert(scope, 'group_members', { user_id: 'ann', group_id: 'g-staff', joined_at: NOW });
  await insert(scope, 'group_members', { user_id: 'ann', group_id: 'g-empty', joined_at: NOW });
  await insert(scope, 'policies', {
    policy_name: 'Readers',
    policy_name_key: 'readers',
    description: '',
    default_version: 2,
    next_version: 3,
    created_at: NOW,
    updated_at: NOW,
  });
  for (const [version, document] of [
    [1, '{"first":"document"}'],
    [2, '{"second":"document"}'],
  ] as const) {
    await insert(scope, 'policy_versions', {
      policy_name_key: 'readers',
      version,
      document,
      created_at: NOW,
    });
  }
  await attach(scope, 'user', 'ann', 'Custom', 'readers');
  await attach(scope, 'user', 'ann', 'System', 'ReadOnlyAccess', 'rg-1');
  await attach(scope, 'group', 'g-staff', 'System', 'AliyunRAMFullAccess');
  await attach(scope, 'group', 'g-other', 'System', 'AdministratorAccess');
  // An id of another kind of principal that happens to be the same reaches nobody.
  await attach(scope, 'role', 'ann', 'System', 'AdministratorAccess');
}

function insertKey(
  scope: ChangeScope,
  accessKeyId: string,
  userId: string,
  status: 'Active' | 'Inactive' = 'Active',
): Promise<void> {
  return insert(scope, 'access_keys', {
    access_key_id: accessKeyId,
    user_id: userId,
    status,
    sealed_secret: `sealed ${accessKeyId}`,
    created_at: NOW,
    updated_at: NOW,
  });
}

function attach(
  scope: ChangeScope,
  principalType: 'user' | 'group' | 'role',
  principalId: string,
  policyType: 'System' | 'Custom',
  policyKey: string,
  resourceGroupId = '',
): Promise<void> {
  return insert(scope, 'attachments', {
    principal_type: principalType,
    principal_id: principalId,
    policy_type: policyType,
    policy_key: policyKey,
    resource_group_id: resourceGroupId,
    attached_at: NOW,
  });
}
