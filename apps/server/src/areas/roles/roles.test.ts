import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

const deploy = { PolicyName: 'Deploy', PolicyType: 'Custom' } as const;
const identityDocument = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';
const serviceTrust = JSON.stringify({
  Version: '1',
  Statement: [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['ecs.aliyuncs.com'] } },
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Federated: ['acs:ram::1000000000000001:oidc-provider/ci'] },
    },
  ],
});

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { roles: 3 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

function create(RoleName: string, more: Readonly<Record<string, string>> = {}) {
  return account.ram('CreateRole', {
    RoleName,
    AssumeRolePolicyDocument: account.trustDocument,
    ...more,
  });
}

function shown(RoleName: string) {
  return account.ram('GetRole', { RoleName });
}

async function roleNames(more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { Roles } = await account.ram('ListRoles', more);
  const { Role } = Roles as unknown as { Role: readonly { RoleName: string }[] };
  return Role.map(({ RoleName }) => RoleName);
}

describe('CreateRole', () => {
  it('makes a role that GetRole shows in full', async () => {
    const { Role } = await create('Deployer.1', { Description: 'ships\nit', MaxSessionDuration: '7200' });
    const { RoleId } = Role as Record<string, string>;
    expect(RoleId).toMatch(/^400\d{15}$/);
    const made = {
      RoleId,
      RoleName: 'Deployer.1',
      Arn: `acs:ram::${account.accountId}:role/Deployer.1`,
      Description: 'ships\nit',
      AssumeRolePolicyDocument: account.trustDocument,
      MaxSessionDuration: 7200,
      CreateDate: world.isoNow(),
    };
    expect(Role).toEqual(made);
    expect(account.touched).toEqual([{ kind: 'role', id: RoleId }]);
    expect(await shown('DEPLOYER.1')).toEqual({ Role: { ...made, UpdateDate: world.isoNow() } });
  });

  it('gives sessions an hour and no description when nothing is said of them', async () => {
    expect((await create('plain')).Role).toMatchObject({ MaxSessionDuration: 3600, Description: '' });
  });

  it('keeps the trust policy as it was sent, white space included', async () => {
    const spaced = `\n ${serviceTrust.replaceAll(',', ' ,\r\n\t')} `;
    await create('spaced', { AssumeRolePolicyDocument: spaced });
    expect((await shown('spaced')).Role).toMatchObject({ AssumeRolePolicyDocument: spaced });
  });

  it.each([
    ['a name with an underscore', { RoleName: 'a_b' }, 'InvalidParameter.RoleName.InvalidChars'],
    ['a name of 65 characters', { RoleName: 'r'.repeat(65) }, 'InvalidParameter.RoleName.Length'],
    ['sessions of 59 minutes', { MaxSessionDuration: '3599' }, 'InvalidParameter.MaxSessionDuration.Range'],
    [
      'sessions of more than 12 hours',
      { MaxSessionDuration: '43201' },
      'InvalidParameter.MaxSessionDuration.Range',
    ],
    [
      'a description of 1025 characters',
      { Description: 'd'.repeat(1025) },
      'InvalidParameter.Description.Length',
    ],
    [
      'a trust policy of 4097 characters',
      { AssumeRolePolicyDocument: ' '.repeat(4097) },
      'InvalidParameter.AssumeRolePolicyDocument.Length',
    ],
    ['what is no JSON', { AssumeRolePolicyDocument: '{' }, 'MalformedPolicyDocument'],
    ['an identity policy', { AssumeRolePolicyDocument: identityDocument }, 'MalformedPolicyDocument'],
    [
      'everybody as a principal',
      {
        AssumeRolePolicyDocument:
          '{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*"}]}',
      },
      'MalformedPolicyDocument',
    ],
  ])('refuses %s, and makes nothing', async (_, parameters: Record<string, string>, code) => {
    expect(await refusal(create('role', parameters))).toBe(code);
    expect(await roleNames()).toEqual([]);
  });

  it('tells everything that is wrong with a trust policy, and where', async () => {
    const wrong =
      '{"Version":"2","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"RAM":["ann"]},"Resource":"*"}]}';
    const call = create('role', { AssumeRolePolicyDocument: wrong });
    await expect(call).rejects.toThrow(/Line 1, column \d+, .*Version.*Line 1, column \d+, .*Principal/);
    await expect(call).rejects.toThrow(/Resource/);
  });

  it('takes a name once, whatever its case', async () => {
    await create('Deployer');
    expect(await refusal(create('deployer', { Description: 'another' }))).toBe('EntityAlreadyExists.Role');
    expect((await shown('deployer')).Role).toMatchObject({ RoleName: 'Deployer', Description: '' });
    const other = await world.account();
    await other.role('deployer');
  });

  it('makes no more roles than the quota allows', async () => {
    for (const name of ['a', 'b', 'c']) await create(name);
    expect(await refusal(create('d'))).toBe('LimitExceeded.Role');
    expect((await account.ims('GetAccountSummary')).SummaryMap).toMatchObject({ Roles: 3, RolesQuota: 3 });
    await account.ram('DeleteRole', { RoleName: 'a' });
    await create('d');
  });
});

describe('UpdateRole', () => {
  it('changes what is given, keeps what is not, clears what is empty', async () => {
    await create('Deployer', { Description: 'ships', MaxSessionDuration: '7200' });
    const before = (await shown('Deployer')).Role as Record<string, unknown>;
    world.advance(60_000);
    const { Role } = await account.ram('UpdateRole', {
      RoleName: 'DEPLOYER',
      NewAssumeRolePolicyDocument: serviceTrust,
    });
    expect(Role).toEqual({
      ...before,
      AssumeRolePolicyDocument: serviceTrust,
      UpdateDate: world.isoNow(),
    });
    expect(account.touched).toEqual([{ kind: 'role', id: before.RoleId }]);
    const changes = { NewDescription: '', NewMaxSessionDuration: '43200' };
    await account.ram('UpdateRole', { RoleName: 'Deployer', ...changes });
    expect((await shown('Deployer')).Role).toMatchObject({
      Description: '',
      MaxSessionDuration: 43_200,
      AssumeRolePolicyDocument: serviceTrust,
    });
  });

  it.each([
    [
      'a malformed trust policy',
      { NewAssumeRolePolicyDocument: identityDocument },
      'MalformedPolicyDocument',
    ],
    [
      'a trust policy that is too long',
      { NewAssumeRolePolicyDocument: ' '.repeat(4097) },
      'InvalidParameter.NewAssumeRolePolicyDocument.Length',
    ],
    ['too short sessions', { NewMaxSessionDuration: '900' }, 'InvalidParameter.NewMaxSessionDuration.Range'],
  ])('refuses %s, and changes nothing', async (_, changes: Record<string, string>, code) => {
    await create('Deployer', { Description: 'ships' });
    const before = await shown('Deployer');
    world.advance(60_000);
    const call = account.ram('UpdateRole', { RoleName: 'Deployer', NewDescription: 'x', ...changes });
    expect(await refusal(call)).toBe(code);
    expect(await shown('Deployer')).toEqual(before);
  });

  it('refuses a role that does not exist', async () => {
    expect(await refusal(account.ram('UpdateRole', { RoleName: 'none', NewDescription: 'x' }))).toBe(
      'EntityNotExist.Role',
    );
  });
});

describe('DeleteRole', () => {
  it('deletes the role with its tags, and no other', async () => {
    const id = await account.role('Deployer', { Tag: '[{"Key":"team","Value":"a"}]' });
    await create('other', { Tag: '[{"Key":"team","Value":"a"}]' });
    expect(await account.rowsAbout(id)).toBe(1);
    expect(await account.ram('DeleteRole', { RoleName: 'deployer' })).toEqual({});
    expect(account.touched).toEqual([{ kind: 'role', id }]);
    expect(await account.rowsAbout(id)).toBe(0);
    expect(await refusal(shown('Deployer'))).toBe('EntityNotExist.Role');
    expect(await roleNames({ Tag: '[{"Key":"team"}]' })).toEqual(['other']);
    expect(await refusal(account.ram('DeleteRole', { RoleName: 'Deployer' }))).toBe('EntityNotExist.Role');
  });

  it('is refused while policies are attached, and changes nothing', async () => {
    const id = await account.role('Deployer', { Tag: '[{"Key":"team","Value":"a"}]' });
    await account.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: identityDocument });
    await account.ram('AttachPolicyToRole', { RoleName: 'Deployer', ...deploy });
    const before = await account.rowsAbout(id);
    expect(await refusal(account.ram('DeleteRole', { RoleName: 'Deployer' }))).toBe(
      'DeleteConflict.Role.Policy',
    );
    expect(await account.rowsAbout(id)).toBe(before);
    await account.ram('DetachPolicyFromRole', { RoleName: 'Deployer', ...deploy });
    await account.ram('DeleteRole', { RoleName: 'Deployer' });
  });

  it('ends the id for good: a role of the same name is another one', async () => {
    const first = await account.role('Deployer');
    await account.ram('DeleteRole', { RoleName: 'Deployer' });
    expect(await account.role('Deployer')).not.toBe(first);
  });
});

