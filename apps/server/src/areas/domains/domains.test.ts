import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount } from '../../../test/area-harness.ts';
import { replaceAlias } from '../accounts/index.ts';

const world = await openWorld();
afterAll(() => world.close());

let account: TestAccount;
beforeEach(async () => {
  account = await world.account();
});

const principalNameOf = async (UserName: string): Promise<unknown> => {
  const { UserBasicInfos } = await account.ims('ListUserBasicInfos');
  return JSON.stringify(UserBasicInfos).match(new RegExp(`${UserName}@[^"]+`))?.[0];
};

describe('alias and default domain', () => {
  it('are two views of one value, the id of the account as long as there is no other', async () => {
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: account.accountId });
    expect(await account.ims('GetDefaultDomain')).toEqual({
      DefaultDomainName: `${account.accountId}.onaliyun.com`,
    });
    await account.ram('SetAccountAlias', { AccountAlias: 'one-two-3' });
    expect(await account.ims('GetDefaultDomain')).toEqual({ DefaultDomainName: 'one-two-3.onaliyun.com' });
    expect(await account.ims('SetDefaultDomain', { DefaultDomainName: 'Four.OnAliyun.com' })).toEqual({
      DefaultDomainName: 'four.onaliyun.com',
    });
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: 'four' });
    await account.ram('ClearAccountAlias');
    await account.ram('ClearAccountAlias');
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: account.accountId });
  });

  it('change every principal name at once, and the alias of before names nobody', async () => {
    await account.user('ann');
    await account.ram('SetAccountAlias', { AccountAlias: 'older' });
    await account.ram('SetAccountAlias', { AccountAlias: 'newer' });
    expect(await principalNameOf('ann')).toBe('ann@newer.onaliyun.com');
    for (const domain of ['NEWER.onaliyun.com', 'newer', account.accountId]) {
      await account.ims('GetUser', { UserPrincipalName: `ANN@${domain}` });
    }
    const older = account.ims('GetUser', { UserPrincipalName: 'ann@older.onaliyun.com' });
    expect(await refusal(older)).toBe('EntityNotExist.User');
  });

  it('are taken back as they are shown, with the longest names', async () => {
    const UserName = 'u'.repeat(64);
    await account.user(UserName);
    await account.ram('SetAccountAlias', { AccountAlias: 'b'.repeat(51) });
    const { DefaultDomainName } = await account.ims('GetDefaultDomain');
    await account.ims('SetDefaultDomain', { DefaultDomainName: String(DefaultDomainName) });
    const UserPrincipalName = String(await principalNameOf(UserName));
    expect(UserPrincipalName).toHaveLength(129);
    expect(await account.ims('GetUser', { UserPrincipalName })).toMatchObject({
      User: { UserPrincipalName },
    });
  });

  it('take the name of a new user in the new domain', async () => {
    await account.ram('SetAccountAlias', { AccountAlias: 'fresh' });
    const create = (UserPrincipalName: string) =>
      account.ims('CreateUser', { UserPrincipalName, DisplayName: 'x' });
    expect(await create('bob@fresh.onaliyun.com')).toMatchObject({
      User: { UserPrincipalName: 'bob@fresh.onaliyun.com' },
    });
    expect(await refusal(create('carl@stale.onaliyun.com'))).toBe(
      'InvalidParameter.UserPrincipalName.Format',
    );
  });

  it('belong to one account, until it gives them up', async () => {
    const other = await world.account();
    await other.ram('SetAccountAlias', { AccountAlias: 'wanted' });
    await account.ram('SetAccountAlias', { AccountAlias: 'mine' });
    const take = [
      () => account.ram('SetAccountAlias', { AccountAlias: 'wanted' }),
      () => account.ims('SetDefaultDomain', { DefaultDomainName: 'WANTED.onaliyun.com' }),
    ];
    for (const attempt of take) expect(await refusal(attempt())).toBe('EntityAlreadyExists.AccountAlias');
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: 'mine' });
    expect(await other.ram('GetAccountAlias')).toEqual({ AccountAlias: 'wanted' });
    await other.ram('SetAccountAlias', { AccountAlias: 'another' });
    await account.ram('SetAccountAlias', { AccountAlias: 'wanted' });
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: 'wanted' });
  });

  it('may be set to what they are', async () => {
    await account.ram('SetAccountAlias', { AccountAlias: 'steady' });
    await account.ram('SetAccountAlias', { AccountAlias: 'steady' });
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: 'steady' });
  });

  it('never look like the id of another account, there or not, and the own id takes them away', async () => {
    const other = await world.account();
    for (const alias of [other.accountId, '9999999999999999']) {
      expect(await refusal(account.ram('SetAccountAlias', { AccountAlias: alias }))).toBe(
        'EntityAlreadyExists.AccountAlias',
      );
    }
    await expect(account.ram('SetAccountAlias', { AccountAlias: '9999999999999999' })).rejects.toThrow(
      'The alias "9999999999999999" looks like the id of an account',
    );
    await account.ram('SetAccountAlias', { AccountAlias: '123456789012345' });
    await account.ims('SetDefaultDomain', { DefaultDomainName: `${account.accountId}.onaliyun.com` });
    await account.user('ann');
    expect(await principalNameOf('ann')).toBe(`ann@${account.accountId}.onaliyun.com`);
  });
});

