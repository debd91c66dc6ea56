import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let AppId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  AppId = await application('shop');
});

type Shown = Record<string, unknown>;

async function application(AppName: string): Promise<string> {
  const { Application } = await account.ims('CreateApplication', {
    AppName,
    DisplayName: `The ${AppName}`,
    AppType: 'WebApp',
    PredefinedScopes: 'aliuid;profile',
    RequiredScopes: 'aliuid',
  });
  return (Application as { AppId: string }).AppId;
}

const install = async (more: Record<string, string> = {}) =>
  (await account.ims('ProvisionApplication', { AppId, ...more })).ApplicationProvisionInfo as Shown;

const get = async () =>
  (await account.ims('GetApplicationProvisionInfo', { AppId })).ApplicationProvisionInfo as Shown;

const list = async (more: Record<string, string> = {}) => {
  const { ApplicationProvisionInfos } = await account.ims('ListApplicationProvisionInfos', more);
  return (ApplicationProvisionInfos as { ApplicationProvisionInfo: Shown[] }).ApplicationProvisionInfo;
};

const granted = ({ DelegatedScope }: Shown) => {
  const { PredefinedScopes } = DelegatedScope as {
    PredefinedScopes: { PredefinedScope: { Name: string }[] };
  };
  return PredefinedScopes.PredefinedScope.map(({ Name }) => Name);
};

describe('ProvisionApplication', () => {
  it('grants all that the application asks for unless it is told otherwise', async () => {
    const milliseconds = String(Date.parse(world.isoNow()));
    const provision = await install();
    const { AppPrincipalName, TenantId, ...shown } = provision;
    expect(AppPrincipalName).toBe(`shop@app.${account.accountId}.onaliyun.com`);
    expect(TenantId).toBe(account.accountId);
    expect(shown).toMatchObject({
      AppId,
      AppName: 'shop',
      DisplayName: 'The shop',
      AccountId: account.accountId,
      CreateDate: milliseconds,
      UpdateDate: milliseconds,
    });
    expect(granted(shown)).toEqual(['openid', 'aliuid', 'profile']);
    expect(await get()).toEqual(shown);
  });

  it('grants what is named, and openid', async () => {
    await install({ Scopes: 'aliuid' });
    expect(granted(await get())).toEqual(['openid', 'aliuid']);
  });

  it.each([
    ['profile', 'InvalidParameter.Scopes.Required'],
    ['aliuid;/acs/scim', 'InvalidParameter.Scopes'],
    ['aliuid;/acs/other', 'InvalidParameter.Scopes'],
    ['aliuid;unknown', 'InvalidParameter.Scopes.Format'],
  ])('refuses the scopes %s', async (Scopes, code) => {
    expect(await refusal(install({ Scopes }))).toBe(code);
    expect(await list()).toEqual([]);
  });

  it('sets the scopes of what is installed', async () => {
    const before = await install();
    world.advance(1000);
    await install({ Scopes: 'aliuid' });
    const after = await get();
    expect(granted(after)).toEqual(['openid', 'aliuid']);
    expect(after.CreateDate).toBe(before.CreateDate);
    expect(after.UpdateDate).toBe(String(Number(before.UpdateDate) + 1000));
    expect(await list()).toHaveLength(1);
  });

  it('leaves as it is what it refuses to set', async () => {
    await install();
    const before = await get();
    world.advance(1000);
    expect(await refusal(install({ Scopes: 'profile' }))).toBe('InvalidParameter.Scopes.Required');
    expect(await get()).toEqual(before);
  });
});

describe('what an application was granted', () => {
  const askFor = (NewPredefinedScopes: string) =>
    account.ims('UpdateApplication', { AppId, NewPredefinedScopes });

  it('does not grow when the application asks for more', async () => {
    await askFor('aliuid');
    await install();
    await askFor('aliuid;profile');
    expect(granted(await get())).toEqual(['openid', 'aliuid']);
  });

  it('ends with the asking, and does not come back with it', async () => {
    await install();
    await askFor('aliuid');
    expect(granted(await get())).toEqual(['openid', 'aliuid']);
    await askFor('aliuid;profile');
    expect(granted(await get())).toEqual(['openid', 'aliuid']);
  });
});

describe('DeprovisionApplication', () => {
  it('uninstalls the application, which stays', async () => {
    await install();
    await account.ims('DeprovisionApplication', { AppId });
    expect(await list()).toEqual([]);
    expect(await refusal(get())).toBe('EntityNotExist.Application.Provision');
    await account.ims('GetApplication', { AppId });
  });

  it('is refused for what is not installed', async () => {
    const call = account.ims('DeprovisionApplication', { AppId });
    expect(await refusal(call)).toBe('EntityNotExist.Application.Provision');
  });
});

describe('ListApplicationProvisionInfos', () => {
  it('shows what is installed, in the order of the names', async () => {
    await install();
    AppId = await application('bank');
    expect((await list()).map(({ AppName }) => AppName)).toEqual(['shop']);
    await install();
    const listed = await list({ SourceType: 'inner' });
    expect(listed.map(({ AppName }) => AppName)).toEqual(['bank', 'shop']);
    expect(listed[0]?.CreateDate).toBe(world.isoNow());
    expect(await list()).toEqual(listed);
  });

  it('shows applications of other accounts behind those of its own, or either alone', async () => {
    await install();
    for (const id of ['2', '1']) {
      await account.ims('ProvisionExternalApplication', { AppId: id, Scopes: 'profile' });
    }
    const idsOf = (listed: readonly Shown[]) => listed.map(({ AppId: id }) => id);
    expect(idsOf(await list())).toEqual([AppId, '1', '2']);
    expect(idsOf(await list({ SourceType: 'inner' }))).toEqual([AppId]);
    const external = await list({ SourceType: 'external' });
    expect(idsOf(external)).toEqual(['1', '2']);
    expect(external.map(granted)).toEqual([
      ['openid', 'profile'],
      ['openid', 'profile'],
    ]);
    expect(external[0]).toMatchObject({
      AppName: '1',
      DisplayName: '1',
      AccountId: '',
      CreateDate: world.isoNow(),
      UpdateDate: world.isoNow(),
    });
    await account.ims('DeprovisionExternalApplication', { AppId: '1' });
    expect(idsOf(await list({ SourceType: 'external' }))).toEqual(['2']);
  });

  it('shows nothing that is installed in another account', async () => {
    await install();
    await account.ims('ProvisionExternalApplication', { AppId: '1' });
    account = await world.account();
    expect(await list()).toEqual([]);
  });
});
