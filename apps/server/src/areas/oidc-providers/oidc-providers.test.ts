import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

const ISSUER = 'https://token.example/realms/a';
const FINGERPRINT = '902ef2deeb3c5b13ea4c3d5193629309e231ae55';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { oidcProviders: 3 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

const create = (name: string, more: Record<string, string> = {}) =>
  account.ims('CreateOIDCProvider', {
    OIDCProviderName: name,
    IssuerUrl: `https://token.example/${name.toLowerCase()}`,
    ...more,
  });

const get = async (name: string) =>
  (await account.ims('GetOIDCProvider', { OIDCProviderName: name })).OIDCProvider as Record<string, unknown>;

const names = async () => {
  const { OIDCProviders } = await account.ims('ListOIDCProviders', {});
  const { OIDCProvider } = OIDCProviders as { OIDCProvider: { OIDCProviderName: string }[] };
  return OIDCProvider.map(({ OIDCProviderName }) => OIDCProviderName);
};

describe('CreateOIDCProvider', () => {
  it('shows what was given, and the defaults of what was not', async () => {
    const bornAt = world.isoNow();
    const { OIDCProvider } = await account.ims('CreateOIDCProvider', {
      OIDCProviderName: 'Corp.IdP',
      IssuerUrl: ISSUER,
      ClientIds: 'b,a',
      Fingerprints: FINGERPRINT,
    });
    const milliseconds = String(Date.parse(bornAt));
    expect(OIDCProvider).toEqual({
      OIDCProviderName: 'Corp.IdP',
      Arn: `acs:ram::${account.accountId}:oidc-provider/Corp.IdP`,
      IssuerUrl: ISSUER,
      ClientIds: 'b,a',
      Fingerprints: FINGERPRINT,
      IssuanceLimitTime: 12,
      Description: '',
      CreateDate: bornAt,
      UpdateDate: bornAt,
      GmtCreate: milliseconds,
      GmtModified: milliseconds,
    });
    expect(account.touched).toEqual([{ kind: 'oidc-provider', id: 'corp.idp' }]);
    expect(await get('corp.idp')).toEqual(OIDCProvider);
  });

  it('refuses a name that differs only in case, and an issuer that is registered', async () => {
    await create('Corp', { IssuerUrl: ISSUER });
    expect(await refusal(create('CORP'))).toBe('EntityAlreadyExists.OIDCProvider');
    expect(await refusal(create('other', { IssuerUrl: ISSUER }))).toBe(
      'EntityAlreadyExists.OIDCProvider.Url',
    );
    expect(await names()).toEqual(['Corp']);
    account = await world.account();
    await create('other', { IssuerUrl: ISSUER });
  });

  it('refuses one more than the limit', async () => {
    for (const name of ['a', 'b', 'c']) await create(name);
    expect(await refusal(create('d'))).toBe('LimitExceeded.OIDCProvider');
    await account.ims('DeleteOIDCProvider', { OIDCProviderName: 'b' });
    await create('d');
  });

  it.each([
    'http://token.example',
    'https://',
    'https://token.example?x',
    'https://token.example#x',
    'https://u@token.example',
    'https://token.example/a b',
    'token.example',
  ])('refuses the issuer %s', async IssuerUrl => {
    expect(await refusal(create('a', { IssuerUrl }))).toBe('InvalidParameter.IssuerUrl.Format');
    expect(await names()).toEqual([]);
  });

  it.each([
    ['ClientIds', 'a,,b'],
    ['ClientIds', 'a,a'],
    ['ClientIds', 'a, b'],
    ['ClientIds', '-a'],
    ['ClientIds', Array.from({ length: 51 }, (_, at) => `c${at}`).join()],
    ['Fingerprints', 'ab:cd'],
    ['Fingerprints', 'a,b,c,d,e,f'],
  ])('refuses %s that are %s', async (list, value) => {
    expect(await refusal(create('a', { [list]: value }))).toBe(`InvalidParameter.${list}.Format`);
  });

  it.each(['-a', 'a-', '.'])('refuses the name %s', async name => {
    expect(await refusal(create(name))).toBe('InvalidParameter.OIDCProviderName.Format');
  });
});

describe('UpdateOIDCProvider', () => {
  it('replaces the client ids that are given, and leaves the rest', async () => {
    await create('a', { ClientIds: 'x,y', Fingerprints: 'ab', Description: 'old' });
    world.advance(5000);
    await account.ims('UpdateOIDCProvider', { OIDCProviderName: 'A', ClientIds: 'z' });
    expect(await get('a')).toMatchObject({
      OIDCProviderName: 'a',
      ClientIds: 'z',
      Fingerprints: 'ab',
      Description: 'old',
      IssuanceLimitTime: 12,
      UpdateDate: world.isoNow(),
    });
    await account.ims('UpdateOIDCProvider', {
      OIDCProviderName: 'a',
      IssuanceLimitTime: '1',
      NewDescription: '',
    });
    expect(await get('a')).toMatchObject({ ClientIds: 'z', IssuanceLimitTime: 1, Description: '' });
  });
});

describe.each([
  ['ClientId', 'AddClientIdToOIDCProvider', 'RemoveClientIdFromOIDCProvider', 'ClientIds', 50],
  ['Fingerprint', 'AddFingerprintToOIDCProvider', 'RemoveFingerprintFromOIDCProvider', 'Fingerprints', 5],
])('a single %s', (noun, add, remove, list, most) => {
  const change = (operation: string, value: string) =>
    account.ims(operation, { OIDCProviderName: 'a', [noun]: value });

  it('is added behind the others and taken away from among them', async () => {
    await create('a');
    for (const value of ['c', 'a', 'b']) await change(add, value);
    await change(remove, 'a');
    expect((await get('a'))[list]).toBe('c,b');
  });

  it('is not added twice, nor taken away when it is not there', async () => {
    await create('a', { [list]: 'x' });
    expect(await refusal(change(add, 'x'))).toBe(`EntityAlreadyExists.OIDCProvider.${noun}`);
    expect(await refusal(change(remove, 'y'))).toBe(`EntityNotExist.OIDCProvider.${noun}`);
    expect((await get('a'))[list]).toBe('x');
  });

  it('is refused beyond the limit', async () => {
    const all = Array.from({ length: most }, (_, at) => `v${at}`).join();
    await create('a', { [list]: all });
    expect(await refusal(change(add, 'more'))).toBe(`LimitExceeded.OIDCProvider.${noun}`);
    expect((await get('a'))[list]).toBe(all);
  });
});

describe('a provider that does not exist', () => {
  it.each([
    ['GetOIDCProvider', {}],
    ['UpdateOIDCProvider', {}],
    ['DeleteOIDCProvider', {}],
    ['AddClientIdToOIDCProvider', { ClientId: 'a' }],
    ['RemoveFingerprintFromOIDCProvider', { Fingerprint: 'a' }],
  ])('is what %s says', async (operation, more) => {
    expect(await refusal(account.ims(operation, { OIDCProviderName: 'none', ...more }))).toBe(
      'EntityNotExist.OIDCProvider',
    );
  });

  it('is what a deleted one becomes', async () => {
    await create('a');
    await account.ims('DeleteOIDCProvider', { OIDCProviderName: 'A' });
    expect(await names()).toEqual([]);
    expect(await refusal(account.ims('DeleteOIDCProvider', { OIDCProviderName: 'a' }))).toBe(
      'EntityNotExist.OIDCProvider',
    );
  });
});
