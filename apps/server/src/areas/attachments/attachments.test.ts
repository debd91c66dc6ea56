import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';
const deploy = { PolicyName: 'Deploy', PolicyType: 'Custom' };
const readOnly = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };

let world: World;
let account: TestAccount;
let principalIds: Readonly<Record<Noun, string>>;

beforeAll(async () => {
  world = await openWorld({ limits: { systemPoliciesPerPrincipal: 2, customPoliciesPerPrincipal: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  // All have one name, so that a mix-up would show.
  principalIds = {
    User: await account.user('staff'),
    Group: await account.group('staff'),
    Role: await account.role('staff'),
  };
  await account.ram('CreatePolicy', {
    PolicyName: 'Deploy',
    PolicyDocument: document,
    Description: 'ships',
  });
});

const nouns = ['User', 'Group', 'Role'] as const;
type Noun = (typeof nouns)[number];

function attach(noun: Noun, policy: WireParameters, name = 'staff') {
  return account.ram(`AttachPolicyTo${noun}`, { [`${noun}Name`]: name, ...policy });
}

function detach(noun: Noun, policy: WireParameters, name = 'staff') {
  return account.ram(`DetachPolicyFrom${noun}`, { [`${noun}Name`]: name, ...policy });
}

async function policiesOf(noun: Noun): Promise<unknown> {
  const { Policies } = await account.ram(`ListPoliciesFor${noun}`, { [`${noun}Name`]: 'staff' });
  return (Policies as unknown as { Policy: unknown }).Policy;
}

describe.each(nouns)('a policy of a %s', noun => {
  it('is listed with the date of its attachment, system policies first', async () => {
    await attach(noun, deploy);
    const attached = world.isoNow();
    world.advance(5000);
    expect(await attach(noun, readOnly)).toEqual({});
    expect(await policiesOf(noun)).toEqual([
      {
        ...readOnly,
        Description: expect.stringContaining('read'),
        DefaultVersion: 'v1',
        AttachDate: world.isoNow(),
      },
      { ...deploy, Description: 'ships', DefaultVersion: 'v1', AttachDate: attached },
    ]);
  });

  it('touches its holder when it comes and when it goes', async () => {
    const touched = [{ kind: 'attachment', id: principalIds[noun] }];
    await attach(noun, deploy);
    expect(account.touched).toEqual(touched);
    await account.group('another');
    await detach(noun, deploy);
    expect(account.touched).toEqual(touched);
  });

  it('is found without regard to case and shown under its own spelling', async () => {
    await attach(noun, { PolicyName: 'DEPLOY', PolicyType: 'Custom' }, 'STAFF');
    await attach(noun, { PolicyName: 'readonlyaccess', PolicyType: 'System' });
    expect(await policiesOf(noun)).toMatchObject([readOnly, deploy]);
    expect(await refusal(attach(noun, readOnly))).toBe(`EntityAlreadyExists.${noun}.Policy`);
    await detach(noun, { PolicyName: 'deploy', PolicyType: 'Custom' });
    expect(await policiesOf(noun)).toMatchObject([readOnly]);
  });

  it('cannot be attached twice', async () => {
    await attach(noun, deploy);
    expect(await refusal(attach(noun, deploy))).toBe(`EntityAlreadyExists.${noun}.Policy`);
    expect(await policiesOf(noun)).toMatchObject([deploy]);
  });

  it('goes only from whom it is detached', async () => {
    for (const each of nouns) await attach(each, deploy);
    await detach(noun, deploy);
    expect(await policiesOf(noun)).toEqual([]);
    for (const other of nouns.filter(each => each !== noun)) {
      expect(await policiesOf(other)).toMatchObject([deploy]);
    }
    expect(await refusal(detach(noun, deploy))).toBe(`EntityNotExist.${noun}.Policy`);
  });

  it('is limited in number, system and custom policies apart', async () => {
    await attach(noun, readOnly);
    await attach(noun, { PolicyName: 'AliyunRAMReadOnlyAccess', PolicyType: 'System' });
    const administrator = { PolicyName: 'AdministratorAccess', PolicyType: 'System' };
    expect(await refusal(attach(noun, administrator))).toBe(`LimitExceeded.${noun}.Policy`);
    await attach(noun, deploy);
    for (const PolicyName of ['Second', 'Third']) {
      await account.ram('CreatePolicy', { PolicyName, PolicyDocument: document });
    }
    await attach(noun, { PolicyName: 'Second', PolicyType: 'Custom' });
    const third = { PolicyName: 'Third', PolicyType: 'Custom' };
    expect(await refusal(attach(noun, third))).toBe(`LimitExceeded.${noun}.Policy`);
    await detach(noun, deploy);
    await attach(noun, third);
  });

  it('must exist, and so must its holder', async () => {
    const missing = { PolicyName: 'Nothing', PolicyType: 'Custom' };
    expect(await refusal(attach(noun, missing))).toBe('EntityNotExist.Policy');
    expect(await refusal(attach(noun, { ...deploy, PolicyType: 'System' }))).toBe('EntityNotExist.Policy');
    expect(await refusal(attach(noun, deploy, 'nobody'))).toBe(`EntityNotExist.${noun}`);
    expect(await refusal(detach(noun, missing))).toBe('EntityNotExist.Policy');
    expect(await refusal(detach(noun, deploy, 'nobody'))).toBe(`EntityNotExist.${noun}`);
    expect(await refusal(detach(noun, deploy))).toBe(`EntityNotExist.${noun}.Policy`);
  });

  it('is never granted for the account when a resource group was meant', async () => {
    const narrowed = { ...deploy, ResourceGroupId: 'rg-nothing' };
    expect(await refusal(attach(noun, narrowed))).toBe('EntityNotExists.ResourceGroup');
    expect(await policiesOf(noun)).toEqual([]);
    await attach(noun, { ...deploy, ResourceGroupId: '' });
    expect(await refusal(detach(noun, narrowed))).toBe('EntityNotExists.ResourceGroup');
    expect(await policiesOf(noun)).toMatchObject([deploy]);
  });

  it('is not seen in another account that has everything under the same names', async () => {
    const other = await world.account();
    await other.user('staff');
    await other.group('staff');
    await other.role('staff');
    await other.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document });
    await attach(noun, deploy);
    const call = other.ram(`DetachPolicyFrom${noun}`, { [`${noun}Name`]: 'staff', ...deploy });
    expect(await refusal(call)).toBe(`EntityNotExist.${noun}.Policy`);
    expect((await other.ram(`ListPoliciesFor${noun}`, { [`${noun}Name`]: 'staff' })).Policies).toEqual({
      Policy: [],
    });
    expect(await policiesOf(noun)).toMatchObject([deploy]);
  });

  it('keeps its policy from being deleted, its versions included', async () => {
    await attach(noun, deploy);
    const remove = () => account.ram('DeletePolicy', { PolicyName: 'Deploy', CascadingDelete: 'true' });
    expect(await refusal(remove())).toBe(`DeleteConflict.Policy.${noun}`);
    await detach(noun, deploy);
    await remove();
  });

  it('keeps its holder from being deleted', async () => {
    await attach(noun, deploy);
    const remove = () => account.ram(`Delete${noun}`, { [`${noun}Name`]: 'staff' });
    expect(await refusal(remove())).toBe(`DeleteConflict.${noun}.Policy`);
    await detach(noun, deploy);
    await remove();
  });

  it('is authorized on its holder and on the policy, each apart', async () => {
    const resources = (operation: string, policy: WireParameters) =>
      account.resources('Ram', operation, { [`${noun}Name`]: 'staff', ...policy });
    const holder = `${noun.toLowerCase()}/staff`;
    for (const operation of [`AttachPolicyTo${noun}`, `DetachPolicyFrom${noun}`]) {
      expect(await resources(operation, deploy)).toEqual([holder, 'policy/Deploy']);
      expect(await resources(operation, readOnly)).toEqual([holder, 'system:policy/ReadOnlyAccess']);
    }
    expect(await resources(`ListPoliciesFor${noun}`, {})).toEqual([holder]);
  });
});

describe('deleting a user through IMS', () => {
  it('takes its policies along, and nobody else’s', async () => {
    await attach('User', deploy);
    await attach('Group', deploy);
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('staff') });
    expect(account.touched).toContainEqual({ kind: 'attachment', id: principalIds.User });
    expect(await account.rowsAbout(principalIds.User)).toBe(0);
    expect(await policiesOf('Group')).toMatchObject([deploy]);
    await account.user('staff');
    expect(await policiesOf('User')).toEqual([]);
  });
});

