import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { applications: 3 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

type Shown = Record<string, unknown>;
type Parameters = Record<string, string>;

const create = async (AppName: string, more: Parameters = {}): Promise<Shown> => {
  const given = { AppName, DisplayName: 'App', AppType: 'WebApp', ...more };
  return (await account.ims('CreateApplication', given)).Application as Shown;
};

const idOf = ({ AppId }: Shown) => String(AppId);

const get = async (AppId: string) => (await account.ims('GetApplication', { AppId })).Application as Shown;

const list = async () => {
  const { Applications } = await account.ims('ListApplications');
  return (Applications as { Application: Shown[] }).Application;
};

const names = async () => (await list()).map(({ AppName }) => AppName);

/** The scopes of an application; required ones with a mark. */
const scopesOf = ({ DelegatedScope }: Shown) => {
  const { PredefinedScopes } = DelegatedScope as {
    PredefinedScopes: { PredefinedScope: { Name: string; Required: boolean }[] };
  };
  return PredefinedScopes.PredefinedScope.map(({ Name, Required }) => (Required ? `${Name}!` : Name));
};

describe('CreateApplication', () => {
  it('shows what was given, and the defaults of what was not', async () => {
    const bornAt = world.isoNow();
    const application = await create('Shop', {
      RedirectUris: 'https://shop.example/b;https://shop.example/a?x=1',
      PredefinedScopes: 'profile;aliuid',
      RequiredScopes: 'profile',
    });
    expect(application).toEqual({
      AppId: expect.stringMatching(/^5\d{17}$/),
      AppName: 'Shop',
      DisplayName: 'App',
      AppType: 'WebApp',
      AccountId: account.accountId,
      RedirectUris: { RedirectUri: ['https://shop.example/b', 'https://shop.example/a?x=1'] },
      DelegatedScope: {
        PredefinedScopes: {
          PredefinedScope: [
            { Name: 'openid', Description: 'Obtain the OpenID of the user.', Required: true },
            {
              Name: 'aliuid',
              Description: 'Obtain the account ID and the user ID of the user.',
              Required: false,
            },
            {
              Name: 'profile',
              Description: 'Obtain the name and the logon name of the user.',
              Required: true,
            },
          ],
        },
      },
      SecretRequired: true,
      AccessTokenValidity: 3600,
      RefreshTokenValidity: 7_776_000,
      IsMultiTenant: false,
      ProtocolVersion: '2.0',
      CreateDate: bornAt,
      UpdateDate: bornAt,
    });
    expect(await get(idOf(application))).toEqual(application);
    expect(await list()).toEqual([application]);
  });

  it.each([
    ['WebApp', { SecretRequired: true, RefreshTokenValidity: 7_776_000, IsMultiTenant: false }],
    ['ServerApp', { SecretRequired: true, RefreshTokenValidity: 2_592_000, IsMultiTenant: true }],
    ['NativeApp', { SecretRequired: false, RefreshTokenValidity: 2_592_000, IsMultiTenant: true }],
  ])('gives a %s the defaults of its type', async (AppType, defaults) => {
    expect(await create('a', { AppType })).toMatchObject(defaults);
  });

  it('lets only a NativeApp choose whether it needs a secret', async () => {
    const native = await create('a', { AppType: 'NativeApp', SecretRequired: 'true' });
    const web = await create('b', { SecretRequired: 'false' });
    expect([native.SecretRequired, web.SecretRequired]).toEqual([true, true]);
  });

  it('refuses a name that differs only in case', async () => {
    await create('Shop');
    expect(await refusal(create('SHOP'))).toBe('EntityAlreadyExists.Application');
    expect(await names()).toEqual(['Shop']);
    account = await world.account();
    await create('SHOP');
  });

  it('refuses one more than the limit', async () => {
    const [first] = [await create('a'), await create('b'), await create('c')];
    expect(await refusal(create('d'))).toBe('LimitExceeded.Application');
    await account.ims('DeleteApplication', { AppId: idOf(first) });
    await create('d');
    expect(await names()).toEqual(['b', 'c', 'd']);
  });

  it.each([
    'http://shop.example/cb',
    'https:shop.example',
    'https://u@shop.example/',
    'https://shop.example/#x',
    'https://shop.example/a b',
    'https://*.shop.example/',
    'https://shop.example\\@other.example/',
    'https://shop.example/\\other.example',
    'com.example.shop:/\\other.example',
    'https:///shop.example/',
    'https://\u0455hop.example/',
    'http://0x7f.1/',
    'http://127.0.0.1.shop.example/',
    'http://localhost.shop.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'shop:/cb',
    '/cb',
    'https://shop.example/;',
    'https://shop.example/;https://shop.example/',
    Array.from({ length: 21 }, (_, at) => `https://shop.example/${at}`).join(';'),
  ])('refuses the redirect URIs %s', async RedirectUris => {
    const given = create('a', { AppType: 'NativeApp', RedirectUris });
    expect(await refusal(given)).toBe('InvalidParameter.RedirectUris.Format');
    expect(await names()).toEqual([]);
  });

  it('lets only a NativeApp have a scheme of its own', async () => {
    const RedirectUris = 'com.example.shop:/cb;http://[::1]:8080/cb';
    const native = await create('a', { AppType: 'NativeApp', RedirectUris });
    expect(native.RedirectUris).toEqual({ RedirectUri: RedirectUris.split(';') });
    for (const AppType of ['WebApp', 'ServerApp']) {
      expect(await refusal(create('b', { AppType, RedirectUris }))).toBe('InvalidParameter.RedirectUris');
    }
    expect(await names()).toEqual(['a']);
  });

  it.each([
    [{ PredefinedScopes: 'unknown' }, 'InvalidParameter.PredefinedScopes.Format'],
    [{ PredefinedScopes: 'profile;profile' }, 'InvalidParameter.PredefinedScopes.Format'],
    [{ PredefinedScopes: '/acs/' }, 'InvalidParameter.PredefinedScopes.Format'],
    [{ PredefinedScopes: '/acs/SCIM' }, 'InvalidParameter.PredefinedScopes.Format'],
    [{ PredefinedScopes: '/acs/a/b' }, 'InvalidParameter.PredefinedScopes.Format'],
    [{ PredefinedScopes: '/scs/other' }, 'InvalidParameter.PredefinedScopes.Format'],
    [{ PredefinedScopes: `/acs/${'x'.repeat(65)}` }, 'InvalidParameter.PredefinedScopes.Format'],
    [
      { PredefinedScopes: Array.from({ length: 21 }, (_, at) => `/acs/s${at}`).join(';') },
      'InvalidParameter.PredefinedScopes.Format',
    ],
    [{ PredefinedScopes: '/acs/a', RequiredScopes: '/acs/b' }, 'InvalidParameter.RequiredScopes'],
    [{ PredefinedScopes: '/acs/scim' }, 'InvalidParameter.PredefinedScopes'],
    [{ PredefinedScopes: 'aliuid', RequiredScopes: 'profile' }, 'InvalidParameter.RequiredScopes'],
  ])('refuses the scopes %o', async (scopes, code) => {
    expect(await refusal(create('a', scopes))).toBe(code);
    expect(await names()).toEqual([]);
  });

  it('keeps scopes of other services, which stand last', async () => {
    const application = await create('a', {
      PredefinedScopes: '/acs/z-1;profile;/acs/a_2',
      RequiredScopes: '/acs/a_2',
    });
    expect(scopesOf(application)).toEqual(['openid!', 'profile', '/acs/z-1', '/acs/a_2!']);
    expect(await get(idOf(application))).toEqual(application);
    expect(JSON.stringify(application)).toContain('It is kept and has no effect.');
  });

  it('lets a ServerApp manage users', async () => {
    const application = await create('a', { AppType: 'ServerApp', PredefinedScopes: '/acs/scim' });
    expect(scopesOf(application)).toEqual(['openid!', '/acs/scim']);
  });
});

describe('UpdateApplication', () => {
  const update = async (AppId: string, more: Parameters) =>
    (await account.ims('UpdateApplication', { AppId, ...more })).Application as Shown;

  it('changes what is given and nothing else', async () => {
    const before = await create('a', { RedirectUris: 'https://a.example/', PredefinedScopes: 'profile' });
    world.advance(5000);
    const after = await update(idOf(before), { NewDisplayName: 'New', NewAccessTokenValidity: '900' });
    expect(after).toEqual({
      ...before,
      DisplayName: 'New',
      AccessTokenValidity: 900,
      UpdateDate: world.isoNow(),
    });
    expect(await get(idOf(before))).toEqual(after);
  });

  it('replaces URIs and scopes, and drops what is required of scopes that are gone', async () => {
    const both = { PredefinedScopes: 'aliuid;profile', RequiredScopes: 'aliuid;profile' };
    const id = idOf(await create('a', { ...both, RedirectUris: 'https://a.example/' }));
    await update(id, { NewRedirectUris: 'https://b.example/', NewPredefinedScopes: 'profile' });
    const after = await get(id);
    expect(after.RedirectUris).toEqual({ RedirectUri: ['https://b.example/'] });
    expect(scopesOf(after)).toEqual(['openid!', 'profile!']);
  });

  it('takes all away with an empty text, but never openid', async () => {
    const given = { RedirectUris: 'https://a.example/', PredefinedScopes: 'profile' };
    const id = idOf(await create('a', given));
    await update(id, { NewRedirectUris: '', NewPredefinedScopes: '' });
    const after = await get(id);
    expect(after.RedirectUris).toEqual({ RedirectUri: [] });
    expect(scopesOf(after)).toEqual(['openid!']);
  });

  it.each([
    [{ NewPredefinedScopes: '/acs/scim' }, 'InvalidParameter.NewPredefinedScopes'],
    [{ NewRequiredScopes: 'profile' }, 'InvalidParameter.NewRequiredScopes'],
    [{ NewRedirectUris: 'com.example.a:/cb' }, 'InvalidParameter.NewRedirectUris'],
  ])('refuses %o and changes nothing', async (more, code) => {
    const before = await create('a');
    expect(await refusal(update(idOf(before), { NewDisplayName: 'New', ...more }))).toBe(code);
    expect(await get(idOf(before))).toEqual(before);
  });

  it('lets only a NativeApp do without a secret', async () => {
    const web = await create('a');
    const native = await create('b', { AppType: 'NativeApp', SecretRequired: 'true' });
    for (const each of [web, native]) await update(idOf(each), { NewSecretRequired: 'false' });
    expect((await list()).map(({ SecretRequired }) => SecretRequired)).toEqual([true, false]);
  });
});

describe('DeleteApplication', () => {
  it('deletes the secrets and the installation too', async () => {
    const AppId = idOf(await create('a'));
    await account.ims('CreateAppSecret', { AppId });
    await account.ims('ProvisionApplication', { AppId });
    await account.ims('DeleteApplication', { AppId });
    expect(await names()).toEqual([]);
    expect((await account.ims('ListApplicationProvisionInfos')).ApplicationProvisionInfos).toEqual({
      ApplicationProvisionInfo: [],
    });
  });

  it('leaves other applications as they are', async () => {
    const AppId = idOf(await create('a'));
    const other = idOf(await create('b'));
    await account.ims('CreateAppSecret', { AppId: other });
    await account.ims('ProvisionApplication', { AppId: other });
    await account.ims('DeleteApplication', { AppId });
    const { AppSecrets } = await account.ims('ListAppSecretIds', { AppId: other });
    expect((AppSecrets as { AppSecret: Shown[] }).AppSecret).toHaveLength(1);
    await account.ims('GetApplicationProvisionInfo', { AppId: other });
  });
});

describe('ListPredefinedScopes', () => {
  it.each([
    [{}, ['openid', 'aliuid', 'profile', '/acs/scim']],
    [{ AppType: 'ServerApp' }, ['openid', 'aliuid', 'profile', '/acs/scim']],
    [{ AppType: 'WebApp' }, ['openid', 'aliuid', 'profile']],
    [{ AppType: 'NativeApp' }, ['openid', 'aliuid', 'profile']],
  ])('of %o shows what CreateApplication takes', async (type: Parameters, expected) => {
    const { PredefinedScopes } = await account.ims('ListPredefinedScopes', type);
    const { PredefinedScope } = PredefinedScopes as { PredefinedScope: { Name: string }[] };
    const shown = PredefinedScope.map(({ Name }) => Name);
    expect(shown).toEqual(expected);
    const { AppType = 'ServerApp' } = type;
    await create('a', { AppType, PredefinedScopes: shown.join(';') });
  });
});

describe('an application that does not exist', () => {
  it.each([
    ['GetApplication', {}],
    ['UpdateApplication', {}],
    ['DeleteApplication', {}],
    ['CreateAppSecret', {}],
    ['GetAppSecret', { AppSecretId: 'a' }],
    ['ListAppSecretIds', {}],
    ['DeleteAppSecret', { AppSecretId: 'a' }],
    ['ProvisionApplication', {}],
    ['DeprovisionApplication', {}],
    ['GetApplicationProvisionInfo', {}],
  ])('is what %s says, of another account too', async (operation, more) => {
    const elsewhere = idOf(await create('a'));
    const owner = account;
    account = await world.account();
    for (const AppId of ['1', elsewhere]) {
      expect(await refusal(account.ims(operation, { AppId, ...more }))).toBe('EntityNotExist.Application');
    }
    account = owner;
    expect(await names()).toEqual(['a']);
  });
});
