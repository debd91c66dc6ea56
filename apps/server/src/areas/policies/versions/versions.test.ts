import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  await account.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: documentOf(1) });
});

/** A document that tells which version it is. */
function documentOf(version: number): string {
  const statement = { Effect: 'Allow', Action: `ecs:Version${version}`, Resource: '*' };
  return JSON.stringify({ Version: '1', Statement: [statement] });
}

const rotate = { RotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded' };

function addVersion(version: number, more: Readonly<Record<string, string>> = {}) {
  return account.ram('CreatePolicyVersion', {
    PolicyName: 'deploy',
    PolicyDocument: documentOf(version),
    ...more,
  });
}

async function addVersionsUpTo(last: number): Promise<void> {
  for (let version = 2; version <= last; version += 1) await addVersion(version);
}

async function versionIds(from = account): Promise<string[]> {
  const { PolicyVersions } = await from.ram('ListPolicyVersions', {
    PolicyName: 'Deploy',
    PolicyType: 'Custom',
  });
  const { PolicyVersion } = PolicyVersions as unknown as { PolicyVersion: { VersionId: string }[] };
  return PolicyVersion.map(({ VersionId }) => VersionId);
}

async function documentInForce(from = account): Promise<unknown> {
  const { DefaultPolicyVersion } = await from.ram('GetPolicy', {
    PolicyName: 'Deploy',
    PolicyType: 'Custom',
  });
  return (DefaultPolicyVersion as { PolicyDocument: string }).PolicyDocument;
}

describe('CreatePolicyVersion', () => {
  it('adds a version that is not in force', async () => {
    world.advance(1000);
    expect(await addVersion(2)).toEqual({
      PolicyVersion: {
        VersionId: 'v2',
        IsDefaultVersion: false,
        PolicyDocument: documentOf(2),
        CreateDate: world.isoNow(),
      },
    });
    expect(account.touched).toEqual([{ kind: 'policy', id: 'deploy' }]);
    expect(await documentInForce()).toBe(documentOf(1));
    expect(await versionIds()).toEqual(['v1', 'v2']);
  });

  it('puts the version in force when asked to', async () => {
    expect(await addVersion(2, { SetAsDefault: 'true' })).toMatchObject({
      PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true },
    });
    expect(await documentInForce()).toBe(documentOf(2));
  });

  it('refuses a sixth version and leaves the five', async () => {
    await addVersionsUpTo(5);
    expect(await refusal(addVersion(6))).toBe('LimitExceeded.Policy.Version');
    expect(await refusal(addVersion(6, { RotateStrategy: 'None' }))).toBe('LimitExceeded.Policy.Version');
    expect(await versionIds()).toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
  });

  it('deletes the oldest version that is not the default when asked to', async () => {
    await addVersionsUpTo(5);
    expect(await addVersion(6, rotate)).toMatchObject({ PolicyVersion: { VersionId: 'v6' } });
    expect(await versionIds()).toEqual(['v1', 'v3', 'v4', 'v5', 'v6']);
    expect(await documentInForce()).toBe(documentOf(1));
  });

  it('deletes the former default when a later version is in force', async () => {
    await addVersionsUpTo(5);
    await account.ram('SetDefaultPolicyVersion', { PolicyName: 'Deploy', VersionId: 'v2' });
    await addVersion(6, rotate);
    expect(await versionIds()).toEqual(['v2', 'v3', 'v4', 'v5', 'v6']);
  });

  it('deletes nothing while there is room', async () => {
    await addVersion(2, rotate);
    expect(await versionIds()).toEqual(['v1', 'v2']);
  });

  it('never gives an id a second time', async () => {
    await addVersion(2);
    await account.ram('DeletePolicyVersion', { PolicyName: 'Deploy', VersionId: 'v2' });
    expect(await addVersion(3)).toMatchObject({ PolicyVersion: { VersionId: 'v3' } });
  });

  it('refuses a malformed document', async () => {
    expect(await refusal(addVersion(2, { PolicyDocument: '{}' }))).toBe('MalformedPolicyDocument');
    expect(await versionIds()).toEqual(['v1']);
  });

  it('refuses a policy of another account', async () => {
    const other = await world.account();
    const call = other.ram('CreatePolicyVersion', { PolicyName: 'Deploy', PolicyDocument: documentOf(2) });
    expect(await refusal(call)).toBe('EntityNotExist.Policy');
    expect(await versionIds()).toEqual(['v1']);
  });
});