describe('a name that is no alias', () => {
  it.each([
    ['ab', 'Length'],
    ['a'.repeat(64), 'Length'],
    ['-abc', 'Format'],
    ['abc-', 'Format'],
    ['a--bc', 'Format'],
    ['Abc', 'Format'],
    ['a.bc', 'Format'],
    ['a_bc', 'Format'],
    ['äbc', 'Format'],
  ])('%s is refused for its %s', async (AccountAlias, ending) => {
    const code = await refusal(account.ram('SetAccountAlias', { AccountAlias }));
    expect(code).toBe(`InvalidParameter.AccountAlias.${ending}`);
  });

  it.each([
    'onaliyun.com',
    '.onaliyun.com',
    'ab.onaliyun.com',
    'abc.example.com',
    'abconaliyun.com',
    'a.b.onaliyun.com',
    'abc.onaliyun.com.',
    '-abc.onaliyun.com',
  ])('%s is no default domain', async DefaultDomainName => {
    const code = await refusal(account.ims('SetDefaultDomain', { DefaultDomainName }));
    expect(code).toBe('InvalidParameter.DefaultDomainName.Format');
  });

  it('is one whose domain has more than 64 characters, and the alias of before stays', async () => {
    await account.ram('SetAccountAlias', { AccountAlias: 'shorter' });
    const long = account.ram('SetAccountAlias', { AccountAlias: 'a'.repeat(52) });
    expect(await refusal(long)).toBe('InvalidParameter.AccountAlias.Length');
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias: 'shorter' });
    const domain = account.ims('SetDefaultDomain', { DefaultDomainName: `${'a'.repeat(52)}.onaliyun.com` });
    expect(await refusal(domain)).toBe('InvalidParameter.DefaultDomainName.Length');
  });

  it.each(['abc', 'a'.repeat(51), '1-2-3'])('unlike %s', async AccountAlias => {
    await account.ram('SetAccountAlias', { AccountAlias });
    expect(await account.ram('GetAccountAlias')).toEqual({ AccountAlias });
    await account.ram('ClearAccountAlias');
  });
});

describe('an installation with a suffix of its own', () => {
  it('takes every name that it shows, also one whose alias is older than the suffix', async () => {
    const domainSuffix = `${'d'.repeat(36)}.com`;
    const own = await openWorld({ domainSuffix });
    try {
      const tenant = await own.account();
      const alias = 'a'.repeat(63);
      await own.change(tenant.root, scope => replaceAlias(scope, alias));
      const name = 'u'.repeat(64);
      await tenant.user(name);
      const UserPrincipalName = `${name}@${alias}.${domainSuffix}`;
      expect(await tenant.ims('GetUser', { UserPrincipalName })).toMatchObject({
        User: { UserPrincipalName },
      });
    } finally {
      await own.close();
    }
  });

  it('names accounts and users in it, and in no other', async () => {
    const own = await openWorld({ domainSuffix: 'id.example.com' });
    try {
      const tenant = await own.account();
      expect(await tenant.ims('GetDefaultDomain')).toEqual({
        DefaultDomainName: `${tenant.accountId}.id.example.com`,
      });
      await tenant.ims('SetDefaultDomain', { DefaultDomainName: 'acme.id.example.com' });
      expect(await tenant.ram('GetAccountAlias')).toEqual({ AccountAlias: 'acme' });
      const call = tenant.ims('SetDefaultDomain', { DefaultDomainName: 'other.onaliyun.com' });
      expect(await refusal(call)).toBe('InvalidParameter.DefaultDomainName.Format');
      await tenant.user('ann');
      await tenant.ims('GetUser', { UserPrincipalName: 'ann@acme.id.example.com' });
      const stale = tenant.ims('GetUser', { UserPrincipalName: 'ann@acme.onaliyun.com' });
      expect(await refusal(stale)).toBe('EntityNotExist.User');
    } finally {
      await own.close();
    }
  });
});