describe('ListRoles', () => {
  it('lists the roles by name without their trust policies, page by page', async () => {
    for (const name of ['Charlie', 'alpha', 'Bravo']) await create(name);
    expect(await roleNames()).toEqual(['alpha', 'Bravo', 'Charlie']);
    const first = await account.ram('ListRoles', { MaxItems: '2' });
    expect(first).toMatchObject({ IsTruncated: true, Marker: expect.any(String) });
    expect(JSON.stringify(first)).not.toContain('AssumeRolePolicyDocument');
    const { Marker } = first as { Marker: string };
    expect(await account.ram('ListRoles', { MaxItems: '2', Marker })).toMatchObject({
      IsTruncated: false,
      Roles: { Role: [{ RoleName: 'Charlie', Arn: `acs:ram::${account.accountId}:role/Charlie` }] },
    });
    expect(await refusal(account.ram('ListRoles', { Marker: 'x' }))).toBe('InvalidParameter.Marker');
  });

  it('shows nothing of another account', async () => {
    const other = await world.account();
    await other.role('theirs');
    await create('ours');
    expect(await roleNames()).toEqual(['ours']);
    expect(await refusal(shown('theirs'))).toBe('EntityNotExist.Role');
  });
});

describe('a call on roles', () => {
  it('is authorized on the role that it names, a list on the collection', async () => {
    const trust = { AssumeRolePolicyDocument: account.trustDocument };
    expect(await account.resources('Ram', 'CreateRole', { RoleName: 'New', ...trust })).toEqual(['role/New']);
    for (const name of ['GetRole', 'UpdateRole', 'DeleteRole']) {
      expect(await account.resources('Ram', name, { RoleName: 'New' })).toEqual(['role/New']);
    }
    expect(await account.resources('Ram', 'ListRoles', {})).toEqual(['role/*']);
  });
});
