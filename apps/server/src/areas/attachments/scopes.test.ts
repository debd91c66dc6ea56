import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const deploy = { PolicyName: 'Deploy', PolicyType: 'Custom' };
const readOnly = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };

let world: World;
let account: TestAccount;
let principalIds: Readonly<Record<Noun, string>>;
let blue: string;
let red: string;

beforeAll(async () => {
  world = await openWorld({ limits: { systemPoliciesPerPrincipal: 2, customPoliciesPerPrincipal: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  principalIds = {
    User: await account.user('staff'),
    Group: await account.group('staff'),
    Role: await account.role('staff'),
  };
  await account.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document });
  [blue, red] = [await resourceGroup('Blue'), await resourceGroup('Red')];
});

const nouns = ['User', 'Group', 'Role'] as const;
type Noun = (typeof nouns)[number];

async function resourceGroup(Name: string): Promise<string> {
  const made = await account.call('ResourceManager', 'CreateResourceGroup', { Name, DisplayName: Name });
  return (made.ResourceGroup as { readonly Id: string }).Id;
}

const attach = (noun: Noun, policy: WireParameters, group?: string) =>
  account.ram(`AttachPolicyTo${noun}`, { [`${noun}Name`]: 'staff', ...policy, ...limitedTo(group) });
const detach = (noun: Noun, policy: WireParameters, group?: string) =>
  account.ram(`DetachPolicyFrom${noun}`, { [`${noun}Name`]: 'staff', ...policy, ...limitedTo(group) });

function limitedTo(group: string | undefined): WireParameters {
  return group === undefined ? {} : { ResourceGroupId: group };
}

/** What ListPolicyAttachments shows, as `<policy> <resource group or the account>`. */
async function attachments(noun: Noun): Promise<readonly string[]> {
  const wire = { User: 'IMSUser', Group: 'IMSGroup', Role: 'ServiceRole' }[noun];
  const { PolicyAttachments } = await account.call('ResourceManager', 'ListPolicyAttachments', {
    PrincipalType: wire,
  });
  const { PolicyAttachment } = PolicyAttachments as unknown as {
    readonly PolicyAttachment: readonly { PolicyName: string; ResourceGroupId: string }[];
  };
  const scopes = new Map([
    [blue, 'blue'],
    [red, 'red'],
    [account.accountId, 'account'],
  ]);
  return PolicyAttachment.map(each => `${each.PolicyName} ${scopes.get(each.ResourceGroupId)}`).sort();
}

async function listed(noun: Noun): Promise<unknown> {
  const { Policies } = await account.ram(`ListPoliciesFor${noun}`, { [`${noun}Name`]: 'staff' });
  return (Policies as unknown as { readonly Policy: unknown }).Policy;
}

describe.each(nouns)('a policy of a %s', noun => {
  it('may be attached for the account and for several resource groups, each apart', async () => {
    await attach(noun, deploy, blue);
    expect(account.touched).toEqual([{ kind: 'attachment', id: principalIds[noun] }]);
    await attach(noun, deploy);
    await attach(noun, deploy, red);
    expect(await attachments(noun)).toEqual(['Deploy account', 'Deploy blue', 'Deploy red']);
    for (const group of [undefined, account.accountId, blue, red]) {
      expect(await refusal(attach(noun, deploy, group))).toBe(`EntityAlreadyExists.${noun}.Policy`);
    }
    await detach(noun, deploy, blue);
    expect(account.touched).toEqual([{ kind: 'attachment', id: principalIds[noun] }]);
    expect(await attachments(noun)).toEqual(['Deploy account', 'Deploy red']);
    expect(await refusal(detach(noun, deploy, blue))).toBe(`EntityNotExist.${noun}.Policy`);
    await detach(noun, deploy, account.accountId);
    expect(await attachments(noun)).toEqual(['Deploy red']);
  });

  it('goes from where it is detached alone', async () => {
    await attach(noun, deploy, blue);
    expect(await refusal(detach(noun, deploy))).toBe(`EntityNotExist.${noun}.Policy`);
    expect(await refusal(detach(noun, deploy, red))).toBe(`EntityNotExist.${noun}.Policy`);
    expect(await attachments(noun)).toEqual(['Deploy blue']);
  });

  it('is listed by RAM when it is attached for the account', async () => {
    await attach(noun, deploy, blue);
    await attach(noun, readOnly);
    expect(await listed(noun)).toMatchObject([readOnly]);
  });

  it('counts as one of the holders of the policy, for however many resource groups', async () => {
    const count = async () => {
      const { Policy } = await account.ram('GetPolicy', deploy);
      const holders = await account.ram('ListEntitiesForPolicy', deploy);
      const lists = Object.values(holders as Record<string, Record<string, readonly unknown[]>>);
      const entities = lists.flatMap(list => Object.values(list).flat()).length;
      expect((Policy as { readonly AttachmentCount: number }).AttachmentCount).toBe(entities);
      return entities;
    };
    await attach(noun, deploy, blue);
    expect(await count()).toBe(1);
    await attach(noun, deploy, red);
    expect(await count()).toBe(1);
    await detach(noun, deploy, blue);
    expect(await count()).toBe(1);
    await detach(noun, deploy, red);
    expect(await count()).toBe(0);
  });

  it('is listed with the day on which its holder got it first', async () => {
    await attach(noun, deploy, red);
    const first = world.isoNow();
    world.advance(60_000);
    await attach(noun, deploy);
    await attach(noun, deploy, blue);
    expect((await account.ram('ListEntitiesForPolicy', deploy))[`${noun}s`]).toMatchObject({
      [noun]: [{ AttachDate: first }],
    });
  });

  it('is limited in number for the account and for resource groups apart, each attachment counting', async () => {
    await account.ram('CreatePolicy', { PolicyName: 'Second', PolicyDocument: document });
    await attach(noun, deploy, blue);
    await attach(noun, deploy, red);
    const second = { PolicyName: 'Second', PolicyType: 'Custom' };
    expect(await refusal(attach(noun, second, blue))).toBe(`LimitExceeded.${noun}.Policy`);
    await attach(noun, second);
    await attach(noun, deploy);
    await attach(noun, readOnly, blue);
    expect(await attachments(noun)).toEqual([
      'Deploy account',
      'Deploy blue',
      'Deploy red',
      'ReadOnlyAccess blue',
      'Second account',
    ]);
  });

  it('keeps its policy and its holder from being deleted', async () => {
    await attach(noun, deploy, blue);
    const removePolicy = () => account.ram('DeletePolicy', { PolicyName: 'Deploy', CascadingDelete: 'true' });
    const removeHolder = () => account.ram(`Delete${noun}`, { [`${noun}Name`]: 'staff' });
    expect(await refusal(removePolicy())).toBe(`DeleteConflict.Policy.${noun}`);
    expect(await refusal(removeHolder())).toBe(`DeleteConflict.${noun}.Policy`);
    expect(await attachments(noun)).toEqual(['Deploy blue']);
    await detach(noun, deploy, blue);
    await removePolicy();
    await removeHolder();
  });

  it('is never attached for another account’s resource group', async () => {
    const other = await world.account();
    const made = await other.call('ResourceManager', 'CreateResourceGroup', {
      Name: 'Blue',
      DisplayName: 'x',
    });
    const theirs = (made.ResourceGroup as { readonly Id: string }).Id;
    for (const id of [theirs, other.accountId, `rg-${other.accountId.slice(1)}`]) {
      expect(await refusal(attach(noun, deploy, id))).toBe('EntityNotExists.ResourceGroup');
    }
    expect(await attachments(noun)).toEqual([]);
  });
});

describe('a user who is deleted through IMS', () => {
  it('loses what is attached for resource groups too', async () => {
    await attach('User', deploy, blue);
    await attach('User', deploy);
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('staff') });
    expect(await attachments('User')).toEqual([]);
    await account.call('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId: blue });
    await account.ims('RestoreUserFromRecycleBin', { UserId: principalIds.User });
    expect(await attachments('User')).toEqual([]);
  });
});

describe('the role of a service', () => {
  it('takes no policy for a resource group either', async () => {
    await account.call('ResourceManager', 'CreateServiceLinkedRole', { ServiceName: 'nat.aliyuncs.com' });
    const role = { RoleName: 'AliyunServiceRoleForNatgw', ...deploy, ResourceGroupId: blue };
    expect(await refusal(account.ram('AttachPolicyToRole', role))).toBe('NotSupport.ServiceLinkedRole');
  });
});
