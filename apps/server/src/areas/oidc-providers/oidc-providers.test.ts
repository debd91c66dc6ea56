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

type Parameters = Record<string, string>;

const create = (name: string, more: Parameters = {}) =>
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
    expect(account.touched).toEqual([{ kind: 'oidc-provider', id: expect.stringMatching(/^oidc-/) }]);
    expect(await get('corp.idp')).toEqual(OIDCProvider);
  });

  it('makes another provider of a name that an earlier one had, which sessions of that one are not born from', async () => {
    const given = { OIDCProviderName: 'again', IssuerUrl: `${ISSUER}/again`, ClientIds: 'a' };
    await account.ims('CreateOIDCProvider', given);
    const [earlier] = account.touched;
    await account.ims('UpdateOIDCProvider', { OIDCProviderName: 'again', ClientIds: 'b' });
    expect(account.touched).toEqual([earlier]);
    await account.ims('DeleteOIDCProvider', { OIDCProviderName: 'again' });
    expect(account.touched).toEqual([earlier]);
    await account.ims('CreateOIDCProvider', given);
    expect(account.touched).not.toEqual([earlier]);
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

  it('refuses another spelling of an issuer that is registered, which it shows as it was given', async () => {
    const issuer = 'https://Token.example/realms/a';
    await create('first', { IssuerUrl: issuer });
    for (const IssuerUrl of [
      'https://token.example/realms/a',
      'https://token.example/realms/a/',
      'https://token.example:443/realms/a',
      'https://token.example/realms/b/../a',
    ]) {
      expect(await refusal(create('other', { IssuerUrl }))).toBe('EntityAlreadyExists.OIDCProvider.Url');
    }
    await create('other', { IssuerUrl: 'https://token.example/realms/A' });
    expect((await get('first')).IssuerUrl).toBe(issuer);
    expect(await names()).toEqual(['first', 'other']);
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
    'https://token.example/a\tb',
    'https://token.example\\a',
    'https://t\u043eken.example',
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
    ['Fingerprints', 'ab:cd'],
    ['Fingerprints', 'fg'],
    ['Fingerprints', 'FG'],
    ['Fingerprints', 'AABB,aaBB'],
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
    const ClientIds = Array.from({ length: 51 }, (_, at) => `c${at}`).join();
    const many = account.ims('UpdateOIDCProvider', { OIDCProviderName: 'a', ClientIds });
    expect(await refusal(many)).toBe('LimitExceeded.OIDCProvider.ClientId');
    expect(await get('a')).toMatchObject({ ClientIds: 'z' });
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
    await create('a', { [list]: 'c' });
    expect(await refusal(change(add, 'c'))).toBe(`EntityAlreadyExists.OIDCProvider.${noun}`);
    expect(await refusal(change(remove, 'd'))).toBe(`EntityNotExist.OIDCProvider.${noun}`);
    expect((await get('a'))[list]).toBe('c');
  });

  it('is refused beyond the limit, alone or with others', async () => {
    const all = Array.from({ length: most }, (_, at) => `a${at}`).join();
    await create('a', { [list]: all });
    expect(await refusal(change(add, 'b'))).toBe(`LimitExceeded.OIDCProvider.${noun}`);
    expect(await refusal(create('b', { [list]: `${all},b` }))).toBe(`LimitExceeded.OIDCProvider.${noun}`);
    expect((await get('a'))[list]).toBe(all);
    expect(await names()).toEqual(['a']);
  });

  it('is refused beyond the limit that the operator sets', async () => {
    const limits = { clientIdsPerOidcProvider: 1, fingerprintsPerOidcProvider: 1 };
    const other = await openWorld({ limits });
    try {
      account = await other.account();
      await create('a', { [list]: 'a' });
      expect(await refusal(change(add, 'b'))).toBe(`LimitExceeded.OIDCProvider.${noun}`);
      expect(await refusal(create('b', { [list]: 'a,b' }))).toBe(`LimitExceeded.OIDCProvider.${noun}`);
    } finally {
      await other.close();
    }
  });
});

describe('the letter case of', () => {
  const change = (operation: string, more: Parameters) =>
    account.ims(operation, { OIDCProviderName: 'a', ...more });

  it('a fingerprint is shown as it was given, and says nothing', async () => {
    await create('a', { Fingerprints: 'AABB,c0' });
    const again = change('AddFingerprintToOIDCProvider', { Fingerprint: 'aabb' });
    expect(await refusal(again)).toBe('EntityAlreadyExists.OIDCProvider.Fingerprint');
    expect((await get('a')).Fingerprints).toBe('AABB,c0');
    await change('RemoveFingerprintFromOIDCProvider', { Fingerprint: 'aaBB' });
    expect((await get('a')).Fingerprints).toBe('c0');
  });

  it('a client id tells it from others', async () => {
    await create('a', { ClientIds: 'App,app' });
    await change('AddClientIdToOIDCProvider', { ClientId: 'APP' });
    await change('RemoveClientIdFromOIDCProvider', { ClientId: 'app' });
    expect((await get('a')).ClientIds).toBe('App,APP');
  });
});

describe('a fingerprint that is not hexadecimal', () => {
  it('is neither added nor looked for', async () => {
    await create('a', { Fingerprints: 'ab' });
    for (const verb of ['AddFingerprintTo', 'RemoveFingerprintFrom']) {
      const call = account.ims(`${verb}OIDCProvider`, { OIDCProviderName: 'a', Fingerprint: 'xy' });
      expect(await refusal(call)).toBe('InvalidParameter.Fingerprint.InvalidChars');
    }
    expect((await get('a')).Fingerprints).toBe('ab');
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