describe('ListEntitiesForPolicy', () => {
  it('lists who holds a policy, in the order in which they got it', async () => {
    await account.user('bob');
    await attach('User', deploy, 'bob');
    const first = world.isoNow();
    world.advance(1000);
    await attach('User', deploy);
    await attach('Group', deploy);
    await attach('Role', deploy);
    expect(await account.ram('ListEntitiesForPolicy', deploy)).toEqual({
      Users: {
        User: [
          { UserId: expect.any(String), UserName: 'bob', DisplayName: '', AttachDate: first },
          { UserId: principalIds.User, UserName: 'staff', DisplayName: '', AttachDate: world.isoNow() },
        ],
      },
      Groups: { Group: [{ GroupName: 'staff', Comments: '', AttachDate: world.isoNow() }] },
      Roles: {
        Role: [
          {
            RoleId: principalIds.Role,
            RoleName: 'staff',
            Arn: `acs:ram::${account.accountId}:role/staff`,
            Description: '',
            AttachDate: world.isoNow(),
          },
        ],
      },
    });
  });

  it('lists the holders of a system policy in this account only', async () => {
    const other = await world.account();
    await other.user('eve');
    await other.ram('AttachPolicyToUser', { UserName: 'eve', ...readOnly });
    await attach('User', readOnly);
    const { Users } = await account.ram('ListEntitiesForPolicy', readOnly);
    expect(Users).toMatchObject({ User: [{ UserName: 'staff' }] });
  });

  it('refuses a policy that does not exist', async () => {
    expect(await refusal(account.ram('ListEntitiesForPolicy', { ...deploy, PolicyType: 'System' }))).toBe(
      'EntityNotExist.Policy',
    );
  });
});
