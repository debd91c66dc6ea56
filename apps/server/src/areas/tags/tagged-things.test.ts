/** Tags as the operations on what carries them give, show, filter by and remove them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';
const red = '[{"Key":"team","Value":"red"},{"Key":"stage"}]';
const shownRed = {
  Tag: [
    { TagKey: 'stage', TagValue: '' },
    { TagKey: 'team', TagValue: 'red' },
  ],
};
const imsRed = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'red', 'Tag.2.Key': 'stage' };

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { tagsPerResource: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

/** The items of a list, e.g. `{Users: {User: [...]}}`. */
async function items(
  product: 'Ram' | 'Ims',
  operation: string,
  parameters: WireParameters = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reply = await account.call(product, operation, parameters);
  const [list] = Object.values(reply).filter(member => typeof member === 'object');
  const [found] = Object.values(list as unknown as Record<string, readonly Record<string, unknown>[]>);
  return found ?? [];
}

function createUser(name: string, tags: WireParameters = {}) {
  return account.ims('CreateUser', {
    UserPrincipalName: account.principal(name),
    DisplayName: name,
    ...tags,
  });
}

function createPolicy(PolicyName: string, tags: WireParameters = {}) {
  return account.ram('CreatePolicy', { PolicyName, PolicyDocument: document, ...tags });
}

