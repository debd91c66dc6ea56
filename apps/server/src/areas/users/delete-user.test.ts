import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let aliceId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  aliceId = await account.user('alice');
});

/** What a user can have left, by the last word of the code that refuses it. */
const leftovers = {
  Group: async () => {
    await account.ram('CreateGroup', { GroupName: 'devs' });
    await account.ram('AddUserToGroup', { UserName: 'alice', GroupName: 'devs' });
  },
  AccessKey: async () => {
    await account.accessKey('alice');
  },
  LoginProfile: () => account.insertLoginProfile(aliceId),
  Policy: () => account.insertAttachment('user', aliceId),
} as const;

const removals = {
  Group: () => account.ram('RemoveUserFromGroup', { UserName: 'alice', GroupName: 'devs' }),
  AccessKey: async () => {
    for (const key of await account.accessKeyIds('alice')) {
      await account.ram('DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: key });
    }
  },
  LoginProfile: () => account.removeLoginProfile(aliceId),
  Policy: () => account.removeAttachments('user', aliceId),
} as const;

type Noun = keyof typeof leftovers;
const nouns: readonly Noun[] = ['Group', 'AccessKey', 'LoginProfile', 'Policy'];

describe('RAM DeleteUser', () => {
  it('deletes a user who has nothing left, and nobody else', async () => {
    await account.user('bob');
    expect(await account.ram('DeleteUser', { UserName: 'ALICE' })).toEqual({});
    expect(account.touched).toEqual([{ kind: 'user', id: aliceId }]);
    expect(await refusal(account.ram('GetUser', { UserName: 'alice' }))).toBe('EntityNotExist.User');
    await account.ram('GetUser', { UserName: 'bob' });
  });

  it.each(nouns)('is refused while the user has a %s, which stays', async noun => {
    await leftovers[noun]();
    expect(await refusal(account.ram('DeleteUser', { UserName: 'alice' }))).toBe(
      `DeleteConflict.User.${noun}`,
    );
    await account.ram('GetUser', { UserName: 'alice' });
    expect(await refusal(account.ram('DeleteUser', { UserName: 'alice' }))).toBe(
      `DeleteConflict.User.${noun}`,
    );
    await removals[noun]();
    await account.ram('DeleteUser', { UserName: 'alice' });
  });

  it('names what is left in the documented order', async () => {
    for (const noun of nouns.toReversed()) await leftovers[noun]();
    for (const noun of nouns) {
      expect(await refusal(account.ram('DeleteUser', { UserName: 'alice' }))).toBe(
        `DeleteConflict.User.${noun}`,
      );
      await removals[noun]();
    }
    await account.ram('DeleteUser', { UserName: 'alice' });
  });

  it('is not held up by what users of the same name in other accounts have', async () => {
    const other = await world.account();
    await other.user('alice');
    await other.accessKey('alice');
    await account.ram('DeleteUser', { UserName: 'alice' });
    expect(await other.accessKeyIds('alice')).toHaveLength(1);
  });

  it('refuses a name of nobody', async () => {
    expect(await refusal(account.ram('DeleteUser', { UserName: 'nobody' }))).toBe('EntityNotExist.User');
  });

  it('frees the name for another user with another id', async () => {
    await account.ram('DeleteUser', { UserName: 'alice' });
    expect(await account.user('alice')).not.toBe(aliceId);
  });
});

describe('IMS DeleteUser', () => {
  it('takes everything along that the user has, and tells the change feed of each', async () => {
    for (const noun of nouns) await leftovers[noun]();
    const key = (await account.accessKeyIds('alice'))[0];
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('alice') });
    expect(account.touched).toEqual(
      expect.arrayContaining([
        { kind: 'user', id: aliceId },
        { kind: 'membership', id: aliceId },
        { kind: 'access-key', id: key },
      ]),
    );
    expect(await refusal(account.ram('GetUser', { UserName: 'alice' }))).toBe('EntityNotExist.User');
    expect(await refusal(account.ims('GetUser', { UserAccessKeyId: String(key) }))).toBe(
      'EntityNotExist.User',
    );
    expect(await account.ram('ListUsersForGroup', { GroupName: 'devs' })).toEqual({
      Users: { User: [] },
      IsTruncated: false,
    });
    expect(await account.rowsAbout(aliceId)).toBe(0);
  });

  it('tells the change feed of nothing that the user does not have', async () => {
    await account.ims('DeleteUser', { UserId: aliceId });
    expect(account.touched).toEqual([{ kind: 'user', id: aliceId }]);
  });

  it('leaves what other users have', async () => {
    await account.user('bob');
    await account.accessKey('bob');
    await account.ram('CreateGroup', { GroupName: 'devs' });
    for (const UserName of ['alice', 'bob']) {
      await account.ram('AddUserToGroup', { UserName, GroupName: 'devs' });
    }
    await account.ims('DeleteUser', { UserId: aliceId });
    expect(await account.accessKeyIds('bob')).toHaveLength(1);
    expect((await account.ram('ListUsersForGroup', { GroupName: 'devs' })).Users).toEqual({
      User: [expect.objectContaining({ UserName: 'bob' })],
    });
  });

  it('wants exactly one reference', async () => {
    const both = { UserId: aliceId, UserPrincipalName: account.principal('alice') };
    expect(await refusal(account.ims('DeleteUser', {}))).toBe('InvalidParameter');
    expect(await refusal(account.ims('DeleteUser', both))).toBe('InvalidParameter');
    await account.ram('GetUser', { UserName: 'alice' });
  });

  it('cannot reach into another account', async () => {
    const other = await world.account();
    const otherId = await other.user('bob');
    for (const parameters of [{ UserId: otherId }, { UserPrincipalName: other.principal('bob') }]) {
      expect(await account.resources('Ims', 'DeleteUser', parameters)).toEqual(['user/*']);
      expect(await refusal(account.ims('DeleteUser', parameters))).toBe('EntityNotExist.User');
    }
    await other.ram('GetUser', { UserName: 'bob' });
  });
});
