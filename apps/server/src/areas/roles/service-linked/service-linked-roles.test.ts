import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';
import { linkedServices } from '../../policies/index.ts';

const nat = { service: 'nat.aliyuncs.com', role: 'AliyunServiceRoleForNatgw' } as const;
const natPolicy = { PolicyName: 'AliyunServiceRolePolicyForNatgw', PolicyType: 'System' } as const;
const named = { RoleName: nat.role } as const;
const day = 24 * 3600 * 1000;

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { roles: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

type Parameters = Readonly<Record<string, string>>;

function call(name: string, parameters: Parameters, of = account) {
  return of.call('ResourceManager', name, parameters);
}

async function create(ServiceName: string = nat.service, more: Parameters = {}): Promise<string> {
  const { Role } = await call('CreateServiceLinkedRole', { ServiceName, ...more });
  return (Role as { readonly RoleId: string }).RoleId;
}

async function remove(): Promise<string> {
  const { DeletionTaskId } = await call('DeleteServiceLinkedRole', named);
  return String(DeletionTaskId);
}

function statusOf(DeletionTaskId: string, of = account) {
  return call('GetServiceLinkedRoleDeletionStatus', { DeletionTaskId }, of);
}

async function policiesOfRole() {
  const { Policies } = await account.ram('ListPoliciesForRole', named);
  return (Policies as unknown as { readonly Policy: readonly object[] }).Policy;
}

describe('CreateServiceLinkedRole', () => {
  it('makes a role that trusts the service alone, with its one policy', async () => {
    const { Role } = await call('CreateServiceLinkedRole', { ServiceName: nat.service });
    expect(Role).toEqual({
      RoleId: expect.stringMatching(/^400\d{15}$/),
      RoleName: nat.role,
      RolePrincipalName: `${nat.role}@role.${account.accountId}.onaliyunservice.com`,
      Arn: `acs:ram::${account.accountId}:role/${nat.role}`,
      Description: 'Lets NAT Gateway use resources of other services for this account.',
      AssumeRolePolicyDocument: JSON.stringify({
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: [nat.service] } }],
        Version: '1',
      }),
      IsServiceLinkedRole: true,
      CreateDate: world.isoNow(),
    });
    const { RoleId } = Role as Record<string, string>;
    expect(account.touched).toEqual(
      expect.arrayContaining([
        { kind: 'role', id: RoleId },
        { kind: 'attachment', id: RoleId },
      ]),
    );
    expect(await policiesOfRole()).toMatchObject([natPolicy]);
    expect(await account.ram('GetRole', named)).toMatchObject({ Role: { RoleId, MaxSessionDuration: 3600 } });
  });

  it('names the principal by the alias of the account', async () => {
    await account.ram('SetAccountAlias', { AccountAlias: 'harbour' });
    const { Role } = await call('CreateServiceLinkedRole', { ServiceName: nat.service });
    expect(Role).toMatchObject({ RolePrincipalName: `${nat.role}@role.harbour.onaliyunservice.com` });
  });

  it.each([
    ['an unknown service', { ServiceName: 'nobody.aliyuncs.com' }, 'EntityNotExist.Service'],
    ['another case of the name', { ServiceName: 'NAT.aliyuncs.com' }, 'EntityNotExist.Service'],
    ['a suffix', { CustomSuffix: 'Two' }, 'InvalidParameter.CustomSuffix.NotAllowed'],
    ['a suffix with an underscore', { CustomSuffix: 'a_b' }, 'InvalidParameter.CustomSuffix.InvalidChars'],
    ['a description', { Description: 'mine' }, 'InvalidParameter.Description.NotAllowed'],
  ])('refuses %s, and makes nothing', async (_, parameters: Parameters, code) => {
    expect(await refusal(call('CreateServiceLinkedRole', { ServiceName: nat.service, ...parameters }))).toBe(
      code,
    );
    expect(await account.ram('ListRoles')).toMatchObject({ Roles: { Role: [] } });
  });

  it('names the services that there are when it refuses one', async () => {
    const refused = call('CreateServiceLinkedRole', { ServiceName: 'x.aliyuncs.com' });
    await expect(refused).rejects.toThrow(linkedServices.map(({ name }) => name).join(', '));
  });

  it('makes one role for a service', async () => {
    const roleId = await create();
    expect(await refusal(create())).toBe('EntityAlreadyExists.Role');
    expect(await account.ram('GetRole', named)).toMatchObject({ Role: { RoleId: roleId } });
  });

  it('is not held up by the quota of roles, and counts among them', async () => {
    for (const name of ['a', 'b']) await account.role(name);
    await create();
    expect((await account.ims('GetAccountSummary')).SummaryMap).toMatchObject({ Roles: 3, RolesQuota: 2 });
    await account.ram('DeleteRole', { RoleName: 'a' });
    expect(await refusal(account.role('c'))).toBe('LimitExceeded.Role');
  });

  it.each(linkedServices.map(({ name }) => name))('makes the role of %s', async name => {
    await create(name);
  });
});

