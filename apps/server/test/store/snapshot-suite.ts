import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotSource } from '../../src/kernel/ledger.ts';
import type { ChangeScope } from '../../src/kernel/scope.ts';
import {
  endSessionsOfAccount,
  insert,
  nextEpoch,
  remove,
  type Store,
  update,
} from '../../src/store/index.ts';
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
          { kind: 'account', id: ALICE },
          { kind: 'access-key', id: 'LTAIann' },
          { kind: 'user', id: 'ann' },
          { kind: 'membership', id: 'ann' },
          { kind: 'attachment', id: 'ann' },
          { kind: 'group', id: 'g-empty' },
          { kind: 'attachment', id: 'g-empty' },
          { kind: 'group', id: 'g-staff' },
          { kind: 'attachment', id: 'g-staff' },
          { kind: 'policy', id: 'readers' },
        ],
        generation: 'ann.0.0.0',
      });
    });

    it('holds nothing of the policies of others', async () => {
      expect(await snapshots.byAccessKey('LTAIbea')).toMatchObject({
        active: false,
        caller: { kind: 'user', userId: 'bea' },
        attachments: [],
        dependsOn: [
          { kind: 'account', id: ALICE },
          { kind: 'access-key', id: 'LTAIbea' },
          { kind: 'user', id: 'bea' },
          { kind: 'membership', id: 'bea' },
          { kind: 'attachment', id: 'bea' },
        ],
      });
    });

    it("holds the root of a key of the account's own", async () => {
      const snapshot = await snapshots.byAccessKey('LTAIroot');
      expect(snapshot).toMatchObject({
        caller: { kind: 'root', accountId: ALICE, accessKeyId: 'LTAIroot' },
        attachments: [],
        dependsOn: [
          { kind: 'account', id: ALICE },
          { kind: 'access-key', id: 'LTAIroot' },
        ],
      });
      // No session is ever born from it.
      expect(snapshot).not.toHaveProperty('generation');
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
          dependsOn: dependsOn?.slice(2),
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

    it('holds a role, by its name in any letter case, with the policies of the role alone', async () => {
      await change(ALICE, scope => insertRole(scope, 'ann', 'Worker'));
      for (const name of ['Worker', 'wORKER']) {
        expect(await snapshots.byRoleName(ALICE, name)).toEqual({
          accountId: ALICE,
          revision: 3,
          roleId: 'ann',
          name: 'Worker',
          trustDocument: '{"trust":1}',
          maxSessionDuration: 7200,
          service: undefined,
          generation: 'ann.0.0',
          attachments: [
            {
              policyType: 'System',
              policyName: 'AdministratorAccess',
              attachedTo: { type: 'RamRole', name: 'Worker' },
              resourceGroupId: '',
            },
          ],
          dependsOn: [
            { kind: 'account', id: ALICE },
            { kind: 'role', id: 'ann' },
            { kind: 'attachment', id: 'ann' },
          ],
        });
      }
      expect(await snapshots.byRoleName(BOB, 'Worker')).toBeUndefined();
      expect(await snapshots.byRoleName(ALICE, 'Work')).toBeUndefined();
    });

    it('gives another generation as soon as an epoch of the thing or of its account is another', async () => {
      await change(ALICE, scope => insertRole(scope, 'r-1', 'Worker'));
      const generations = async () => [
        (await snapshots.byAccessKey('LTAIann'))?.generation,
        (await snapshots.byRoleName(ALICE, 'worker'))?.generation,
      ];
      const raise = (table: 'users' | 'access_keys' | 'roles') =>
        change(ALICE, scope =>
          update(scope, table)
            .set({ session_epoch: nextEpoch(scope.now) })
            .execute(),
        );
      await raise('users');
      expect(await generations()).toEqual([`ann.${NOW}.0.0`, 'r-1.0.0']);
      await raise('access_keys');
      await raise('roles');
      expect(await generations()).toEqual([`ann.${NOW}.${NOW}.0`, `r-1.${NOW}.0`]);
      // Within one millisecond, and when the clock was set back, it is the next number.
      await raise('roles');
      await change(ALICE, endSessionsOfAccount);
      expect(await generations()).toEqual([`ann.${NOW}.${NOW}.${NOW}`, `r-1.${NOW + 1}.${NOW}`]);
    });

    it('holds a provider, by its name in any letter case, and none of another kind or account', async () => {
      await change(ALICE, scope =>
        insert(scope, 'oidc_providers', {
          provider_id: 'oidc-1',
          name: 'Ci',
          name_key: 'ci',
          issuer_url: 'https://issuer.example',
          client_ids: '',
          fingerprints: '',
          issuance_limit_hours: 1,
          description: '',
          session_epoch: 3,
          created_at: NOW,
          updated_at: NOW,
        }),
      );
      expect(await snapshots.byProvider(ALICE, 'oidc-provider', 'CI')).toEqual({
        accountId: ALICE,
        revision: 3,
        kind: 'oidc-provider',
        providerId: 'oidc-1',
        generation: 'oidc-1.3.0',
      });
      expect(await snapshots.byProvider(ALICE, 'saml-provider', 'ci')).toBeUndefined();
      expect(await snapshots.byProvider(BOB, 'oidc-provider', 'ci')).toBeUndefined();
      const within = await change(ALICE, scope => snapshots.byProviderWithin(scope, 'oidc-provider', 'ci'));
      expect(within).toMatchObject({ revision: 4, providerId: 'oidc-1' });
      const foreign = await change(BOB, scope => snapshots.byProviderWithin(scope, 'oidc-provider', 'ci'));
      expect(foreign).toBeUndefined();
    });

    it('shows a transaction its own roles', async () => {
      const [own, foreign] = [
        await change(ALICE, async scope => {
          await insertRole(scope, 'r-1', 'Worker');
          return snapshots.byRoleNameWithin(scope, 'worker');
        }),
        await change(BOB, scope => snapshots.byRoleNameWithin(scope, 'worker')),
      ];
      expect(own).toMatchObject({ roleId: 'r-1', revision: 3 });
      expect(foreign).toBeUndefined();
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

function insertRole(scope: ChangeScope, roleId: string, name: string): Promise<void> {
  return insert(scope, 'roles', {
    role_id: roleId,
    role_name: name,
    role_name_key: name.toLowerCase(),
    description: '',
    trust_document: '{"trust":1}',
    max_session_duration: 7200,
    session_epoch: 0,
    created_at: NOW,
    updated_at: NOW,
    service_name: null,
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
    session_epoch: 0,
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
