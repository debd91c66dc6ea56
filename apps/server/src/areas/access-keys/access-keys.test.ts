import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  await account.user('alice');
  await account.user('bob');
});

type ApiName = 'ram' | 'ims';
const apis: readonly ApiName[] = ['ram', 'ims'];
const products = { ram: 'Ram', ims: 'Ims' } as const;

const named = (api: ApiName, name: string) =>
  api === 'ram' ? { UserName: name } : { UserPrincipalName: account.principal(name) };

describe.each(apis)('CreateAccessKey of %s', api => {
  it('gives a user a key and shows its secret', async () => {
    const reply = await account[api]('CreateAccessKey', named(api, 'ALICE'));
    expect(reply).toEqual({
      AccessKey: {
        AccessKeyId: expect.stringMatching(/^LTAI/),
        AccessKeySecret: expect.stringMatching(/^.{30}$/),
        Status: 'Active',
        CreateDate: world.isoNow(),
      },
    });
    const { AccessKeyId } = reply.AccessKey as { AccessKeyId: string };
    expect(account.touched).toEqual([{ kind: 'access-key', id: AccessKeyId }]);
    expect(await account.accessKeyIds('alice')).toEqual([AccessKeyId]);
    expect(await account.accessKeyIds('bob')).toEqual([]);
    expect(await account.accessKeyIds()).toEqual([]);
  });

  it('stores the secret sealed for its place, and never in clear', async () => {
    const reply = await account[api]('CreateAccessKey', named(api, 'alice'));
    const { AccessKeyId, AccessKeySecret } = reply.AccessKey as Record<string, string>;
    const stored = await account.sealedSecret(String(AccessKeyId));
    expect(stored).not.toContain(AccessKeySecret);
    expect(world.sealedAs(stored)).toEqual({
      plain: AccessKeySecret,
      place: { table: 'access_keys', row: AccessKeyId, accountId: account.accountId },
    });
  });

  it('serves the caller who names nobody: a user gets its own key, the account its own', async () => {
    const alice = await account.callerOf('alice');
    await account[api]('CreateAccessKey', {}, alice);
    expect(await account.accessKeyIds('alice')).toHaveLength(1);
    await account[api]('CreateAccessKey', {});
    expect(await account.accessKeyIds()).toHaveLength(1);
    expect(await account.accessKeyIds('bob')).toEqual([]);
  });

  it('refuses a third key for a user, and stores nothing of it', async () => {
    const keys = [await account.accessKey('alice'), await account.accessKey('alice')];
    expect(await refusal(account[api]('CreateAccessKey', named(api, 'alice')))).toBe(
      'LimitExceeded.User.AccessKey',
    );
    expect((await account.accessKeyIds('alice')).toSorted()).toEqual(keys.toSorted());
    await account[api]('CreateAccessKey', named(api, 'bob'));
    await account.ram('UpdateAccessKey', {
      UserName: 'alice',
      UserAccessKeyId: String(keys[0]),
      Status: 'Inactive',
    });
    expect(await refusal(account[api]('CreateAccessKey', named(api, 'alice')))).toBe(
      'LimitExceeded.User.AccessKey',
    );
    await account.ram('DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: String(keys[0]) });
    await account[api]('CreateAccessKey', named(api, 'alice'));
  });

  it('refuses a third key for the account itself', async () => {
    for (let i = 0; i < 2; i += 1) await account[api]('CreateAccessKey', {});
    expect(await refusal(account[api]('CreateAccessKey', {}))).toBe('LimitExceeded.User.AccessKey');
    await account[api]('CreateAccessKey', named(api, 'alice'));
  });

  it('never makes a third key, however many calls come at once', async () => {
    const calls = Array.from({ length: 8 }, () => account[api]('CreateAccessKey', named(api, 'alice')));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(2);
    expect(await account.accessKeyIds('alice')).toHaveLength(2);
  });

  it('refuses nobody’s name and another account’s user', async () => {
    const other = await world.account();
    await other.user('carol');
    expect(await refusal(account[api]('CreateAccessKey', named(api, 'carol')))).toBe('EntityNotExist.User');
    if (api === 'ims') {
      const foreign = { UserPrincipalName: other.principal('carol') };
      expect(await refusal(account.ims('CreateAccessKey', foreign))).toBe('EntityNotExist.User');
    }
    expect(await other.accessKeyIds('carol')).toEqual([]);
  });
});

describe.each(apis)('the resource of key operations of %s', api => {
  const operations = [
    ['CreateAccessKey', {}],
    ['ListAccessKeys', {}],
    ['UpdateAccessKey', { UserAccessKeyId: 'LTAI', Status: 'Active' }],
    ['DeleteAccessKey', { UserAccessKeyId: 'LTAI' }],
    ['GetAccessKeyLastUsed', { UserAccessKeyId: 'LTAI' }],
  ] as const;

  it.each(operations)('%s is the named user, else the caller', async (name, parameters) => {
    const product = products[api];
    const bob = await account.callerOf('bob');
    expect(await account.resources(product, name, { ...parameters, ...named(api, 'alice') }, bob)).toEqual([
      'user/alice',
    ]);
    expect(await account.resources(product, name, parameters, bob)).toEqual(['user/bob']);
    expect(await account.resources(product, name, parameters)).toEqual(['root']);
  });

  it('is the collection for a principal name in somebody else’s domain', async () => {
    const foreign = { UserPrincipalName: 'alice@elsewhere.example.com' };
    for (const [name, parameters] of operations) {
      expect(await account.resources('Ims', name, { ...parameters, ...foreign })).toEqual(['user/*']);
    }
  });
});

describe('ListAccessKeys', () => {
  it('shows the keys of one owner, the oldest first, without secrets', async () => {
    const CreateDate = world.isoNow();
    const first = await account.accessKey('alice');
    await account.accessKey('bob');
    world.advance(60_000);
    const second = await account.accessKey('alice');
    const later = world.isoNow();
    expect(await account.ram('ListAccessKeys', { UserName: 'alice' })).toEqual({
      AccessKeys: {
        AccessKey: [
          { AccessKeyId: first, Status: 'Active', CreateDate },
          { AccessKeyId: second, Status: 'Active', CreateDate: later },
        ],
      },
    });
    expect(await account.ims('ListAccessKeys', named('ims', 'alice'))).toEqual({
      AccessKeys: {
        AccessKey: [
          { AccessKeyId: first, Status: 'Active', CreateDate, UpdateDate: CreateDate },
          { AccessKeyId: second, Status: 'Active', CreateDate: later, UpdateDate: later },
        ],
      },
    });
  });

  it('shows the account its own keys and a user its own', async () => {
    const rootKey = await account.accessKey();
    const aliceKey = await account.accessKey('alice');
    const alice = await account.callerOf('alice');
    for (const api of apis) {
      expect(keysIn(await account[api]('ListAccessKeys'))).toEqual([rootKey]);
      expect(keysIn(await account[api]('ListAccessKeys', {}, alice))).toEqual([aliceKey]);
    }
  });
});

describe.each(apis)('UpdateAccessKey of %s', api => {
  it('disables and enables', async () => {
    const key = await account.accessKey('alice');
    const parameters = { ...named(api, 'alice'), UserAccessKeyId: key };
    world.advance(60_000);
    expect(await account[api]('UpdateAccessKey', { ...parameters, Status: 'Inactive' })).toEqual({});
    expect(account.touched).toEqual([{ kind: 'access-key', id: key }]);
    expect(await statusOf(key)).toMatchObject({ Status: 'Inactive', UpdateDate: world.isoNow() });
    await account[api]('UpdateAccessKey', { ...parameters, Status: 'Active' });
    expect(await statusOf(key)).toMatchObject({ Status: 'Active' });
  });

  it('leaves alone a key that has the status already', async () => {
    const key = await account.accessKey('alice');
    const before = await statusOf(key);
    world.advance(60_000);
    await account[api]('UpdateAccessKey', {
      ...named(api, 'alice'),
      UserAccessKeyId: key,
      Status: 'Active',
    });
    expect(account.touched).toEqual([]);
    expect(await statusOf(key)).toEqual(before);
  });

  it('knows the two statuses as they are spelt', async () => {
    const parameters = { ...named(api, 'alice'), UserAccessKeyId: await account.accessKey('alice') };
    expect(await refusal(account[api]('UpdateAccessKey', { ...parameters, Status: 'active' }))).toBe(
      'InvalidParameter.Status',
    );
    expect(await refusal(account[api]('UpdateAccessKey', parameters))).toBe('MissingStatus');
  });

  async function statusOf(key: string): Promise<unknown> {
    const { AccessKeys } = await account.ims('ListAccessKeys', named('ims', 'alice'));
    return (AccessKeys as { AccessKey: { AccessKeyId: string }[] }).AccessKey.find(
      found => found.AccessKeyId === key,
    );
  }
});

describe.each(apis)('DeleteAccessKey of %s', api => {
  it('deletes an active key of a user, which leaves nothing that signs', async () => {
    const key = await account.accessKey('alice');
    expect(await account[api]('DeleteAccessKey', { ...named(api, 'alice'), UserAccessKeyId: key })).toEqual(
      {},
    );
    expect(account.touched).toEqual([{ kind: 'access-key', id: key }]);
    expect(await account.accessKeyIds('alice')).toEqual([]);
    expect(await account.rowsAbout(key)).toBe(0);
    expect(
      await refusal(account[api]('DeleteAccessKey', { ...named(api, 'alice'), UserAccessKeyId: key })),
    ).toBe('EntityNotExist.User.AccessKey');
  });

  it('deletes a key of the account itself for good, with what is known of its use', async () => {
    const key = await account.accessKey();
    await account.use(key, 'Ram');
    await account[api]('DeleteAccessKey', { UserAccessKeyId: key });
    expect(await account.rowsAbout(key)).toBe(0);
    const info = account.ims('GetAccessKeyInfoInRecycleBin', { UserAccessKeyId: key });
    expect(await refusal(info)).toBe('EntityNotExist.User.AccessKey');
  });

  it('lets a user and the account delete their own', async () => {
    const alice = await account.callerOf('alice');
    await account[api]('DeleteAccessKey', { UserAccessKeyId: await account.accessKey('alice') }, alice);
    expect(await account.accessKeyIds('alice')).toEqual([]);
    await account[api]('DeleteAccessKey', { UserAccessKeyId: await account.accessKey() });
    expect(await account.accessKeyIds()).toEqual([]);
  });
});

describe.each(apis)('a key of somebody else in %s', api => {
  const operations = [
    ['UpdateAccessKey', { Status: 'Inactive' }],
    ['DeleteAccessKey', {}],
    ['GetAccessKeyLastUsed', {}],
  ] as const;

  it.each(operations)('does not exist for %s, and nothing happens to it', async (name, parameters) => {
    const other = await world.account();
    await other.user('alice');
    const keys = {
      bob: await account.accessKey('bob'),
      root: await account.accessKey(),
      foreign: await other.accessKey('alice'),
      unknown: 'LTAI0000000000000000none',
    };
    for (const UserAccessKeyId of Object.values(keys)) {
      const call = account[api](name, { ...parameters, ...named(api, 'alice'), UserAccessKeyId });
      expect(await refusal(call)).toBe('EntityNotExist.User.AccessKey');
    }
    const alice = await account.callerOf('alice');
    for (const UserAccessKeyId of Object.values(keys)) {
      const call = account[api](name, { ...parameters, UserAccessKeyId }, alice);
      expect(await refusal(call)).toBe('EntityNotExist.User.AccessKey');
    }
    for (const UserAccessKeyId of [keys.bob, keys.foreign]) {
      const call = account[api](name, { ...parameters, UserAccessKeyId });
      expect(await refusal(call)).toBe('EntityNotExist.User.AccessKey');
    }
    expect(await account.ram('ListAccessKeys', { UserName: 'bob' })).toMatchObject({
      AccessKeys: { AccessKey: [{ AccessKeyId: keys.bob, Status: 'Active' }] },
    });
    expect(await other.ram('ListAccessKeys', { UserName: 'alice' })).toMatchObject({
      AccessKeys: { AccessKey: [{ AccessKeyId: keys.foreign, Status: 'Active' }] },
    });
    expect(await account.accessKeyIds()).toEqual([keys.root]);
  });

  it.each(operations)('%s needs the id of a key', async (name, parameters) => {
    expect(await refusal(account[api](name, { ...parameters, ...named(api, 'alice') }))).toBe(
      'MissingUserAccessKeyId',
    );
  });
});

describe('GetAccessKeyLastUsed', () => {
  it('is empty for a key that was never used', async () => {
    const UserAccessKeyId = await account.accessKey('alice');
    expect(await account.ram('GetAccessKeyLastUsed', { UserName: 'alice', UserAccessKeyId })).toEqual({
      AccessKeyLastUsed: { LastUsedDate: '' },
    });
    expect(await account.ims('GetAccessKeyLastUsed', { ...named('ims', 'alice'), UserAccessKeyId })).toEqual({
      AccessKeyLastUsed: { LastUsedDate: '', ServiceName: '' },
    });
  });

  it('shows time and service of the last use', async () => {
    const UserAccessKeyId = await account.accessKey('alice');
    await account.use(UserAccessKeyId, 'Ram');
    world.advance(60_000);
    await account.use(UserAccessKeyId, 'Ims');
    const LastUsedDate = world.isoNow();
    expect(await account.ram('GetAccessKeyLastUsed', { UserName: 'alice', UserAccessKeyId })).toEqual({
      AccessKeyLastUsed: { LastUsedDate },
    });
    expect(await account.ims('GetAccessKeyLastUsed', { ...named('ims', 'alice'), UserAccessKeyId })).toEqual({
      AccessKeyLastUsed: { LastUsedDate, ServiceName: 'Ims' },
    });
  });
});

function keysIn(reply: { readonly AccessKeys?: unknown }): unknown[] {
  const { AccessKey } = reply.AccessKeys as { AccessKey: { AccessKeyId: string }[] };
  return AccessKey.map(key => key.AccessKeyId);
}