describe('the role of a service', () => {
  const trust = '{"Version":"1","Statement":[]}';

  it.each<readonly [string, Parameters]>([
    ['UpdateRole', { NewDescription: 'mine' }],
    ['UpdateRole', { NewMaxSessionDuration: '7200' }],
    ['UpdateRole', {}],
    ['DeleteRole', {}],
    ['AttachPolicyToRole', { PolicyName: 'AdministratorAccess', PolicyType: 'System' }],
    ['DetachPolicyFromRole', natPolicy],
  ])('refuses %s with %j, and stays as it is', async (operation, parameters) => {
    await create();
    const before = [await account.ram('GetRole', named), await policiesOfRole()];
    world.advance(60_000);
    const refused = account.ram(operation, { ...named, ...parameters });
    expect(await refusal(refused)).toBe('NotSupport.ServiceLinkedRole');
    expect([await account.ram('GetRole', named), await policiesOfRole()]).toEqual(before);
  });

  it('refuses another trust policy', async () => {
    await create();
    const before = await account.ram('GetRole', named);
    const update = { ...named, NewAssumeRolePolicyDocument: account.trustDocument };
    expect(await refusal(account.ram('UpdateRole', update))).toBe('NotSupport.ServiceLinkedRole');
    const malformed = { ...named, NewAssumeRolePolicyDocument: trust };
    expect(await refusal(account.ram('UpdateRole', malformed))).toBe('MalformedPolicyDocument');
    expect(await account.ram('GetRole', named)).toEqual(before);
  });

  it('takes tags, which are about the account alone, and loses them with its end', async () => {
    const roleId = await create();
    await account.ram('TagResources', {
      ResourceType: 'role',
      ResourceNames: JSON.stringify([nat.role]),
      Tag: '[{"Key":"team","Value":"a"}]',
    });
    expect(await account.rowsAbout(roleId)).toBe(2);
    await remove();
    expect(await account.rowsAbout(roleId)).toBe(0);
  });

  it('is told apart from the roles of the account', async () => {
    await create();
    await account.role('ours');
    expect(await call('GetRole', named)).toMatchObject({
      Role: { IsServiceLinkedRole: true, MaxSessionDuration: 3600, UpdateDate: world.isoNow() },
    });
    expect(await call('GetRole', { RoleName: 'OURS' })).toMatchObject({
      Role: {
        RoleName: 'ours',
        RolePrincipalName: `ours@role.${account.accountId}.onaliyunservice.com`,
        AssumeRolePolicyDocument: account.trustDocument,
        IsServiceLinkedRole: false,
      },
    });
    expect(await refusal(call('GetRole', { RoleName: 'none' }))).toBe('EntityNotExist.Role');
  });

  it('is described in the language that is asked for', async () => {
    await create();
    await account.role('ours', { Description: 'ships' });
    const english = 'Lets NAT Gateway use resources of other services for this account.';
    for (const [Language, Description] of [
      ['zh-CN', '供“NAT 网关”代本账号使用其他服务的资源。'],
      ['en', english],
      ['ja', english],
    ] as const) {
      expect(await call('GetRole', { ...named, Language })).toMatchObject({ Role: { Description } });
      const ours = await call('GetRole', { RoleName: 'ours', Language });
      expect(ours).toMatchObject({ Role: { Description: 'ships' } });
    }
  });
});

describe('names of roles of services', () => {
  it.each([nat.role, 'AliyunServiceRoleForUs', 'aliyunservicerolefor'])(
    'are no names of other roles: %s',
    async RoleName => {
      expect(await refusal(account.role(RoleName))).toBe('InvalidParameter.RoleName.Reserved');
      expect(await account.ram('ListRoles')).toMatchObject({ Roles: { Role: [] } });
    },
  );

  it('leave the names that only resemble them to everybody', async () => {
    await account.role('MyAliyunServiceRoleForUs');
  });
});

