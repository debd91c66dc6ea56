import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;

const names = ['Bob', 'alice', 'carol', 'Dave', 'eve.1', 'eve-1', 'eve_1'];
const ordered = names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

beforeAll(async () => {
  world = await openWorld();
  account = await world.account();
  for (const name of names) await account.user(name);
  const other = await world.account();
  await other.user('aaron');
  await other.user('zoe');
});
afterAll(() => world.close());

describe('RAM ListUsers', () => {
  it('shows the users of the account alone, in the order of their names without regard to case', async () => {
    const reply = await account.ram('ListUsers');
    expect(namesIn(reply)).toEqual(ordered);
    expect(reply.IsTruncated).toBe(false);
    expect(reply).not.toHaveProperty('Marker');
  });

  it('shows each user with its dates', async () => {
    const { Users } = await account.ram('ListUsers', { MaxItems: '1' });
    expect(Users).toEqual({
      User: [
        {
          UserId: expect.stringMatching(/^2\d{17}$/),
          UserName: 'alice',
          DisplayName: '',
          MobilePhone: '',
          Email: '',
          Comments: '',
          CreateDate: '2026-01-02T03:04:05Z',
          UpdateDate: '2026-01-02T03:04:05Z',
        },
      ],
    });
  });

  it.each([1, 2, 3, 6, 7, 8])('gives every user exactly once in pages of %i', async size => {
    const seen: unknown[] = [];
    let marker: string | undefined;
    do {
      const reply = await account.ram('ListUsers', {
        MaxItems: String(size),
        ...(marker === undefined ? {} : { Marker: marker }),
      });
      const page = namesIn(reply);
      expect(page.length).toBe(Math.min(size, ordered.length - seen.length));
      seen.push(...page);
      marker = reply.IsTruncated === true ? String(reply.Marker) : undefined;
      if (marker === undefined) expect(reply).not.toHaveProperty('Marker');
    } while (marker !== undefined);
    expect(seen).toEqual(ordered);
  });

  it('goes on behind a user who was deleted after the page', async () => {
    const other = await world.account();
    for (const name of ['a', 'b', 'c']) await other.user(name);
    const first = await other.ram('ListUsers', { MaxItems: '2' });
    await other.ram('DeleteUser', { UserName: 'b' });
    expect(namesIn(await other.ram('ListUsers', { Marker: String(first.Marker) }))).toEqual(['c']);
  });

  it('takes an empty marker for none', async () => {
    expect(namesIn(await account.ram('ListUsers', { Marker: '' }))).toEqual(ordered);
  });

  it('is empty for an account without users', async () => {
    const empty = await world.account();
    expect(await empty.ram('ListUsers')).toEqual({ Users: { User: [] }, IsTruncated: false });
  });

  it.each([
    [{ MaxItems: '0' }, 'InvalidParameter.MaxItems.Range'],
    [{ MaxItems: '1001' }, 'InvalidParameter.MaxItems.Range'],
    [{ MaxItems: 'ten' }, 'InvalidParameter.MaxItems.Format'],
    [{ Marker: 'not a marker' }, 'InvalidParameter.Marker'],
    [{ Marker: 'AA' }, 'InvalidParameter.Marker'],
  ])('refuses %j with %s', async (parameters, code) => {
    expect(await refusal(account.ram('ListUsers', parameters))).toBe(code);
  });

  it('starts where the marker of another list or account says, and tells no more than its own', async () => {
    const other = await world.account();
    for (const name of ['a', ordered[0] ?? '', 'z']) await other.group(name);
    const { Marker } = await other.ram('ListGroups', { MaxItems: '2' });
    expect(namesIn(await account.ram('ListUsers', { Marker: String(Marker) }))).toEqual(ordered.slice(1));
    await expect(account.ram('ListUsers', { Marker: 'AA' })).rejects.toThrow('"Marker" is not a marker.');
  });

  it('is authorized on the collection', async () => {
    expect(await account.resources('Ram', 'ListUsers', {})).toEqual(['user/*']);
  });
});

describe('IMS ListUsers and ListUserBasicInfos', () => {
  it('show the same users by their principal names', async () => {
    const principals = ordered.map(name => account.principal(name));
    const { Users } = await account.ims('ListUsers');
    expect(membersOf(Users, 'User').map(user => user.UserPrincipalName)).toEqual(principals);
    const { UserBasicInfos } = await account.ims('ListUserBasicInfos');
    expect(membersOf(UserBasicInfos, 'UserBasicInfo').map(user => user.UserPrincipalName)).toEqual(
      principals,
    );
  });

  it('show the documented members', async () => {
    const { Users } = await account.ims('ListUsers', { MaxItems: '1' });
    expect(membersOf(Users, 'User')).toEqual([
      {
        UserId: expect.any(String),
        UserPrincipalName: account.principal('alice'),
        DisplayName: '',
        MobilePhone: '',
        Email: '',
        Comments: '',
        CreateDate: '2026-01-02T03:04:05Z',
        UpdateDate: '2026-01-02T03:04:05Z',
        LastLoginDate: '',
        ProvisionType: 'Manual',
        Status: 'active',
        Tags: { Tag: [] },
      },
    ]);
    const { UserBasicInfos } = await account.ims('ListUserBasicInfos', { MaxItems: '1' });
    expect(membersOf(UserBasicInfos, 'UserBasicInfo')).toEqual([
      {
        UserId: expect.any(String),
        UserPrincipalName: account.principal('alice'),
        DisplayName: '',
        Status: 'active',
      },
    ]);
  });

  it('filter by status: all users are active, none is frozen', async () => {
    for (const Status of ['active', 'active,freeze']) {
      const { Users } = await account.ims('ListUsers', { Status });
      expect(membersOf(Users, 'User')).toHaveLength(names.length);
    }
    expect(await account.ims('ListUsers', { Status: 'freeze' })).toEqual({
      Users: { User: [] },
      IsTruncated: false,
    });
    expect(await account.ims('ListUserBasicInfos', { Status: 'freeze' })).toEqual({
      UserBasicInfos: { UserBasicInfo: [] },
      IsTruncated: false,
    });
    expect(await refusal(account.ims('ListUsers', { Status: 'frozen' }))).toBe('InvalidParameter.Status');
  });

  it('go on with a marker', async () => {
    const first = await account.ims('ListUsers', { MaxItems: '5' });
    const rest = await account.ims('ListUsers', { Marker: String(first.Marker) });
    expect(membersOf(rest.Users, 'User').map(user => user.UserPrincipalName)).toEqual(
      ordered.slice(5).map(name => account.principal(name)),
    );
  });

  it('have pages of their own sizes when none is asked for', async () => {
    const large = await world.account();
    for (let i = 0; i < 101; i += 1) await large.user(`u${i}`);
    expect((await large.ram('ListUsers')).IsTruncated).toBe(true);
    expect((await large.ims('ListUserBasicInfos')).IsTruncated).toBe(true);
    expect((await large.ims('ListUsers')).IsTruncated).toBe(false);
  });
});

function membersOf(list: unknown, member: string): Record<string, unknown>[] {
  return (list as Record<string, Record<string, unknown>[]>)[member] ?? [];
}

function namesIn(reply: { readonly Users?: unknown }): unknown[] {
  return membersOf(reply.Users, 'User').map(user => user.UserName);
}
