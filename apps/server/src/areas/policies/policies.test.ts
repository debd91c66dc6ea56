import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

const readEcs = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:Describe*","Resource":"*"}]}';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { policies: 3 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

function create(PolicyName: string, more: Readonly<Record<string, string>> = {}) {
  return account.ram('CreatePolicy', { PolicyName, PolicyDocument: readEcs, ...more });
}

describe('CreatePolicy', () => {
  it('puts the document in force as version v1', async () => {
    expect(await create('Read-ECS-1', { Description: 'look\nonly' })).toEqual({
      Policy: {
        PolicyName: 'Read-ECS-1',
        PolicyType: 'Custom',
        Description: 'look\nonly',
        DefaultVersion: 'v1',
        CreateDate: world.isoNow(),
      },
    });
    expect(account.touched).toEqual([{ kind: 'policy', id: 'read-ecs-1' }]);
    expect(await account.ram('GetPolicy', { PolicyName: 'read-ecs-1', PolicyType: 'Custom' })).toEqual({
      Policy: {
        PolicyName: 'Read-ECS-1',
        PolicyType: 'Custom',
        Description: 'look\nonly',
        DefaultVersion: 'v1',
        CreateDate: world.isoNow(),
        UpdateDate: world.isoNow(),
        AttachmentCount: 0,
        PolicyDocument: readEcs,
      },
      DefaultPolicyVersion: {
        VersionId: 'v1',
        IsDefaultVersion: true,
        PolicyDocument: readEcs,
        CreateDate: world.isoNow(),
      },
    });
  });

  it('keeps the document as it was sent, white space included', async () => {
    const spaced = `\n  ${readEcs.replaceAll(',', ' ,\r\n\t')}  `;
    await create('Spaced', { PolicyDocument: spaced });
    expect(
      (await account.ram('GetPolicy', { PolicyName: 'Spaced', PolicyType: 'Custom' })).Policy,
    ).toMatchObject({ PolicyDocument: spaced });
  });

  it('refuses a name that differs only in case, and leaves the policy that has it', async () => {
    await create('Deploy', { Description: 'the first' });
    expect(await refusal(create('dEPLOY', { Description: 'the second' }))).toBe('EntityAlreadyExists.Policy');
    const { Policy } = await account.ram('GetPolicy', { PolicyName: 'deploy', PolicyType: 'Custom' });
    expect(Policy).toMatchObject({ PolicyName: 'Deploy', Description: 'the first' });
  });

  it('refuses the names of system policies', async () => {
    expect(await refusal(create('administratoraccess'))).toBe('EntityAlreadyExists.Policy');
    expect(
      await refusal(account.ram('GetPolicy', { PolicyName: 'AdministratorAccess', PolicyType: 'Custom' })),
    ).toBe('EntityNotExist.Policy');
  });

  it('refuses one more than the quota, for each account apart', async () => {
    for (const name of ['a', 'b', 'c']) await create(name);
    expect(await refusal(create('d'))).toBe('LimitExceeded.Policy');
    expect(await refusal(create('A'))).toBe('EntityAlreadyExists.Policy');
    const other = await world.account();
    await other.ram('CreatePolicy', { PolicyName: 'd', PolicyDocument: readEcs });
    await account.ram('DeletePolicy', { PolicyName: 'a' });
    await create('d');
  });

  it('stores nothing of a document that it refuses', async () => {
    expect(await refusal(create('Bad', { PolicyDocument: '{"Version":"1"}' }))).toBe(
      'MalformedPolicyDocument',
    );
    expect(await refusal(create('Bad', { PolicyDocument: readEcs.padEnd(6145) }))).toBe(
      'InvalidParameter.PolicyDocument.Length',
    );
    expect(await refusal(account.ram('GetPolicy', { PolicyName: 'Bad', PolicyType: 'Custom' }))).toBe(
      'EntityNotExist.Policy',
    );
  });

  it('is authorized on the policy that is to be', async () => {
    expect(
      await account.resources('Ram', 'CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: readEcs }),
    ).toEqual(['policy/Deploy']);
  });
});

describe('GetPolicy', () => {
  it('shows a system policy under its own spelling', async () => {
    const reply = await account.ram('GetPolicy', { PolicyName: 'readonlyaccess', PolicyType: 'System' });
    expect(reply).toMatchObject({
      Policy: {
        PolicyName: 'ReadOnlyAccess',
        PolicyType: 'System',
        DefaultVersion: 'v1',
        AttachmentCount: 0,
      },
      DefaultPolicyVersion: { VersionId: 'v1', IsDefaultVersion: true },
    });
  });

  it('finds a policy only under its own type', async () => {
    await create('Mine');
    expect(await refusal(account.ram('GetPolicy', { PolicyName: 'Mine', PolicyType: 'System' }))).toBe(
      'EntityNotExist.Policy',
    );
  });

  it('is authorized on the policy of the account or of the system', async () => {
    const named = (PolicyType: string) =>
      account.resources('Ram', 'GetPolicy', { PolicyName: 'ReadOnlyAccess', PolicyType });
    expect(await named('System')).toEqual(['system:policy/ReadOnlyAccess']);
    expect(await named('Custom')).toEqual(['policy/ReadOnlyAccess']);
  });
});

describe('UpdatePolicyDescription', () => {
  it('changes the description and the date of the change, and nothing else', async () => {
    const created = world.isoNow();
    await create('Deploy', { Description: 'old' });
    world.advance(60_000);
    const reply = await account.ram('UpdatePolicyDescription', {
      PolicyName: 'deploy',
      NewDescription: 'new',
    });
    expect(reply).toEqual({
      Policy: {
        PolicyName: 'Deploy',
        PolicyType: 'Custom',
        Description: 'new',
        DefaultVersion: 'v1',
        CreateDate: created,
        UpdateDate: world.isoNow(),
      },
    });
    expect(account.touched).toEqual([{ kind: 'policy', id: 'deploy' }]);
  });

  it('clears the description with an empty text and keeps it without one', async () => {
    await create('Deploy', { Description: 'old' });
    const update = (parameters: Record<string, string>) =>
      account.ram('UpdatePolicyDescription', { PolicyName: 'Deploy', ...parameters });
    expect((await update({})).Policy).toMatchObject({ Description: 'old' });
    expect((await update({ NewDescription: '' })).Policy).toMatchObject({ Description: '' });
  });
});

describe('DeletePolicy', () => {
  it('deletes a policy with its version; one of the same name begins anew', async () => {
    await create('Deploy');
    expect(await account.ram('DeletePolicy', { PolicyName: 'DEPLOY' })).toEqual({});
    expect(account.touched).toEqual([{ kind: 'policy', id: 'deploy' }]);
    expect(await refusal(account.ram('DeletePolicy', { PolicyName: 'Deploy' }))).toBe(
      'EntityNotExist.Policy',
    );
    expect((await create('Deploy')).Policy).toMatchObject({ DefaultVersion: 'v1' });
  });

  it('refuses a policy that has versions beside its default, unless it is to delete them too', async () => {
    await create('Deploy');
    await account.ram('CreatePolicyVersion', { PolicyName: 'Deploy', PolicyDocument: readEcs });
    expect(await refusal(account.ram('DeletePolicy', { PolicyName: 'Deploy' }))).toBe(
      'DeleteConflict.Policy.Version',
    );
    await account.ram('DeletePolicy', { PolicyName: 'Deploy', CascadingDelete: 'true' });
    await create('Deploy');
    const { PolicyVersions } = await account.ram('ListPolicyVersions', {
      PolicyName: 'Deploy',
      PolicyType: 'Custom',
    });
    expect(PolicyVersions).toMatchObject({ PolicyVersion: [{ VersionId: 'v1' }] });
  });

  it('leaves the other policies of the account with their versions', async () => {
    await create('Deploy');
    await create('Deploy-2');
    await account.ram('DeletePolicy', { PolicyName: 'Deploy' });
    const { DefaultPolicyVersion } = await account.ram('GetPolicy', {
      PolicyName: 'Deploy-2',
      PolicyType: 'Custom',
    });
    expect(DefaultPolicyVersion).toMatchObject({ PolicyDocument: readEcs });
  });

  it('leaves the policy of the same name in another account', async () => {
    const other = await world.account();
    await other.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: readEcs });
    expect(await refusal(account.ram('DeletePolicy', { PolicyName: 'Deploy' }))).toBe(
      'EntityNotExist.Policy',
    );
    await create('Deploy');
    await account.ram('DeletePolicy', { PolicyName: 'Deploy' });
    await other.ram('GetPolicy', { PolicyName: 'Deploy', PolicyType: 'Custom' });
  });
});

describe('a system policy', () => {
  const name = { PolicyName: 'AdministratorAccess' };

  it.each([
    ['DeletePolicy', { CascadingDelete: 'true' }],
    ['UpdatePolicyDescription', { NewDescription: 'mine' }],
    ['CreatePolicyVersion', { PolicyDocument: readEcs, SetAsDefault: 'true' }],
    ['SetDefaultPolicyVersion', { VersionId: 'v1' }],
    ['DeletePolicyVersion', { VersionId: 'v1' }],
  ])('is not changed by %s', async (operation, parameters: Record<string, string>) => {
    const shown = () => account.ram('GetPolicy', { ...name, PolicyType: 'System' });
    const before = await shown();
    expect(await refusal(account.ram(operation, { ...name, ...parameters }))).toBe('NoPermission');
    expect(await shown()).toEqual(before);
  });
});
