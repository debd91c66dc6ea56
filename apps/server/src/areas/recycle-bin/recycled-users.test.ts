import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';
import type { WireObject } from '../../kernel/response.ts';
import { DAY } from '../../kernel/time.ts';

const missing = 'EntityNotExist.User';

let world: World;
let account: TestAccount;
let aliceId: string;

beforeAll(async () => {
  world = await openWorld({ limits: { recycledUsers: 3, users: 4 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  const { User } = await account.ims('CreateUser', {
    UserPrincipalName: account.principal('Alice'),
    DisplayName: 'Alice 名',
    Email: 'alice@example.com',
    MobilePhone: '86-13900000000',
    Comments: 'of the test',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'red',
  });
  aliceId = String((User as WireObject).UserId);
});

const dispose = (UserId = aliceId) => account.ims('DeleteUser', { UserId });
const restore = (UserId = aliceId) => account.ims('RestoreUserFromRecycleBin', { UserId });
const purge = (UserId = aliceId) => account.ims('DeleteUserInRecycleBin', { UserId });
const show = (UserId = aliceId) => account.ims('GetUserInRecycleBin', { UserId });

async function listed(parameters: Record<string, string> = {}): Promise<string[]> {
  const { Users } = await account.ims('ListUsersInRecycleBin', parameters);
  return (Users as { User: { UserId: string }[] }).User.map(user => user.UserId);
}

/** Deletes a fresh user, a while after the one before. */
async function recycled(name: string): Promise<string> {
  world.advance(60_000);
  const id = await account.user(name);
  await dispose(id);
  return id;
}

describe('a user who is deleted', () => {
  it('is in the bin for 30 days, under the name in the present domain', async () => {
    const CreateDate = world.isoNow();
    world.advance(DAY);
    const RecycleDate = world.isoNow();
    await dispose();
    world.advance(30 * DAY);
    const DeleteDate = world.isoNow();
    world.advance(-DAY);
    const expected = {
      UserId: aliceId,
      UserPrincipalName: account.principal('Alice'),
      DisplayName: 'Alice 名',
      CreateDate,
      RecycleDate,
      DeleteDate,
    };
    expect(await show()).toEqual({ User: expected });
    expect(await account.ims('ListUsersInRecycleBin')).toEqual({
      Users: { User: [expected] },
      IsTruncated: false,
    });
    await account.ram('SetAccountAlias', { AccountAlias: 'acme' });
    expect(await show()).toMatchObject({ User: { UserPrincipalName: 'Alice@acme.onaliyun.com' } });
  });

  it('is there as well when RAM deleted it', async () => {
    await account.ram('DeleteUser', { UserName: 'alice' });
    expect(await listed()).toEqual([aliceId]);
  });

  it('is not there when its deletion was refused', async () => {
    await account.accessKey('alice');
    expect(await refusal(account.ram('DeleteUser', { UserName: 'alice' }))).toBe(
      'DeleteConflict.User.AccessKey',
    );
    expect(await listed()).toEqual([]);
  });

  it('is found by a key that is there too, and by no other', async () => {
    const key = await account.accessKey('alice');
    const find = () => account.ims('GetUserInRecycleBin', { UserAccessKeyId: key });
    await account.ram('DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: key });
    expect(await refusal(find())).toBe(missing);
    await dispose();
    expect(await find()).toMatchObject({ User: { UserId: aliceId } });
  });

  it('does not count among the users, and leaves its name to another', async () => {
    await dispose();
    for (const name of ['alice', 'bob', 'carl', 'dora']) await account.user(name);
    expect((await account.ims('GetAccountSummary')).SummaryMap).toMatchObject({ Users: 4 });
  });

  it('leaves the bin after 30 days, whether or not anybody cleaned up', async () => {
    await dispose();
    world.advance(30 * DAY);
    expect(await listed()).toEqual([]);
    for (const call of [show, restore, purge]) expect(await refusal(call())).toBe(missing);
    expect(await refusal(account.ram('GetUser', { UserName: 'alice' }))).toBe(missing);
  });

  it('makes the one leave who has been there longest, with its keys, when there are too many', async () => {
    const key = await account.accessKey('alice');
    await dispose();
    const others = [await recycled('bob'), await recycled('carl'), await recycled('dora')];
    expect(await listed()).toEqual(others);
    expect(await refusal(restore())).toBe(missing);
    const info = account.ims('GetAccessKeyInfoInRecycleBin', { UserAccessKeyId: key });
    expect(await refusal(info)).toBe('EntityNotExist.User.AccessKey');
    expect(await account.rowsAbout(key)).toBe(0);
  });
});

describe('the list of the bin', () => {
  it('comes page by page, those first who leave first, of the same moment too', async () => {
    await dispose();
    const bobId = await account.user('bob');
    await dispose(bobId);
    const ids = [aliceId, bobId, await recycled('carl')];
    const found: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await account.ims('ListUsersInRecycleBin', {
        MaxItems: '1',
        ...(Marker === undefined ? {} : { Marker }),
      });
      const { User } = page.Users as { User: { UserId: string }[] };
      found.push(...User.map(user => user.UserId));
      Marker = page.Marker as string | undefined;
      expect(page.IsTruncated).toBe(Marker !== undefined);
    } while (Marker !== undefined);
    expect(found).toEqual(ids);
  });

  it('shows of one name everybody who had it, whatever its case', async () => {
    await dispose();
    const another = await recycled('ALICE');
    await recycled('bob');
    const Filter = `UserPrincipalName eq ${account.principal('aLiCe')}`;
    expect(await listed({ Filter })).toEqual([aliceId, another]);
    expect(await listed({ Filter: 'UserPrincipalName eq alice@elsewhere.example.com' })).toEqual([]);
    expect(await listed({ Filter: `UserPrincipalName eq ${account.principal('nobody')}` })).toEqual([]);
  });

  it.each(['UserPrincipalName', 'UserPrincipalName eq ', 'UserName eq a@b', 'userPrincipalName ne a@b'])(
    'knows no filter %j',
    async Filter => {
      const call = account.ims('ListUsersInRecycleBin', { Filter });
      expect(await refusal(call)).toBe('InvalidParameter.Filter.Format');
    },
  );

  it('knows no marker but its own', async () => {
    await dispose();
    const { Marker } = await account.ims('ListUsers', { MaxItems: '1' });
    for (const marker of ['none of ours', Marker ?? 'x']) {
      const call = account.ims('ListUsersInRecycleBin', { Marker: String(marker) });
      expect(await refusal(call)).toBe('InvalidParameter.Marker');
    }
  });
});

describe('a user who is restored', () => {
  it('has the name, display name, id and age that it had, and nothing else', async () => {
    const created = world.isoNow();
    await account.group('devs');
    await account.ram('AddUserToGroup', { UserName: 'alice', GroupName: 'devs' });
    await account.insertAttachment('user', aliceId);
    const key = await account.accessKey('alice');
    world.advance(DAY);
    await dispose();
    world.advance(DAY);
    expect(await restore()).toEqual({});
    expect(account.touched).toEqual([{ kind: 'user', id: aliceId }]);
    expect(await account.ims('GetUser', { UserId: aliceId })).toMatchObject({
      User: {
        UserName: 'Alice',
        DisplayName: 'Alice 名',
        CreateDate: created,
        UpdateDate: world.isoNow(),
        Email: '',
        MobilePhone: '',
        Comments: '',
        Tags: { Tag: [] },
      },
    });
    expect(await account.ram('ListGroupsForUser', { UserName: 'alice' })).toEqual({ Groups: { Group: [] } });
    expect(await account.ram('ListPoliciesForUser', { UserName: 'alice' })).toEqual({
      Policies: { Policy: [] },
    });
    expect(await account.accessKeyIds('alice')).toEqual([]);
    expect(await account.ims('GetAccessKeyInfoInRecycleBin', { UserAccessKeyId: key })).toMatchObject({
      AccessKey: { UserRecycled: false },
    });
    expect(await listed()).toEqual([]);
  });

  it('logs on with the old password when its log-on is switched on again, and not before', async () => {
    const Password = 'kiefer-Buche-1234';
    const NewPassword = 'ulme-Weide-56789';
    const profile = { UserName: 'alice', Password, PasswordResetRequired: 'true', MFABindRequired: 'true' };
    await account.ram('CreateLoginProfile', profile);
    await dispose();
    await restore();
    const UserPrincipalName = account.principal('alice');
    expect(await account.ims('GetLoginProfile', { UserPrincipalName })).toMatchObject({
      LoginProfile: { Status: 'Inactive', PasswordResetRequired: true, MFABindRequired: true },
    });
    await account.ims('UpdateLoginProfile', { UserPrincipalName, Status: 'Active' });
    const alice = await account.callerOf('alice');
    await account.ram('ChangePassword', { OldPassword: Password, NewPassword }, alice);
  });

  it('has no login profile when it had none', async () => {
    await dispose();
    await restore();
    expect(await refusal(account.ram('GetLoginProfile', { UserName: 'alice' }))).toBe(
      'EntityNotExist.User.LoginProfile',
    );
  });

  it('can be deleted and restored again', async () => {
    for (let round = 0; round < 3; round += 1) {
      await dispose();
      await restore();
    }
    expect(await account.ram('GetUser', { UserName: 'alice' })).toMatchObject({ User: { UserId: aliceId } });
  });

  it('does not get its name back while another has it, and stays in the bin', async () => {
    await dispose();
    const newId = await account.user('ALICE');
    expect(await refusal(restore())).toBe('EntityAlreadyExists.User');
    expect(await account.ram('GetUser', { UserName: 'alice' })).toMatchObject({ User: { UserId: newId } });
    expect(await listed()).toEqual([aliceId]);
    await account.ram('UpdateUser', { UserName: 'alice', NewUserName: 'alice2' });
    await restore();
    expect(await account.ram('GetUser', { UserName: 'alice' })).toMatchObject({ User: { UserId: aliceId } });
  });

  it('counts among the users, and stays in the bin when they are too many', async () => {
    await dispose();
    for (const name of ['bob', 'carl', 'dora', 'emil']) await account.user(name);
    expect(await refusal(restore())).toBe('LimitExceeded.User');
    expect(await listed()).toEqual([aliceId]);
  });
});

describe('a user who is purged', () => {
  it('never comes back, nor do its keys', async () => {
    const key = await account.accessKey('alice');
    await account.use(key, 'Ram');
    await account.ram('CreateLoginProfile', { UserName: 'alice', Password: 'kiefer-Buche-1234' });
    await dispose();
    expect(await purge()).toEqual({});
    for (const call of [show, restore, purge]) expect(await refusal(call())).toBe(missing);
    const key404 = account.ims('GetAccessKeyInfoInRecycleBin', { UserAccessKeyId: key });
    expect(await refusal(key404)).toBe('EntityNotExist.User.AccessKey');
    expect(await account.rowsAbout(aliceId)).toBe(0);
    expect(await account.rowsAbout(key)).toBe(0);
  });

  it('is one of the bin: a user who is there is not purged', async () => {
    expect(await refusal(purge())).toBe(missing);
    await account.ram('GetUser', { UserName: 'alice' });
  });
});

describe('a call on a user of the bin', () => {
  it('is authorized on the name that the user had', async () => {
    await dispose();
    for (const name of ['GetUserInRecycleBin', 'RestoreUserFromRecycleBin', 'DeleteUserInRecycleBin']) {
      expect(await account.resources('Ims', name, { UserId: aliceId })).toEqual(['user/Alice']);
      expect(await account.resources('Ims', name, { UserId: '299999999999999999' })).toEqual(['user/*']);
    }
  });

  it('is authorized on all users as well when the name is that of another by now', async () => {
    const key = await account.accessKey('alice');
    await dispose();
    await account.user('ALICE');
    const byId = { UserId: aliceId, UserAccessKeyId: key };
    for (const name of [
      'RestoreUserFromRecycleBin',
      'DeleteUserInRecycleBin',
      'ListAccessKeysInRecycleBin',
      'DeleteAccessKeyInRecycleBin',
      'GetAccessKeyInfoInRecycleBin',
    ]) {
      expect([name, ...(await account.resources('Ims', name, byId))]).toEqual([name, 'user/*', 'user/Alice']);
    }
    expect(await account.ims('GetAccessKeyInfoInRecycleBin', byId)).toMatchObject({
      AccessKey: { UserPrincipalName: account.principal('Alice'), UserRecycled: true },
    });
  });

  it('names it in one way', async () => {
    await dispose();
    const both = { UserId: aliceId, UserAccessKeyId: 'LTAI' };
    for (const parameters of [{}, both]) {
      expect(await refusal(account.ims('GetUserInRecycleBin', parameters))).toBe('InvalidParameter');
    }
  });

  it('reaches nobody of another account', async () => {
    await dispose();
    const other = await world.account();
    for (const name of ['GetUserInRecycleBin', 'RestoreUserFromRecycleBin', 'DeleteUserInRecycleBin']) {
      expect(await other.resources('Ims', name, { UserId: aliceId })).toEqual(['user/*']);
      expect(await refusal(other.ims(name, { UserId: aliceId }))).toBe(missing);
    }
    expect(await listed()).toEqual([aliceId]);
  });
});