describe('DeleteServiceLinkedRole', () => {
  it('takes the role and its policy away, and gives the id of a task that is done', async () => {
    const roleId = await create();
    const taskId = await remove();
    expect(taskId).toMatch(
      /^task\/acs-service-role\/nat\.aliyuncs\.com\/AliyunServiceRoleForNatgw\/[0-9a-f-]{36}$/,
    );
    expect(account.touched).toEqual(
      expect.arrayContaining([
        { kind: 'role', id: roleId },
        { kind: 'attachment', id: roleId },
      ]),
    );
    expect(await statusOf(taskId)).toEqual({ Status: 'SUCCEEDED' });
    expect(await account.rowsAbout(roleId)).toBe(0);
    expect(await refusal(account.ram('GetRole', named))).toBe('EntityNotExist.Role');
    expect(await account.ram('ListEntitiesForPolicy', natPolicy)).toMatchObject({ Roles: { Role: [] } });
    expect(await refusal(remove())).toBe('EntityNotExist.Role');
  });

  it('finds the role whatever the case of the name', async () => {
    await create();
    const deletion = await call('DeleteServiceLinkedRole', { RoleName: nat.role.toUpperCase() });
    expect(deletion.DeletionTaskId).toContain(`/${nat.role}/`);
  });

  it('makes room for another role of the service, with another id', async () => {
    const first = await create();
    await remove();
    expect(await create()).not.toBe(first);
    expect(await policiesOfRole()).toMatchObject([natPolicy]);
  });

  it('refuses a role of the account, and leaves it', async () => {
    const roleId = await account.role('ours');
    await account.ram('AttachPolicyToRole', {
      RoleName: 'ours',
      PolicyName: 'ReadOnlyAccess',
      PolicyType: 'System',
    });
    expect(await refusal(call('DeleteServiceLinkedRole', { RoleName: 'ours' }))).toBe(
      'EntityNotExist.ServiceLinkedRole',
    );
    expect(await account.rowsAbout(roleId)).toBe(1);
  });
});

describe('GetServiceLinkedRoleDeletionStatus', () => {
  it("knows no task of another account's", async () => {
    await create();
    const taskId = await remove();
    const other = await world.account();
    expect(await refusal(statusOf(taskId, other))).toBe('EntityNotExist.ServiceLinkedRole.DeletionTask');
  });

  it('knows a task for 30 days, and keeps later ones', async () => {
    await create();
    const first = await remove();
    world.advance(29 * day);
    await create();
    const second = await remove();
    expect(await statusOf(first)).toEqual({ Status: 'SUCCEEDED' });
    world.advance(day);
    expect(await refusal(statusOf(first))).toBe('EntityNotExist.ServiceLinkedRole.DeletionTask');
    await create();
    await remove();
    expect(await statusOf(second)).toEqual({ Status: 'SUCCEEDED' });
  });

  const uuid = 'c4d22c52-247f-4ee1-83a2-6c0460bd0000';
  it.each([
    ['what is no id', 'x'.repeat(40), 'InvalidParameter.DeletionTaskId'],
    ['another kind of task', `task/other/s/${nat.role}/${uuid}`, 'InvalidParameter.DeletionTaskId'],
    ['an id with an empty part', `task/acs-service-role//r/${uuid}`, 'InvalidParameter.DeletionTaskId'],
    ['an id with a part too much', `task/acs-service-role/s/r/${uuid}/x`, 'InvalidParameter.DeletionTaskId'],
    ['an id that is too short', 'task/acs-service-role/s/r', 'InvalidParameter.DeletionTaskId.Length'],
    [
      'a task that never was',
      `task/acs-service-role/s/r/${uuid}`,
      'EntityNotExist.ServiceLinkedRole.DeletionTask',
    ],
  ])('refuses %s', async (_, taskId, code) => {
    expect(await refusal(statusOf(taskId))).toBe(code);
  });
});

describe('a call on roles of services', () => {
  it('is authorized on the role that it names, or on all', async () => {
    const resources = (name: string, parameters: Parameters) =>
      account.resources('ResourceManager', name, parameters);
    expect(await resources('CreateServiceLinkedRole', { ServiceName: 'x' })).toEqual(['role/*']);
    expect(await resources('DeleteServiceLinkedRole', named)).toEqual([`role/${nat.role}`]);
    expect(await resources('GetRole', named)).toEqual([`role/${nat.role}`]);
    const task = { DeletionTaskId: 'x'.repeat(30) };
    expect(await resources('GetServiceLinkedRoleDeletionStatus', task)).toEqual(['role/*']);
  });
});