describe('SetDefaultPolicyVersion', () => {
  it('puts another version in force, and back', async () => {
    await addVersion(2);
    const setDefault = (VersionId: string) =>
      account.ram('SetDefaultPolicyVersion', { PolicyName: 'DEPLOY', VersionId });
    await setDefault('v2');
    expect(account.touched).toEqual([{ kind: 'policy', id: 'deploy' }]);
    expect(await documentInForce()).toBe(documentOf(2));
    await setDefault('v1');
    expect(await documentInForce()).toBe(documentOf(1));
  });

  it('refuses a version that is not there', async () => {
    for (const VersionId of ['v2', 'v999999999']) {
      const call = account.ram('SetDefaultPolicyVersion', { PolicyName: 'Deploy', VersionId });
      expect(await refusal(call)).toBe('EntityNotExist.Policy.Version');
    }
    expect(await documentInForce()).toBe(documentOf(1));
  });
});

describe('DeletePolicyVersion', () => {
  it('deletes a version that is not in force', async () => {
    await addVersion(2);
    await account.ram('DeletePolicyVersion', { PolicyName: 'Deploy', VersionId: 'v2' });
    expect(account.touched).toEqual([{ kind: 'policy', id: 'deploy' }]);
    expect(await versionIds()).toEqual(['v1']);
  });

  it('refuses the version in force', async () => {
    await addVersion(2);
    const call = account.ram('DeletePolicyVersion', { PolicyName: 'Deploy', VersionId: 'v1' });
    expect(await refusal(call)).toBe('DeleteConflict.Policy.Version.Default');
    expect(await versionIds()).toEqual(['v1', 'v2']);
  });

  it('leaves the versions of a policy of the same name in another account', async () => {
    const other = await world.account();
    await other.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: documentOf(1) });
    await other.ram('CreatePolicyVersion', { PolicyName: 'Deploy', PolicyDocument: documentOf(2) });
    await addVersion(2);
    await account.ram('DeletePolicyVersion', { PolicyName: 'Deploy', VersionId: 'v2' });
    expect(await versionIds(other)).toEqual(['v1', 'v2']);
  });
});

describe('GetPolicyVersion', () => {
  const version = (VersionId: string, more: Record<string, string> = {}) =>
    account.ram('GetPolicyVersion', { PolicyName: 'Deploy', PolicyType: 'Custom', VersionId, ...more });

  it('shows a version and whether it is in force', async () => {
    await addVersion(2);
    expect(await version('v2')).toMatchObject({
      PolicyVersion: { VersionId: 'v2', IsDefaultVersion: false, PolicyDocument: documentOf(2) },
    });
    expect(await version('v1')).toMatchObject({ PolicyVersion: { IsDefaultVersion: true } });
  });

  it('shows the one version of a system policy', async () => {
    const system = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };
    expect(await version('v1', system)).toMatchObject({ PolicyVersion: { IsDefaultVersion: true } });
    expect(await refusal(version('v2', system))).toBe('EntityNotExist.Policy.Version');
  });
});

describe('ListPolicyVersions', () => {
  it('shows the one version of a system policy', async () => {
    const reply = await account.ram('ListPolicyVersions', {
      PolicyName: 'AdministratorAccess',
      PolicyType: 'System',
    });
    expect(reply).toMatchObject({
      PolicyVersions: { PolicyVersion: [{ VersionId: 'v1', IsDefaultVersion: true }] },
    });
  });

  it('marks exactly the version in force', async () => {
    await addVersionsUpTo(3);
    await account.ram('SetDefaultPolicyVersion', { PolicyName: 'Deploy', VersionId: 'v2' });
    const { PolicyVersions } = await account.ram('ListPolicyVersions', {
      PolicyName: 'Deploy',
      PolicyType: 'Custom',
    });
    expect(PolicyVersions).toMatchObject({
      PolicyVersion: [
        { VersionId: 'v1', IsDefaultVersion: false },
        { VersionId: 'v2', IsDefaultVersion: true },
        { VersionId: 'v3', IsDefaultVersion: false },
      ],
    });
  });
});

describe('a lowered quota of versions', () => {
  it('lets a rotation delete as many as are too many, and never the default', async () => {
    const lowered = await openWorld({ limits: { versionsPerPolicy: 1 } });
    try {
      const small = await lowered.account();
      await small.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: documentOf(1) });
      const call = small.ram('CreatePolicyVersion', {
        PolicyName: 'Deploy',
        PolicyDocument: documentOf(2),
        ...rotate,
      });
      expect(await refusal(call)).toBe('LimitExceeded.Policy.Version');
      expect(await versionIds(small)).toEqual(['v1']);
    } finally {
      await lowered.close();
    }
  });
});
