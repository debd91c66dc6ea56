import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';
import type { UserCaller } from '../../kernel/callers/identity.ts';
import { DAY } from '../../kernel/time.ts';

const missing = 'EntityNotExist.User.AccessKey';

let world: World;
let account: TestAccount;
let UserId: string;
let alice: UserCaller;
let key: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  UserId = await account.user('alice');
  alice = await account.callerOf('alice');
  key = await account.accessKey('alice');
});

const dispose = (UserAccessKeyId = key) =>
  account.ram('DeleteAccessKey', { UserName: 'alice', UserAccessKeyId });
const restore = (UserAccessKeyId = key) =>
  account.ims('RestoreAccessKeyFromRecycleBin', { UserId, UserAccessKeyId });
const purge = (UserAccessKeyId = key) =>
  account.ims('DeleteAccessKeyInRecycleBin', { UserId, UserAccessKeyId });
const show = (UserAccessKeyId = key) => account.ims('GetAccessKeyInfoInRecycleBin', { UserAccessKeyId });

async function listed(
  parameters: Record<string, string> = { UserId },
  caller?: UserCaller,
): Promise<string[]> {
  const { AccessKeys } = await account.ims('ListAccessKeysInRecycleBin', parameters, caller);
  return (AccessKeys as { AccessKey: { AccessKeyId: string }[] }).AccessKey.map(each => each.AccessKeyId);
}

describe('a key that is deleted', () => {
  it('is in the bin for 30 days', async () => {
    const CreateDate = world.isoNow();
    world.advance(DAY);
    const RecycleDate = world.isoNow();
    await dispose();
    world.advance(30 * DAY);
    const DeleteDate = world.isoNow();
    world.advance(-1000);
    const expected = { AccessKeyId: key, CreateDate, RecycleDate, DeleteDate };
    expect(await account.ims('ListAccessKeysInRecycleBin', { UserId })).toEqual({
      AccessKeys: { AccessKey: [expected] },
    });
    expect(await show()).toEqual({
      AccessKey: { ...expected, UserId, UserPrincipalName: account.principal('alice'), UserRecycled: false },
    });
    world.advance(1000);
    expect(await listed()).toEqual([]);
    for (const call of [show, restore, purge]) expect(await refusal(call())).toBe(missing);
  });

  it('is no key any more: nobody is found by it, and another takes its place', async () => {
    await account.accessKey('alice');
    await dispose();
    expect(await refusal(account.ims('GetUser', { UserAccessKeyId: key }))).toBe('EntityNotExist.User');
    expect(await account.accessKeyIds('alice')).not.toContain(key);
    await account.accessKey('alice');
  });

  it('shows that its user is in the bin too', async () => {
    await account.ims('DeleteUser', { UserId });
    expect(await show()).toMatchObject({
      AccessKey: { UserId, UserPrincipalName: account.principal('alice'), UserRecycled: true },
    });
    expect(await listed()).toEqual([key]);
  });

  it('makes the one of its user leave that has been there longest when they are too many', async () => {
    await account.user('bob');
    const bobsKey = await account.accessKey('bob');
    await account.ram('DeleteAccessKey', { UserName: 'bob', UserAccessKeyId: bobsKey });
    const keys: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      world.advance(60_000);
      const made = await account.accessKey('alice');
      await account.use(made, 'Ram');
      await dispose(made);
      keys.push(made);
    }
    expect(await listed()).toEqual(keys.slice(1));
    expect(await refusal(restore(keys[0]))).toBe(missing);
    expect(await account.rowsAbout(String(keys[0]))).toBe(0);
    expect(await show(bobsKey)).toMatchObject({ AccessKey: { AccessKeyId: bobsKey } });
  });
});

