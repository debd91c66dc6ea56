import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let aliceId: string;

beforeAll(async () => {
  world = await openWorld({ limits: { groupsPerUser: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  aliceId = await account.user('alice');
  await account.group('devs');
});

const alice = (api: 'ram' | 'ims') =>
  api === 'ram' ? { UserName: 'ALICE' } : { UserPrincipalName: account.principal('ALICE') };

describe.each(['ram', 'ims'] as const)('memberships through %s', api => {
  it('begin with AddUserToGroup and end with RemoveUserFromGroup', async () => {
    expect(await account[api]('AddUserToGroup', { ...alice(api), GroupName: 'DEVS' })).toEqual({});
    expect(account.touched).toEqual([{ kind: 'membership', id: aliceId }]);
    expect(await groupsOfAlice()).toEqual(['devs']);
    expect(await account[api]('RemoveUserFromGroup', { ...alice(api), GroupName: 'DEVS' })).toEqual({});
    expect(account.touched).toEqual([{ kind: 'membership', id: aliceId }]);
    expect(await groupsOfAlice()).toEqual([]);
  });

  it('exist once', async () => {
    await account[api]('AddUserToGroup', { ...alice(api), GroupName: 'devs' });
    expect(await refusal(account[api]('AddUserToGroup', { ...alice(api), GroupName: 'devs' }))).toBe(
      'EntityAlreadyExists.User.Group',
    );
    await account[api]('RemoveUserFromGroup', { ...alice(api), GroupName: 'devs' });
    expect(await refusal(account[api]('RemoveUserFromGroup', { ...alice(api), GroupName: 'devs' }))).toBe(
      'EntityNotExist.User.Group',
    );
  });

  it('are limited in number for each user', async () => {
    await account.user('bob');
    for (const GroupName of ['g1', 'g2']) {
      await account.group(GroupName);
      await account[api]('AddUserToGroup', { ...alice(api), GroupName });
    }
    expect(await refusal(account[api]('AddUserToGroup', { ...alice(api), GroupName: 'devs' }))).toBe(
      'LimitExceeded.User.Group',
    );
    expect(await refusal(account[api]('AddUserToGroup', { ...alice(api), GroupName: 'g1' }))).toBe(
      'EntityAlreadyExists.User.Group',
    );
    expect(await groupsOfAlice()).toEqual(['g1', 'g2']);
    await account.ram('AddUserToGroup', { UserName: 'bob', GroupName: 'devs' });
    await account[api]('RemoveUserFromGroup', { ...alice(api), GroupName: 'g1' });
    await account[api]('AddUserToGroup', { ...alice(api), GroupName: 'devs' });
  });

  it('need a user and a group of this account', async () => {
    const other = await world.account();
    await other.user('bob');
    await other.group('theirs');
    const bob = api === 'ram' ? { UserName: 'bob' } : { UserPrincipalName: other.principal('bob') };
    for (const name of ['AddUserToGroup', 'RemoveUserFromGroup']) {
      expect(await refusal(account[api](name, { ...bob, GroupName: 'devs' }))).toBe('EntityNotExist.User');
      expect(await refusal(account[api](name, { ...alice(api), GroupName: 'theirs' }))).toBe(
        'EntityNotExist.Group',
      );
      expect(await refusal(account[api](name, { ...bob, GroupName: 'theirs' }))).toBe('EntityNotExist.User');
    }
    expect((await other.ram('ListUsersForGroup', { GroupName: 'theirs' })).Users).toEqual({ User: [] });
  });

  it('are authorized on the user and on the group', async () => {
    const product = api === 'ram' ? 'Ram' : 'Ims';
    for (const name of ['AddUserToGroup', 'RemoveUserFromGroup']) {
      expect(await account.resources(product, name, { ...alice(api), GroupName: 'devs' })).toEqual([
        'user/ALICE',
        'group/devs',
      ]);
    }
  });

  it('end for nobody else', async () => {
    await account.user('bob');
    for (const user of ['alice', 'bob']) {
      await account.ram('AddUserToGroup', { UserName: user, GroupName: 'devs' });
    }
    await account[api]('RemoveUserFromGroup', { ...alice(api), GroupName: 'devs' });
    const { Users } = await account.ram('ListUsersForGroup', { GroupName: 'devs' });
    expect(Users).toEqual({ User: [expect.objectContaining({ UserName: 'bob' })] });
  });

  it('survive the renaming of user and group', async () => {
    await account[api]('AddUserToGroup', { ...alice(api), GroupName: 'devs' });
    await account.ram('UpdateUser', { UserName: 'alice', NewUserName: 'alicia' });
    await account.ram('UpdateGroup', { GroupName: 'devs', NewGroupName: 'builders' });
    const { Users } = await account.ram('ListUsersForGroup', { GroupName: 'builders' });
    expect(Users).toEqual({ User: [expect.objectContaining({ UserName: 'alicia' })] });
  });
});

describe('ListUsersForGroup', () => {
  it('shows the members as each API does', async () => {
    await account.ram('AddUserToGroup', { UserName: 'alice', GroupName: 'devs' });
    const JoinDate = world.isoNow();
    expect(await account.ram('ListUsersForGroup', { GroupName: 'devs' })).toEqual({
      Users: { User: [{ UserName: 'alice', DisplayName: '', JoinDate }] },
      IsTruncated: false,
    });
    expect(await account.ims('ListUsersForGroup', { GroupName: 'devs' })).toEqual({
      Users: {
        User: [{ UserId: aliceId, UserPrincipalName: account.principal('alice'), DisplayName: '', JoinDate }],
      },
      IsTruncated: false,
    });
  });

  it.each([1, 2, 3, 5])('gives every member exactly once in pages of %i', async size => {
    const names = ['e', 'd', 'c', 'b', 'a'];
    for (const name of names) {
      await account.user(name);
      await account.ram('AddUserToGroup', { UserName: name, GroupName: 'devs' });
    }
    const seen: unknown[] = [];
    let marker = '';
    do {
      const reply = await account.ram('ListUsersForGroup', {
        GroupName: 'devs',
        MaxItems: String(size),
        Marker: marker,
      });
      const { User } = reply.Users as { User: { UserName: string }[] };
      expect(User.length).toBe(Math.min(size, names.length - seen.length));
      seen.push(...User.map(user => user.UserName));
      marker = reply.IsTruncated === true ? String(reply.Marker) : '';
    } while (marker !== '');
    expect(seen.toSorted()).toEqual(names.toSorted());
  });

  it('has pages of at most 1000 in RAM and 100 in IMS', async () => {
    await account.ram('ListUsersForGroup', { GroupName: 'devs', MaxItems: '1000' });
    for (const [api, MaxItems] of [
      ['ram', '1001'],
      ['ims', '101'],
    ] as const) {
      expect(await refusal(account[api]('ListUsersForGroup', { GroupName: 'devs', MaxItems }))).toBe(
        'InvalidParameter.MaxItems.Range',
      );
    }
  });

  it('refuses a group that is not there', async () => {
    expect(await refusal(account.ram('ListUsersForGroup', { GroupName: 'ops' }))).toBe(
      'EntityNotExist.Group',
    );
  });
});

describe('ListGroupsForUser', () => {
  it('shows the groups of a user in the order of their names, as each API does', async () => {
    await account.ims('CreateGroup', { GroupName: 'Apps', DisplayName: 'Apps team', Comments: 'c' });
    const JoinDate = world.isoNow();
    for (const GroupName of ['devs', 'Apps']) {
      await account.ram('AddUserToGroup', { UserName: 'alice', GroupName });
    }
    const ids = { GroupId: expect.stringMatching(/^3\d{17}$/), JoinDate };
    expect(await account.ram('ListGroupsForUser', { UserName: 'Alice' })).toEqual({
      Groups: {
        Group: [
          { GroupName: 'Apps', Comments: 'c', ...ids },
          { GroupName: 'devs', Comments: '', ...ids },
        ],
      },
    });
    expect(await account.ims('ListGroupsForUser', { UserPrincipalName: account.principal('alice') })).toEqual(
      {
        Groups: {
          Group: [
            { GroupName: 'Apps', DisplayName: 'Apps team', Comments: 'c', ...ids },
            { GroupName: 'devs', DisplayName: '', Comments: '', ...ids },
          ],
        },
      },
    );
  });

  it('shows nothing of a group of the same name in another account', async () => {
    const other = await world.account();
    await other.user('alice');
    await other.group('devs');
    await other.ram('AddUserToGroup', { UserName: 'alice', GroupName: 'devs' });
    expect(await groupsOfAlice()).toEqual([]);
  });

  it('is authorized on the user, and refuses nobody’s name', async () => {
    expect(await account.resources('Ram', 'ListGroupsForUser', { UserName: 'x' })).toEqual(['user/x']);
    expect(await refusal(account.ram('ListGroupsForUser', { UserName: 'x' }))).toBe('EntityNotExist.User');
    const foreign = { UserPrincipalName: 'x@elsewhere.example.com' };
    expect(await account.resources('Ims', 'ListGroupsForUser', foreign)).toEqual(['user/*']);
    expect(await refusal(account.ims('ListGroupsForUser', foreign))).toBe('EntityNotExist.User');
  });
});

async function groupsOfAlice(): Promise<unknown[]> {
  const { Groups } = await account.ram('ListGroupsForUser', { UserName: 'alice' });
  return (Groups as { Group: { GroupName: string }[] }).Group.map(group => group.GroupName);
}
