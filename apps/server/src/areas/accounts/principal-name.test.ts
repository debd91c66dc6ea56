import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestAccount, type World } from '../../../test/area-harness.ts';
import {
  defaultDomain,
  groupNameFromPrincipalName,
  groupPrincipalName,
  replaceAlias,
  roleNameFromPrincipalName,
  rolePrincipalName,
  userNameFromPrincipalName,
  userPrincipalName,
} from './index.ts';

let world: World;
let account: TestAccount;
let accountId: string;

beforeAll(async () => {
  world = await openWorld();
  account = await world.account();
  ({ accountId } = account);
});
afterAll(() => world.close());

function nameIn(principalName: string, of = account): Promise<string | undefined> {
  return world.change(of.root, scope => userNameFromPrincipalName(scope, principalName));
}

describe('the principal name of a user', () => {
  it('is read back from the domain that it was made with', async () => {
    const domain = await world.change(account.root, defaultDomain);
    const principalName = userPrincipalName('Alice.B', domain);
    expect(principalName).toBe(`Alice.B@${accountId}.onaliyun.com`);
    expect(await nameIn(principalName)).toBe('Alice.B');
  });

  it('may also end in the id of the account, and letter case of the domain does not matter', async () => {
    expect(await nameIn(`alice@${accountId}`)).toBe('alice');
    expect(await nameIn(`alice@${accountId}.OnAliyun.COM`)).toBe('alice');
  });

  it('ends in the alias of an account that has one, or still in its id, but in no alias of before', async () => {
    const named = await world.account();
    for (const alias of ['before', 'acme'])
      await world.change(named.root, scope => replaceAlias(scope, alias));
    expect(await world.change(named.root, defaultDomain)).toBe('acme.onaliyun.com');
    for (const domain of ['acme', 'ACME.onaliyun.com', named.accountId, `${named.accountId}.onaliyun.com`]) {
      expect([domain, await nameIn(`alice@${domain}`, named)]).toEqual([domain, 'alice']);
    }
    expect(await nameIn('alice@before.onaliyun.com', named)).toBeUndefined();
    expect(await nameIn('alice@acme.onaliyun.com')).toBeUndefined();
  });

  it.each([
    'alice',
    '',
    '@<id>',
    '<id>.onaliyun.com',
    'alice@',
    'alice@6543210987654321.onaliyun.com',
    'alice@6543210987654321',
    'alice@onaliyun.com',
    'alice@.onaliyun.com',
    'alice@<id>.onaliyun.com.example.com',
    'alice@example.com@<id>',
    'alice@ <id>',
  ])('of nobody here is %j', async text => {
    expect(await nameIn(text.replace('<id>', accountId))).toBeUndefined();
  });
});

describe('the principal names of groups and roles', () => {
  it('are read back as such, each in its own domain', async () => {
    const domain = await world.change(account.root, defaultDomain);
    const names = [groupPrincipalName('Staff', domain), rolePrincipalName('Staff', accountId)];
    expect(names).toEqual([
      `Staff@group.${accountId}.onaliyun.com`,
      `Staff@role.${accountId}.onaliyunservice.com`,
    ]);
    for (const [at, read] of [groupNameFromPrincipalName, roleNameFromPrincipalName].entries()) {
      for (const [each, name] of [...names, userPrincipalName('Staff', domain), 'Staff', '@'].entries()) {
        const found = await world.change(account.root, scope => read(scope, name));
        expect([name, found]).toEqual([name, each === at ? 'Staff' : undefined]);
      }
    }
  });
});