describe('a key that is restored', () => {
  it('is the key that it was, but disabled, with what is known of its use', async () => {
    const sealed = await account.sealedSecret(key);
    const CreateDate = world.isoNow();
    await account.use(key, 'Sts');
    world.advance(DAY);
    await dispose();
    expect(await restore()).toEqual({});
    expect(account.touched).toEqual([{ kind: 'access-key', id: key }]);
    expect(await account.ims('ListAccessKeys', {}, alice)).toEqual({
      AccessKeys: {
        AccessKey: [{ AccessKeyId: key, Status: 'Inactive', CreateDate, UpdateDate: world.isoNow() }],
      },
    });
    expect(await account.sealedSecret(key)).toBe(sealed);
    expect(await account.ims('GetAccessKeyLastUsed', { UserAccessKeyId: key }, alice)).toEqual({
      AccessKeyLastUsed: { LastUsedDate: CreateDate, ServiceName: 'Sts' },
    });
    expect(await listed()).toEqual([]);
  });

  it('needs a free place, and stays in the bin without one', async () => {
    await dispose();
    const keys = [await account.accessKey('alice'), await account.accessKey('alice')];
    expect(await refusal(restore())).toBe('LimitExceeded.User.AccessKey');
    expect(await listed()).toEqual([key]);
    expect((await account.accessKeyIds('alice')).toSorted()).toEqual(keys.toSorted());
  });

  it('needs its user, and stays in the bin without it', async () => {
    await account.ims('DeleteUser', { UserId });
    expect(await refusal(restore())).toBe('EntityNotExist.User');
    expect(await listed()).toEqual([key]);
    await account.ims('RestoreUserFromRecycleBin', { UserId });
    await restore();
    expect(await account.accessKeyIds('alice')).toEqual([key]);
  });

  it('is not given to another who has the name of its user by now', async () => {
    await account.ims('DeleteUser', { UserId });
    const newId = await account.user('alice');
    const asNew = { UserId: newId, UserAccessKeyId: key };
    expect(await refusal(account.ims('RestoreAccessKeyFromRecycleBin', asNew))).toBe(missing);
    expect(await listed({ UserId: newId })).toEqual([]);
    expect(await account.accessKeyIds('alice')).toEqual([]);
    expect(await listed()).toEqual([key]);
  });
});

describe('a key that is purged', () => {
  it('never comes back', async () => {
    await account.use(key, 'Ram');
    await dispose();
    expect(await purge()).toEqual({});
    for (const call of [show, restore, purge]) expect(await refusal(call())).toBe(missing);
    expect(await account.rowsAbout(key)).toBe(0);
  });

  it('is one of the bin: a key that signs is not purged', async () => {
    expect(await refusal(purge())).toBe(missing);
    expect(await account.accessKeyIds('alice')).toEqual([key]);
  });
});

describe('a call on keys of the bin', () => {
  const operations = [
    ['ListAccessKeysInRecycleBin', {}],
    ['RestoreAccessKeyFromRecycleBin', { UserAccessKeyId: 'LTAI' }],
    ['DeleteAccessKeyInRecycleBin', { UserAccessKeyId: 'LTAI' }],
  ] as const;

  it.each(operations)('%s is authorized on the user, else on the one who calls', async (name, parameters) => {
    expect(await account.resources('Ims', name, { ...parameters, UserId })).toEqual(['user/alice']);
    expect(await account.resources('Ims', name, parameters, alice)).toEqual(['user/alice']);
    const unknown = { ...parameters, UserId: '299999999999999999' };
    expect(await account.resources('Ims', name, unknown)).toEqual(['user/*']);
    expect(await refusal(account.ims(name, unknown))).toBe('EntityNotExist.User');
  });

  it.each(operations)('%s wants the account itself to name a user', async (name, parameters) => {
    await dispose();
    expect(await refusal(account.ims(name, { ...parameters, UserAccessKeyId: key }))).toBe('MissingUserId');
    expect(await listed()).toEqual([key]);
  });

  it('is about the user who calls when it names none', async () => {
    await dispose();
    expect(await listed({}, alice)).toEqual([key]);
    await account.ims('RestoreAccessKeyFromRecycleBin', { UserAccessKeyId: key }, alice);
    await dispose();
    await account.ims('DeleteAccessKeyInRecycleBin', { UserAccessKeyId: key }, alice);
    expect(await listed()).toEqual([]);
  });

  it('finds no key under the name of somebody else', async () => {
    const bobId = await account.user('bob');
    await dispose();
    for (const name of ['RestoreAccessKeyFromRecycleBin', 'DeleteAccessKeyInRecycleBin']) {
      const asBob = { UserId: bobId, UserAccessKeyId: key };
      expect(await refusal(account.ims(name, asBob))).toBe(missing);
    }
    expect(await listed()).toEqual([key]);
  });

  it('reaches nothing of another account', async () => {
    await dispose();
    const other = await world.account();
    expect(await refusal(other.ims('ListAccessKeysInRecycleBin', { UserId }))).toBe('EntityNotExist.User');
    const named = { UserAccessKeyId: key };
    expect(await other.resources('Ims', 'GetAccessKeyInfoInRecycleBin', named)).toEqual(['user/*']);
    expect(await refusal(other.ims('GetAccessKeyInfoInRecycleBin', named))).toBe(missing);
    expect(await listed()).toEqual([key]);
  });
});