describe('a user created with tags', () => {
  it('shows them at once, in GetUser and in ListUsers', async () => {
    expect((await createUser('ann', imsRed)).User).toMatchObject({ Tags: shownRed });
    const UserPrincipalName = account.principal('ann');
    expect((await account.ims('GetUser', { UserPrincipalName })).User).toMatchObject({ Tags: shownRed });
    await createUser('bob');
    expect(await items('Ims', 'ListUsers')).toMatchObject([{ Tags: shownRed }, { Tags: { Tag: [] } }]);
  });

  it.each([
    ['a key twice', { 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, 'InvalidParameter.Tag.Duplicate'],
    ['too many', { 'Tag.1.Key': 'a', 'Tag.2.Key': 'b', 'Tag.3.Key': 'c' }, 'LimitExceeded.User.Tag'],
    ['a reserved key', { 'Tag.1.Key': 'acs:a' }, 'InvalidParameter.Tag.Key.Format'],
  ])('is not created with %s', async (_, tags, code) => {
    expect(await refusal(createUser('ann', tags))).toBe(code);
    expect(await items('Ims', 'ListUsers')).toEqual([]);
  });

  it.each(['Ram', 'Ims'] as const)('takes them along when %s deletes it', async product => {
    const { User } = await createUser('ann', imsRed);
    const { UserId } = User as { UserId: string };
    expect(await account.rowsAbout(UserId)).toBe(3);
    const named = { Ram: { UserName: 'ann' }, Ims: { UserPrincipalName: account.principal('ann') } };
    await account.call(product, 'DeleteUser', named[product]);
    expect(await account.rowsAbout(UserId)).toBe(0);
    expect(await items('Ims', 'ListTagResources', { ResourceType: 'user' })).toEqual([]);
  });
});

describe.each(['ListUsers', 'ListUserBasicInfos'])('%s by tags', operation => {
  const names = async (parameters: WireParameters) =>
    (await items('Ims', operation, parameters)).map(({ DisplayName }) => DisplayName);

  it('lists those who carry all of them, whatever their status', async () => {
    await createUser('ann', imsRed);
    await createUser('bob', { 'Tag.1.Key': 'team', 'Tag.1.Value': 'blue' });
    await createUser('carl', { 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' });
    await createUser('dora');
    expect(await names({ 'Tag.1.Key': 'team' })).toEqual(['ann', 'bob', 'carl']);
    expect(await names({ 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' })).toEqual(['ann', 'carl']);
    expect(await names({ ...imsRed, Status: 'freeze' })).toEqual(['ann']);
    expect(await names({ 'Tag.1.Key': 'Team' })).toEqual([]);
    const first = await account.ims(operation, { 'Tag.1.Key': 'team', MaxItems: '2' });
    expect(first).toMatchObject({ IsTruncated: true });
    const { Marker } = first as { Marker: string };
    expect(await names({ 'Tag.1.Key': 'team', MaxItems: '2', Marker })).toEqual(['carl']);
  });
});

describe('a policy created with tags', () => {
  it('shows them in ListPolicies, and takes them along when it is deleted', async () => {
    await createPolicy('Deploy', { Tag: red });
    expect(await items('Ram', 'ListPolicies', { PolicyType: 'Custom' })).toMatchObject([{ Tags: shownRed }]);
    await account.ram('DeletePolicy', { PolicyName: 'Deploy' });
    await createPolicy('Deploy');
    expect(await items('Ram', 'ListPolicies', { PolicyType: 'Custom' })).toMatchObject([
      { Tags: { Tag: [] } },
    ]);
  });

  it('keeps them when deleting it is refused', async () => {
    await createPolicy('Deploy', { Tag: red });
    await account.user('ann');
    await account.ram('AttachPolicyToUser', {
      UserName: 'ann',
      PolicyName: 'Deploy',
      PolicyType: 'Custom',
    });
    expect(await refusal(account.ram('DeletePolicy', { PolicyName: 'Deploy' }))).toBe(
      'DeleteConflict.Policy.User',
    );
    expect(await items('Ram', 'ListPolicies', { PolicyType: 'Custom' })).toMatchObject([{ Tags: shownRed }]);
  });

  it('is not created when its tags are refused', async () => {
    const three = '[{"Key":"a"},{"Key":"b"},{"Key":"c"}]';
    expect(await refusal(createPolicy('Deploy', { Tag: three }))).toBe('LimitExceeded.Policy.Tag');
    expect(await items('Ram', 'ListPolicies', { PolicyType: 'Custom' })).toEqual([]);
  });

  it('is found by them, among no system policies', async () => {
    await createPolicy('Deploy', { Tag: red });
    await createPolicy('Other');
    const found = await items('Ram', 'ListPolicies', { Tag: '[{"Key":"team","Value":"red"}]' });
    expect(found).toMatchObject([{ PolicyName: 'Deploy' }]);
    expect(await items('Ram', 'ListPolicies', { Tag: '[{"Key":"team"}]', PolicyType: 'System' })).toEqual([]);
  });

  it('is a custom one: system policies carry none', async () => {
    const system = { ResourceType: 'policy', ResourceNames: '["ReadOnlyAccess"]' };
    expect(await refusal(account.ram('TagResources', { ...system, Tag: red }))).toBe('EntityNotExist.Policy');
  });
});

describe('a role created with tags', () => {
  it('shows them in ListRoles, and is found by them', async () => {
    await account.role('deployer', { Tag: red });
    await account.role('reader', { Tag: '[{"Key":"team","Value":"blue"}]' });
    expect(await items('Ram', 'ListRoles')).toMatchObject([
      { RoleName: 'deployer', Tags: shownRed },
      { RoleName: 'reader' },
    ]);
    expect(await items('Ram', 'ListRoles', { Tag: red })).toMatchObject([{ RoleName: 'deployer' }]);
    expect(await items('Ram', 'ListRoles', { Tag: '[{"Key":"none"}]' })).toEqual([]);
  });

  it.each([
    ['few', '1000'],
    ['more than a page', '2'],
  ])('is found by them in the order of the names, when there are %s', async (_, MaxItems) => {
    const namesBy = async (Tag: string) => {
      const names: unknown[] = [];
      for (let next: WireParameters | undefined = {}; next !== undefined; ) {
        const { Roles, Marker } = await account.ram('ListRoles', { Tag, MaxItems, ...next });
        const { Role } = Roles as unknown as { Role: readonly { RoleName: string }[] };
        names.push(...Role.map(({ RoleName }) => RoleName));
        next = typeof Marker === 'string' ? { Marker } : undefined;
      }
      return names;
    };
    // Their ids are in another order than their names.
    for (const name of ['e', 'a', 'd', 'b', 'c']) await account.role(name, { Tag: red });
    await account.role('bb', { Tag: '[{"Key":"team","Value":"blue"}]' });
    await account.role('cc');
    expect(await namesBy('[{"Key":"team"}]')).toEqual(['a', 'b', 'bb', 'c', 'd', 'e']);
    expect(await namesBy('[{"Key":"team","Value":"red"}]')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await namesBy('[{"Key":"team"},{"Key":"stage"}]')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await namesBy('[{"Key":"stage","Value":"red"}]')).toEqual([]);
  });

  it('is not created when its tags are refused', async () => {
    const three = '[{"Key":"a"},{"Key":"b"},{"Key":"c"}]';
    expect(await refusal(account.role('deployer', { Tag: three }))).toBe('LimitExceeded.Role.Tag');
    expect(await items('Ram', 'ListRoles')).toEqual([]);
  });
});

describe('a policy that is named like the id of a user', () => {
  it('shares no tags with that user', async () => {
    const { User } = await createUser('ann', { 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' });
    const { UserId } = User as { UserId: string };
    await createPolicy(UserId, { Tag: '[{"Key":"stage","Value":"test"}]' });
    const UserPrincipalName = account.principal('ann');
    const ofUser = { Tags: { Tag: [{ TagKey: 'team', TagValue: 'red' }] } };
    expect((await account.ims('GetUser', { UserPrincipalName })).User).toMatchObject(ofUser);
    expect(await items('Ram', 'ListPolicies', { PolicyType: 'Custom' })).toMatchObject([
      { Tags: { Tag: [{ TagKey: 'stage', TagValue: 'test' }] } },
    ]);
    expect(await items('Ims', 'ListUsers', { 'Tag.1.Key': 'stage' })).toEqual([]);
    await account.ram('DeletePolicy', { PolicyName: UserId });
    expect((await account.ims('GetUser', { UserPrincipalName })).User).toMatchObject(ofUser);
  });
});
