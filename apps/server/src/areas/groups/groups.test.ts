import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { groups: 5 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

const bornAt = () => world.isoNow();

describe('CreateGroup', () => {
  it('shows what was given, RAM without a display name', async () => {
    const ram = await account.ram('CreateGroup', { GroupName: 'Dev-Team_1.0', Comments: 'builds' });
    expect(ram).toEqual({
      Group: {
        GroupId: expect.stringMatching(/^3\d{17}$/),
        GroupName: 'Dev-Team_1.0',
        Comments: 'builds',
        CreateDate: bornAt(),
      },
    });
    const { GroupId } = ram.Group as { GroupId: string };
    expect(account.touched).toEqual([{ kind: 'group', id: GroupId }]);
    const ims = await account.ims('CreateGroup', { GroupName: 'Ops', DisplayName: 'Operations' });
    expect(ims).toEqual({
      Group: {
        GroupId: expect.stringMatching(/^3\d{17}$/),
        GroupName: 'Ops',
        DisplayName: 'Operations',
        Comments: '',
        CreateDate: bornAt(),
        UpdateDate: bornAt(),
      },
    });
  });

  it('refuses a name that differs only in case', async () => {
    await account.ram('CreateGroup', { GroupName: 'devs', Comments: 'first' });
    expect(await refusal(account.ims('CreateGroup', { GroupName: 'DEVS' }))).toBe(
      'EntityAlreadyExists.Group',
    );
    expect((await account.ram('GetGroup', { GroupName: 'Devs' })).Group).toMatchObject({ Comments: 'first' });
  });

  it('refuses one more than the limit, for each account apart', async () => {
    for (let i = 0; i < 5; i += 1) await account.ram('CreateGroup', { GroupName: `g${i}` });
    expect(await refusal(account.ram('CreateGroup', { GroupName: 'g5' }))).toBe('LimitExceeded.Group');
    expect(await refusal(account.ram('CreateGroup', { GroupName: 'G0' }))).toBe('EntityAlreadyExists.Group');
    const other = await world.account();
    await other.ram('CreateGroup', { GroupName: 'g5' });
    await account.ram('DeleteGroup', { GroupName: 'g0' });
    await account.ram('CreateGroup', { GroupName: 'g5' });
  });

  it.each([
    [{}, 'MissingGroupName'],
    [{ GroupName: 'a b' }, 'InvalidParameter.GroupName.InvalidChars'],
    [{ GroupName: 'g'.repeat(65) }, 'InvalidParameter.GroupName.Length'],
    [{ GroupName: 'g', Comments: 'c'.repeat(129) }, 'InvalidParameter.Comments.Length'],
  ])('refuses %j with %s', async (parameters, code) => {
    expect(await refusal(account.ram('CreateGroup', parameters))).toBe(code);
    expect(await refusal(account.ims('CreateGroup', parameters))).toBe(code);
  });

  it('holds the display name of IMS to 24 characters', async () => {
    expect(await refusal(account.ims('CreateGroup', { GroupName: 'g', DisplayName: 'd'.repeat(25) }))).toBe(
      'InvalidParameter.DisplayName.Length',
    );
  });

  it('is authorized on the collection, calls on one group on that group', async () => {
    expect(await account.resources('Ram', 'CreateGroup', { GroupName: 'g' })).toEqual(['group/*']);
    expect(await account.resources('Ims', 'ListGroups', {})).toEqual(['group/*']);
    for (const name of ['GetGroup', 'UpdateGroup', 'DeleteGroup', 'ListUsersForGroup']) {
      expect(await account.resources('Ram', name, { GroupName: 'Devs' })).toEqual(['group/Devs']);
      expect(await account.resources('Ims', name, { GroupName: 'Devs' })).toEqual(['group/Devs']);
    }
  });
});

describe('GetGroup and UpdateGroup', () => {
  beforeEach(async () => {
    await account.ims('CreateGroup', { GroupName: 'devs', DisplayName: 'Developers', Comments: 'build' });
  });

  it('change what is given, keep what is not, clear what is empty', async () => {
    const { Group: before } = await account.ims('GetGroup', { GroupName: 'DEVS' });
    world.advance(60_000);
    const { Group } = await account.ram('UpdateGroup', { GroupName: 'DEVS', NewGroupName: 'Builders' });
    const { GroupId, CreateDate } = before as Record<string, string>;
    expect(Group).toEqual({
      GroupId,
      GroupName: 'Builders',
      Comments: 'build',
      CreateDate,
      UpdateDate: bornAt(),
    });
    expect(account.touched).toEqual([{ kind: 'group', id: GroupId }]);
    const cleared = await account.ims('UpdateGroup', {
      GroupName: 'builders',
      NewComments: '',
      NewDisplayName: '',
    });
    expect(cleared.Group).toMatchObject({ GroupName: 'Builders', Comments: '', DisplayName: '' });
    expect(await account.ims('GetGroup', { GroupName: 'builders' })).toEqual(cleared);
    expect(await refusal(account.ram('GetGroup', { GroupName: 'devs' }))).toBe('EntityNotExist.Group');
  });

  it('do not touch the display name that RAM does not know', async () => {
    await account.ram('UpdateGroup', { GroupName: 'devs', NewComments: 'new' });
    const { Group } = await account.ims('GetGroup', { GroupName: 'devs' });
    expect(Group).toMatchObject({ DisplayName: 'Developers', Comments: 'new' });
    expect((await account.ram('GetGroup', { GroupName: 'devs' })).Group).not.toHaveProperty('DisplayName');
  });

  it('accept the own name in another case, refuse another group’s and change nothing then', async () => {
    await account.ram('CreateGroup', { GroupName: 'ops' });
    await account.ram('UpdateGroup', { GroupName: 'devs', NewGroupName: 'DEVS' });
    expect(
      await refusal(
        account.ram('UpdateGroup', { GroupName: 'devs', NewGroupName: 'Ops', NewComments: 'no' }),
      ),
    ).toBe('EntityAlreadyExists.Group');
    const { Group } = await account.ram('GetGroup', { GroupName: 'devs' });
    expect(Group).toMatchObject({ GroupName: 'DEVS', Comments: 'build' });
  });

  it('know nothing of groups in other accounts', async () => {
    const other = await world.account();
    expect(await refusal(other.ram('GetGroup', { GroupName: 'devs' }))).toBe('EntityNotExist.Group');
    expect(await refusal(other.ram('UpdateGroup', { GroupName: 'devs', NewComments: 'x' }))).toBe(
      'EntityNotExist.Group',
    );
    expect((await account.ram('GetGroup', { GroupName: 'devs' })).Group).toMatchObject({ Comments: 'build' });
  });
});

describe.each(['ram', 'ims'] as const)('DeleteGroup of %s', api => {
  it('deletes a group of which nothing is left', async () => {
    await account.ram('CreateGroup', { GroupName: 'devs' });
    expect(await account[api]('DeleteGroup', { GroupName: 'DEVS' })).toEqual({});
    expect(account.touched.map(touched => touched.kind)).toEqual(['group']);
    expect(await refusal(account[api]('DeleteGroup', { GroupName: 'devs' }))).toBe('EntityNotExist.Group');
  });

  it('is refused while there are members, then while there are policies', async () => {
    const groupId = await account.group('devs');
    await account.user('alice');
    await account.ram('AddUserToGroup', { UserName: 'alice', GroupName: 'devs' });
    await account.insertAttachment('group', groupId);
    expect(await refusal(account[api]('DeleteGroup', { GroupName: 'devs' }))).toBe(
      'DeleteConflict.Group.User',
    );
    await account.ram('RemoveUserFromGroup', { UserName: 'alice', GroupName: 'devs' });
    expect(await refusal(account[api]('DeleteGroup', { GroupName: 'devs' }))).toBe(
      'DeleteConflict.Group.Policy',
    );
    await account.ram('GetGroup', { GroupName: 'devs' });
    await account.removeAttachments('group', groupId);
    await account[api]('DeleteGroup', { GroupName: 'devs' });
  });
});

describe('ListGroups', () => {
  it('shows the groups of the account alone, in the order of their names, page by page', async () => {
    for (const name of ['b', 'C', 'a']) await account.group(name);
    const other = await world.account();
    await other.group('zzz');
    const all = await account.ram('ListGroups');
    expect(all).toEqual({
      Groups: {
        Group: ['a', 'b', 'C'].map(GroupName => ({
          GroupId: expect.any(String),
          GroupName,
          Comments: '',
          CreateDate: bornAt(),
          UpdateDate: bornAt(),
        })),
      },
      IsTruncated: false,
    });
    const first = await account.ims('ListGroups', { MaxItems: '2' });
    expect(first.IsTruncated).toBe(true);
    const rest = await account.ims('ListGroups', { MaxItems: '2', Marker: String(first.Marker) });
    expect(rest).toEqual({
      Groups: { Group: [expect.objectContaining({ GroupName: 'C', DisplayName: '' })] },
      IsTruncated: false,
    });
  });

  it('has pages of at most 100', async () => {
    expect(await refusal(account.ram('ListGroups', { MaxItems: '101' }))).toBe(
      'InvalidParameter.MaxItems.Range',
    );
    expect(await refusal(account.ims('ListGroups', { MaxItems: '101' }))).toBe(
      'InvalidParameter.MaxItems.Range',
    );
  });
});
