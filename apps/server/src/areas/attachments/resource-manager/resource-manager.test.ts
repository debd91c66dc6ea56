import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../../test/area-harness.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';
const deploy = { PolicyName: 'Deploy', PolicyType: 'Custom' };
const readOnly = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };

let world: World;
let account: TestAccount;
let blue: string;

beforeAll(async () => {
  world = await openWorld({ limits: { customPoliciesPerPrincipal: 1 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  await account.user('staff');
  await account.group('staff');
  await account.role('staff');
  await account.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document, Description: 'ships' });
  const made = await call('CreateResourceGroup', { Name: 'Blue', DisplayName: 'Blue' });
  blue = (made.ResourceGroup as { readonly Id: string }).Id;
});

const types = ['IMSUser', 'IMSGroup', 'ServiceRole'] as const;
type Type = (typeof types)[number];
const nouns = { IMSUser: 'User', IMSGroup: 'Group', ServiceRole: 'Role' } as const;

function call(name: string, parameters: WireParameters = {}) {
  return account.call('ResourceManager', name, parameters);
}

function principal(PrincipalType: Type, name = 'staff', alias = account.accountId): WireParameters {
  const domains = {
    IMSUser: `${alias}.onaliyun.com`,
    IMSGroup: `group.${alias}.onaliyun.com`,
    ServiceRole: `role.${alias}.onaliyunservice.com`,
  };
  return { PrincipalType, PrincipalName: `${name}@${domains[PrincipalType]}` };
}

async function list(parameters: WireParameters = {}) {
  const { PolicyAttachments, ...page } = await call('ListPolicyAttachments', parameters);
  const { PolicyAttachment } = PolicyAttachments as unknown as {
    readonly PolicyAttachment: readonly Record<string, string>[];
  };
  return { attachments: PolicyAttachment, page };
}

async function titles(parameters: WireParameters = {}): Promise<readonly string[]> {
  const { attachments } = await list(parameters);
  return attachments.map(({ PrincipalType, PolicyName, ResourceGroupId }) =>
    [PrincipalType, PolicyName, ResourceGroupId === blue ? 'blue' : 'account'].join(' '),
  );
}

describe.each(types)('a policy of one who is called %s', type => {
  const grant = (more: WireParameters = {}) => ({
    ...deploy,
    ...principal(type),
    ResourceGroupId: blue,
    ...more,
  });

  it('is attached and detached for a resource group, and for the account by its id', async () => {
    expect(await call('AttachPolicy', grant())).toEqual({});
    const attached = world.isoNow();
    world.advance(60_000);
    await call('AttachPolicy', grant({ ResourceGroupId: account.accountId }));
    const shown = { ...deploy, ...principal(type), Description: 'ships' };
    expect((await list()).attachments).toEqual([
      { ...shown, ResourceGroupId: account.accountId, AttachDate: world.isoNow() },
      { ...shown, ResourceGroupId: blue, AttachDate: attached },
    ]);
    expect(
      await account.ram(`ListPoliciesFor${nouns[type]}`, { [`${nouns[type]}Name`]: 'staff' }),
    ).toMatchObject({ Policies: { Policy: [{ ...deploy, AttachDate: world.isoNow() }] } });
    await call('DetachPolicy', grant({ ResourceGroupId: account.accountId }));
    expect(await titles()).toEqual([`${type} Deploy blue`]);
    await call('DetachPolicy', grant());
    expect(await titles()).toEqual([]);
  });

  it('is what RAM attaches and detaches', async () => {
    const named = { [`${nouns[type]}Name`]: 'staff', ...deploy, ResourceGroupId: blue };
    await account.ram(`AttachPolicyTo${nouns[type]}`, named);
    expect(await refusal(call('AttachPolicy', grant()))).toBe(`EntityAlreadyExists.${nouns[type]}.Policy`);
    await call('DetachPolicy', grant());
    await call('AttachPolicy', grant());
    await account.ram(`DetachPolicyFrom${nouns[type]}`, named);
    expect(await titles()).toEqual([]);
  });

  it('is found by the alias of the account, and goes on being found by its id', async () => {
    const alias = `harbour-${type.toLowerCase()}`;
    await account.ram('SetAccountAlias', { AccountAlias: alias });
    await call('AttachPolicy', grant(principal(type, 'STAFF', alias)));
    expect((await list(principal(type))).attachments).toMatchObject([principal(type, 'staff', alias)]);
    await call('DetachPolicy', grant());
  });

  it('is refused for whoever is not there, and nothing is attached', async () => {
    const other = await world.account();
    for (const wrong of [
      principal(type, 'nobody'),
      principal(type, 'staff', other.accountId),
      principal(type, 'staff', 'harbour'),
      { PrincipalType: type, PrincipalName: 'staff' },
      ...types.filter(each => each !== type).map(each => ({ ...principal(each), PrincipalType: type })),
    ]) {
      expect(await refusal(call('AttachPolicy', grant(wrong)))).toBe(`EntityNotExist.${nouns[type]}`);
    }
    expect(await refusal(call('AttachPolicy', grant({ PolicyName: 'None' })))).toBe('EntityNotExist.Policy');
    expect(await refusal(call('AttachPolicy', grant({ ResourceGroupId: 'rg-nothing' })))).toBe(
      'EntityNotExists.ResourceGroup',
    );
    expect(await refusal(call('AttachPolicy', grant({ ResourceGroupId: other.accountId })))).toBe(
      'EntityNotExists.ResourceGroup',
    );
    expect(await titles()).toEqual([]);
  });

  it('is limited in number', async () => {
    await account.ram('CreatePolicy', { PolicyName: 'Second', PolicyDocument: document });
    await call('AttachPolicy', grant());
    expect(await refusal(call('AttachPolicy', grant({ PolicyName: 'Second' })))).toBe(
      `LimitExceeded.${nouns[type]}.Policy`,
    );
    expect(await titles()).toEqual([`${type} Deploy blue`]);
  });

  it('is no policy of theirs any more for who detaches it twice', async () => {
    await call('AttachPolicy', grant());
    expect(await refusal(call('DetachPolicy', grant({ ResourceGroupId: account.accountId })))).toBe(
      'EntityNotExist.Policy',
    );
    await call('DetachPolicy', grant());
    expect(await refusal(call('DetachPolicy', grant()))).toBe('EntityNotExist.Policy');
  });

  it('is authorized on the policy and on the principal, each apart', async () => {
    const resources = (more: WireParameters) =>
      account.resources('ResourceManager', 'AttachPolicy', grant(more));
    const kind = nouns[type].toLowerCase();
    expect(await resources({})).toEqual(['policy/Deploy', `${kind}/staff`]);
    expect(await resources(readOnly)).toEqual(['system:policy/ReadOnlyAccess', `${kind}/staff`]);
    expect(await resources(principal(type, 'nobody'))).toEqual(['policy/Deploy', `${kind}/nobody`]);
    // Whoever may not see all of them learns nothing of a name in somebody else's domain.
    expect(await resources({ PrincipalName: 'staff@example.com' })).toEqual(['policy/Deploy', `${kind}/*`]);
  });
});

describe('the role of a service', () => {
  it('keeps its policies', async () => {
    await call('CreateServiceLinkedRole', { ServiceName: 'nat.aliyuncs.com' });
    const role = principal('ServiceRole', 'AliyunServiceRoleForNatgw');
    const attach = { ...deploy, ...role, ResourceGroupId: blue };
    expect(await refusal(call('AttachPolicy', attach))).toBe('NotSupport.ServiceLinkedRole');
    expect((await list(role)).attachments).toMatchObject([{ ...role, PolicyType: 'System' }]);
  });
});

describe('ListPolicyAttachments', () => {
  beforeEach(async () => {
    for (const type of types) {
      await call('AttachPolicy', { ...deploy, ...principal(type), ResourceGroupId: blue });
    }
    await call('AttachPolicy', { ...readOnly, ...principal('IMSUser'), ResourceGroupId: account.accountId });
  });

  it('shows everything, groups before roles before users', async () => {
    expect(await titles()).toEqual([
      'IMSGroup Deploy blue',
      'ServiceRole Deploy blue',
      'IMSUser Deploy blue',
      'IMSUser ReadOnlyAccess account',
    ]);
  });

  it.each<readonly [string, () => WireParameters, readonly string[]]>([
    ['one policy', () => ({ PolicyName: 'deploy', PrincipalType: 'IMSGroup' }), ['IMSGroup Deploy blue']],
    ['a type of policies', () => ({ PolicyType: 'System' }), ['IMSUser ReadOnlyAccess account']],
    ['a name without a type', () => ({ PolicyName: 'READONLYACCESS' }), ['IMSUser ReadOnlyAccess account']],
    [
      'a resource group',
      () => ({ ResourceGroupId: blue }),
      ['IMSGroup Deploy blue', 'ServiceRole Deploy blue', 'IMSUser Deploy blue'],
    ],
    ['the account', () => ({ ResourceGroupId: account.accountId }), ['IMSUser ReadOnlyAccess account']],
    [
      'a name without a kind',
      () => ({ PrincipalName: `staff@role.${account.accountId}.onaliyunservice.com` }),
      ['ServiceRole Deploy blue'],
    ],
    [
      'everything at once',
      () => ({ ...deploy, ...principal('IMSUser'), ResourceGroupId: blue }),
      ['IMSUser Deploy blue'],
    ],
    ['a principal of another kind', () => ({ ...principal('IMSUser'), PrincipalType: 'IMSGroup' }), []],
    ['a principal that is gone', () => principal('IMSUser', 'nobody'), []],
    ['a policy that nobody has there', () => ({ ...readOnly, ResourceGroupId: blue }), []],
  ])('asked for %s shows that', async (_, parameters, shown) => {
    expect(await titles(parameters())).toEqual(shown);
    expect((await list(parameters())).page.TotalCount).toBe(shown.length);
  });

  it('refuses a policy or resource group that is not there', async () => {
    expect(await refusal(list({ PolicyName: 'None' }))).toBe('EntityNotExist.Policy');
    expect(await refusal(list({ ...deploy, PolicyType: 'System' }))).toBe('EntityNotExist.Policy');
    expect(await refusal(list({ ResourceGroupId: 'rg-nothing' }))).toBe('EntityNotExists.ResourceGroup');
  });

  it('comes in pages with numbers, and knows how many there are', async () => {
    const page = (PageNumber: string) => list({ PageNumber, PageSize: '3' });
    expect((await page('1')).attachments).toHaveLength(3);
    expect(await page('2')).toMatchObject({
      attachments: [{ PolicyName: 'ReadOnlyAccess' }],
      page: { PageNumber: 2, PageSize: 3, TotalCount: 4 },
    });
    expect((await page('3')).attachments).toEqual([]);
  });

  it('shows what is attached in this account alone, and is authorized on all of it', async () => {
    const other = await world.account();
    const theirs = await other.call('ResourceManager', 'ListPolicyAttachments', {});
    expect(theirs).toMatchObject({ PolicyAttachments: { PolicyAttachment: [] }, TotalCount: 0 });
    expect(
      await account.resources('ResourceManager', 'ListPolicyAttachments', { PolicyName: 'Deploy' }),
    ).toEqual(['*']);
  });
});
