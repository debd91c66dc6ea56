import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';

const AppId = '500000000000000007';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { applications: 2 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

type Shown = Record<string, unknown>;

const install = async (more: Record<string, string> = {}) =>
  (await account.ims('ProvisionExternalApplication', { AppId, ...more })).ExternalApplication as Shown;

const get = async () => (await account.ims('GetExternalApplication', { AppId })).ExternalApplication as Shown;

const list = async () => {
  const { ExternalApplications, ...page } = await account.ims('ListExternalApplications', {});
  expect(page).toEqual({ IsTruncated: false });
  return (ExternalApplications as { ExternalApplication: Shown[] }).ExternalApplication;
};

const granted = ({ DelegatedScope }: Shown) => {
  const { PredefinedScopes } = DelegatedScope as {
    PredefinedScopes: { PredefinedScope: { Name: string }[] };
  };
  return PredefinedScopes.PredefinedScope.map(({ Name }) => Name);
};

describe('ProvisionExternalApplication', () => {
  it('installs an application by its id, which stands for its names', async () => {
    const milliseconds = String(Date.parse(world.isoNow()));
    const application = await install();
    expect(application).toMatchObject({
      ForeignAppId: AppId,
      DisplayName: AppId,
      AppPrincipalName: `${AppId}@app.${account.accountId}.onaliyun.com`,
      TenantId: account.accountId,
      CreateDate: milliseconds,
      UpdateDate: milliseconds,
    });
    expect(granted(application)).toEqual(['openid']);
    expect(await get()).toEqual(application);
    expect(await list()).toEqual([
      { ...application, CreateDate: world.isoNow(), UpdateDate: world.isoNow() },
    ]);
  });

  it('sets the scopes of what is installed', async () => {
    const before = await install({ Scopes: 'profile' });
    world.advance(1000);
    await install({ Scopes: 'aliuid' });
    const after = await get();
    expect(granted(after)).toEqual(['openid', 'aliuid']);
    expect(after.CreateDate).toBe(before.CreateDate);
    expect(after.UpdateDate).toBe(String(Number(before.UpdateDate) + 1000));
    expect(await list()).toHaveLength(1);
  });

  it('keeps scopes of other services', async () => {
    await install({ Scopes: '/acs/other;profile' });
    expect(granted(await get())).toEqual(['openid', 'profile', '/acs/other']);
  });

  it('knows no other scopes', async () => {
    expect(await refusal(install({ Scopes: 'unknown' }))).toBe('InvalidParameter.Scopes.Format');
    expect(await list()).toEqual([]);
  });

  it('is not for applications of the account itself', async () => {
    const { Application } = await account.ims('CreateApplication', {
      AppName: 'own',
      DisplayName: 'own',
      AppType: 'WebApp',
    });
    const own = { AppId: (Application as { AppId: string }).AppId };
    expect(await refusal(install(own))).toBe('InvalidParameter.AppId');
    expect(await list()).toEqual([]);
  });

  it('is refused beyond the quota, but not for what is installed', async () => {
    await install();
    await install({ AppId: '1' });
    expect(await refusal(install({ AppId: '2' }))).toBe('LimitExceeded.Application');
    await install({ Scopes: 'profile' });
    expect((await list()).map(({ ForeignAppId }) => ForeignAppId)).toEqual(['1', AppId]);
  });
});

describe('DeprovisionExternalApplication', () => {
  it('uninstalls the application', async () => {
    await install();
    await account.ims('DeprovisionExternalApplication', { AppId });
    expect(await list()).toEqual([]);
    expect(await refusal(get())).toBe('EntityNotExist.Application');
  });

  it('is refused for what is not installed', async () => {
    const call = account.ims('DeprovisionExternalApplication', { AppId });
    expect(await refusal(call)).toBe('EntityNotExist.Application');
  });
});
