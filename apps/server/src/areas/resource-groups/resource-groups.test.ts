import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let byDefault: string;

beforeAll(async () => {
  world = await openWorld({ limits: { resourceGroups: 3, tagsPerResource: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  byDefault = `rg-${account.accountId.slice(1)}`;
});

function call(name: string, parameters: WireParameters = {}, of = account) {
  return of.call('ResourceManager', name, parameters);
}

async function create(Name: string, more: WireParameters = {}): Promise<string> {
  const { ResourceGroup } = await call('CreateResourceGroup', {
    Name,
    DisplayName: `All of ${Name}`,
    ...more,
  });
  return (ResourceGroup as { readonly Id: string }).Id;
}

async function list(parameters: WireParameters = {}, of = account) {
  const { ResourceGroups, ...page } = await call('ListResourceGroups', parameters, of);
  const groups = (ResourceGroups as unknown as { readonly ResourceGroup: readonly { Name: string }[] })
    .ResourceGroup;
  return { groups, names: groups.map(({ Name }) => Name), page };
}

const get = (ResourceGroupId: string, more: WireParameters = {}, of = account) =>
  call('GetResourceGroup', { ResourceGroupId, ...more }, of);

const everywhere = (Status: string) => ({ RegionStatus: [{ RegionId: '*', Status }] });

describe('the default resource group', () => {
  it('is there from the first day, with an id that is made of the account’s', async () => {
    expect((await list()).groups).toEqual([
      {
        Id: byDefault,
        Name: 'default',
        DisplayName: 'Default Resource Group',
        AccountId: account.accountId,
        CreateDate: world.isoNow(),
        Status: 'OK',
      },
    ]);
  });

  it('can be called otherwise, and stays', async () => {
    await call('UpdateResourceGroup', { ResourceGroupId: byDefault, NewDisplayName: 'The rest' });
    expect(await refusal(call('DeleteResourceGroup', { ResourceGroupId: byDefault }))).toBe(
      'NotSupport.DefaultResourceGroup',
    );
    expect(await get(byDefault)).toMatchObject({
      ResourceGroup: { Name: 'default', DisplayName: 'The rest' },
    });
  });

  it('has its name alone, and counts for no quota', async () => {
    expect(await refusal(create('Default'))).toBe('EntityAlreadyExists.ResourceGroup');
    for (const name of ['aa', 'bb', 'cc']) await create(name);
    expect(await refusal(create('dd'))).toBe('LimitExceeded.ResourceGroup');
    expect((await list()).names).toEqual(['aa', 'bb', 'cc', 'default']);
  });
});

describe('CreateResourceGroup', () => {
  it('makes a group that is ready at once', async () => {
    const made = await call('CreateResourceGroup', { Name: 'Blue-1', DisplayName: '蓝色 <x>' });
    const shown = {
      Id: expect.stringMatching(/^rg-a[0-9a-z]{14}$/),
      Name: 'Blue-1',
      DisplayName: '蓝色 <x>',
      AccountId: account.accountId,
      CreateDate: world.isoNow(),
      Status: 'OK',
      RegionStatuses: everywhere('OK'),
    };
    expect(made).toEqual({ ResourceGroup: shown });
    const { Id } = made.ResourceGroup as { readonly Id: string };
    expect(await get(Id)).toEqual({ ResourceGroup: shown });
    expect(account.touched).toEqual([{ kind: 'resourcegroup', id: Id }]);
  });

  it('refuses a name that a group has, whatever its case, and makes nothing', async () => {
    await create('Blue');
    expect(await refusal(create('bLUE'))).toBe('EntityAlreadyExists.ResourceGroup');
    expect((await list()).names).toEqual(['Blue', 'default']);
  });

  it.each([
    ['a', 'InvalidParameter.Name.Length'],
    ['1a', 'InvalidParameter.Name.Format'],
    ['-a', 'InvalidParameter.Name.Format'],
    ['a_b', 'InvalidParameter.Name.InvalidChars'],
    ['a'.repeat(51), 'InvalidParameter.Name.Length'],
  ])('refuses the name %s', async (name, code) => {
    expect(await refusal(create(name))).toBe(code);
    expect((await list()).names).toEqual(['default']);
  });

  it('gives the group its tags, or makes nothing', async () => {
    const tags = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'blue', 'Tag.2.Key': 'cost' };
    const id = await create('Blue', tags);
    expect(await get(id, { IncludeTags: 'true' })).toMatchObject({
      ResourceGroup: {
        Tags: {
          Tag: [
            { TagKey: 'cost', TagValue: '' },
            { TagKey: 'team', TagValue: 'blue' },
          ],
        },
      },
    });
    expect((await get(id)).ResourceGroup).not.toHaveProperty('Tags');
    expect(await refusal(create('Red', { ...tags, 'Tag.3.Key': 'x' }))).toBe(
      'LimitExceeded.ResourceGroup.Tag',
    );
    expect(await refusal(create('Red', { 'Tag.1.Key': 'x', 'Tag.2.Key': 'x' }))).toBe(
      'InvalidParameter.Tag.Duplicate',
    );
    expect((await list()).names).toEqual(['Blue', 'default']);
  });
});

describe('ListResourceGroups', () => {
  beforeEach(async () => {
    await create('Blue-one', { 'Tag.1.Key': 'team', 'Tag.1.Value': 'blue' });
    await create('Blue-two', { 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' });
  });

  it.each<readonly [WireParameters, readonly string[]]>([
    [{ Name: 'BLUE' }, ['Blue-one', 'Blue-two']],
    [{ Name: 'two' }, ['Blue-two']],
    [{ DisplayName: 'all of blue-O' }, ['Blue-one']],
    [{ DisplayName: '%' }, []],
    [{ Status: 'OK', Name: 'one' }, ['Blue-one']],
    [{ Status: 'Creating' }, []],
    [{ ResourceGroupId: 'rg-nothing' }, []],
    [{ 'Tag.1.Key': 'team' }, ['Blue-one', 'Blue-two']],
    [{ 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' }, ['Blue-two']],
    [{ 'Tag.1.Key': 'team', 'Tag.2.Key': 'cost' }, []],
    [{}, ['Blue-one', 'Blue-two', 'default']],
  ])('asked for %j shows those', async (parameters, names) => {
    const found = await list(parameters);
    expect(found.names).toEqual(names);
    expect(found.page).toEqual({ PageNumber: 1, PageSize: 10, TotalCount: names.length });
  });

  it('shows groups by their ids', async () => {
    const id = await create('Red');
    expect((await list({ ResourceGroupId: id })).names).toEqual(['Red']);
    const several = {
      'ResourceGroupIds.1': byDefault,
      'ResourceGroupIds.2': id,
      'ResourceGroupIds.3': 'rg-x',
    };
    expect((await list(several)).names).toEqual(['default', 'Red']);
    expect((await list({ ...several, ResourceGroupId: id })).names).toEqual(['Red']);
  });

  it('shows tags to who asks for them, or by them', async () => {
    const tags = (groups: readonly object[]) => groups.map(group => 'Tags' in group);
    expect(tags((await list()).groups)).toEqual([false, false, false]);
    expect(tags((await list({ IncludeTags: 'true' })).groups)).toEqual([true, true, true]);
    expect((await list({ 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' })).groups).toMatchObject([
      { Tags: { Tag: [{ TagKey: 'team', TagValue: 'red' }] } },
    ]);
  });

  it('comes in pages with numbers, and knows how many there are', async () => {
    const page = async (PageNumber: string) => {
      const { names, page } = await list({ PageNumber, PageSize: '2' });
      expect(page).toEqual({ PageNumber: Number(PageNumber), PageSize: 2, TotalCount: 3 });
      return names;
    };
    expect(await page('1')).toEqual(['Blue-one', 'Blue-two']);
    expect(await page('2')).toEqual(['default']);
    expect(await page('3')).toEqual([]);
  });
});

describe('UpdateResourceGroup', () => {
  it('changes the name to show, and nothing else', async () => {
    const id = await create('Blue');
    const before = await get(id);
    world.advance(60_000);
    const updated = await call('UpdateResourceGroup', { ResourceGroupId: id, NewDisplayName: 'Navy' });
    expect(updated).toMatchObject({ ResourceGroup: { Id: id, Name: 'Blue', DisplayName: 'Navy' } });
    expect(account.touched).toEqual([{ kind: 'resourcegroup', id }]);
    expect(await get(id)).toEqual({
      ResourceGroup: { ...(before.ResourceGroup as object), DisplayName: 'Navy' },
    });
  });

  it('refuses a group that is not there', async () => {
    const update = { ResourceGroupId: 'rg-nothing', NewDisplayName: 'Navy' };
    expect(await refusal(call('UpdateResourceGroup', update))).toBe('EntityNotExists.ResourceGroup');
  });
});

describe('DeleteResourceGroup', () => {
  it('takes the group away at once, with its tags', async () => {
    const id = await create('Blue', { 'Tag.1.Key': 'team' });
    expect(await call('DeleteResourceGroup', { ResourceGroupId: id })).toMatchObject({
      ResourceGroup: {
        Id: id,
        Name: 'Blue',
        Status: 'PendingDelete',
        RegionStatuses: everywhere('PendingDelete'),
      },
    });
    expect(account.touched).toEqual([{ kind: 'resourcegroup', id }]);
    expect(await refusal(get(id))).toBe('EntityNotExists.ResourceGroup');
    expect(await refusal(call('DeleteResourceGroup', { ResourceGroupId: id }))).toBe(
      'EntityNotExists.ResourceGroup',
    );
    expect(await account.rowsAbout(id)).toBe(0);
    expect(await create('Blue')).not.toBe(id);
  });

  it('refuses as long as a policy is attached for the group, whoever holds it', async () => {
    const id = await create('Blue');
    const policy = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System', ResourceGroupId: id };
    await account.group('staff');
    await account.ram('AttachPolicyToGroup', { GroupName: 'staff', ...policy });
    expect(await refusal(call('DeleteResourceGroup', { ResourceGroupId: id }))).toBe(
      'DeleteConflict.ResourceGroup.Resource',
    );
    expect(await get(id)).toMatchObject({ ResourceGroup: { Status: 'OK' } });
    await account.ram('DetachPolicyFromGroup', { GroupName: 'staff', ...policy });
    await call('DeleteResourceGroup', { ResourceGroupId: id });
  });
});

describe('tags of resource groups', () => {
  const tagged = (ResourceId: string) => ({ ResourceType: 'ResourceGroup', 'ResourceId.1': ResourceId });
  const team = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'blue' };

  async function tags(parameters: WireParameters = {}) {
    const { TagResources, NextToken } = await call('ListTagResources', parameters);
    const shown = TagResources as unknown as readonly Readonly<Record<string, string>>[];
    return {
      shown: shown.map(({ ResourceId, TagKey, TagValue }) => `${ResourceId} ${TagKey}=${TagValue}`),
      types: new Set(shown.map(({ ResourceType }) => ResourceType)),
      next: NextToken,
    };
  }

  it('are set, replaced, listed and removed', async () => {
    const id = await create('Blue');
    await call('TagResources', { ...tagged(id), ...team, 'Tag.2.Key': 'cost' });
    expect(account.touched).toEqual([{ kind: 'resourcegroup', id }]);
    await call('TagResources', { 'ResourceId.1': id, ...team, 'Tag.1.Value': 'red' });
    expect(await tags(tagged(id))).toEqual({
      shown: [`${id} cost=`, `${id} team=red`],
      types: new Set(['resourcegroup']),
      next: undefined,
    });
    expect(await get(id, { IncludeTags: 'true' })).toMatchObject({
      ResourceGroup: { Tags: { Tag: [{ TagKey: 'cost' }, { TagKey: 'team', TagValue: 'red' }] } },
    });
    await call('UntagResources', { ...tagged(id), 'TagKey.1': 'team', 'TagKey.2': 'nothing' });
    expect((await tags(tagged(id))).shown).toEqual([`${id} cost=`]);
    expect(await refusal(call('UntagResources', tagged(id)))).toBe('MissingTagKey');
    await call('UntagResources', { ...tagged(id), All: 'true' });
    expect((await tags()).shown).toEqual([]);
  });

  it('are set on all or on none', async () => {
    const id = await create('Blue');
    const both = { ...tagged(id), 'ResourceId.2': 'rg-nothing', ...team };
    for (const name of ['TagResources', 'UntagResources']) {
      expect(await refusal(call(name, { ...both, 'TagKey.1': 'team' }))).toBe(
        'EntityNotExists.ResourceGroup',
      );
    }
    await call('TagResources', { ...tagged(id), 'ResourceId.2': byDefault, ...team });
    const three = { 'Tag.1.Key': 'a', 'Tag.2.Key': 'b' };
    expect(await refusal(call('TagResources', { ...tagged(byDefault), ...three }))).toBe(
      'LimitExceeded.ResourceGroup.Tag',
    );
    expect((await tags()).shown.toSorted()).toEqual([`${byDefault} team=blue`, `${id} team=blue`].toSorted());
  });

  it('are listed in pages, of the groups and by the tags that are asked for', async () => {
    const [one, other] = [await create('Blue', team), await create('Red', { ...team, 'Tag.1.Value': 'red' })];
    const first = await tags({ MaxResults: '1' });
    const second = await tags({ MaxResults: '1', NextToken: String(first.next) });
    expect([...first.shown, ...second.shown]).toEqual([`${one} team=blue`, `${other} team=red`]);
    expect(second.next).toBeUndefined();
    expect((await tags({ 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' })).shown).toEqual([`${other} team=red`]);
    expect(await refusal(tags(tagged('rg-nothing')))).toBe('EntityNotExists.ResourceGroup');
    expect(await refusal(tags({ NextToken: 'x' }))).toBe('InvalidParameter.NextToken');
  });

  it('are authorized on each group', async () => {
    const resources = (name: string, parameters: WireParameters) =>
      account.resources('ResourceManager', name, parameters);
    const two = { 'ResourceId.1': byDefault, 'ResourceId.2': 'rg-x' };
    const both = [`resourcegroup/${byDefault}`, 'resourcegroup/rg-x'];
    expect(await resources('TagResources', { ...two, ...team })).toEqual(both);
    expect(await resources('UntagResources', { ...two, All: 'true' })).toEqual(both);
    expect(await resources('ListTagResources', two)).toEqual(both);
    expect(await resources('ListTagResources', {})).toEqual(['resourcegroup/*']);
  });
});

describe('resource groups', () => {
  it('are authorized by their ids, lists and new ones on all of them', async () => {
    const id = await create('Blue');
    const resources = (name: string, parameters: WireParameters) =>
      account.resources('ResourceManager', name, parameters);
    for (const [name, more] of [
      ['GetResourceGroup', {}],
      ['UpdateResourceGroup', { NewDisplayName: 'x' }],
      ['DeleteResourceGroup', {}],
    ] as const) {
      expect(await resources(name, { ResourceGroupId: id, ...more })).toEqual([`resourcegroup/${id}`]);
    }
    expect(await resources('ListResourceGroups', { ResourceGroupId: id })).toEqual(['resourcegroup/*']);
    expect(await resources('CreateResourceGroup', { Name: 'xx', DisplayName: 'x' })).toEqual([
      'resourcegroup/*',
    ]);
  });

  it('are those of one account', async () => {
    const id = await create('Blue');
    const other = await world.account();
    expect((await list({}, other)).names).toEqual(['default']);
    expect(await refusal(get(id, {}, other))).toBe('EntityNotExists.ResourceGroup');
    expect(await refusal(get(byDefault, {}, other))).toBe('EntityNotExists.ResourceGroup');
    expect(await refusal(call('DeleteResourceGroup', { ResourceGroupId: id }, other))).toBe(
      'EntityNotExists.ResourceGroup',
    );
    expect((await list()).names).toEqual(['Blue', 'default']);
  });
});
