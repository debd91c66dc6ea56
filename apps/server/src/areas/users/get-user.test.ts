import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let aliceId: string;

beforeAll(async () => {
  world = await openWorld();
  account = await world.account();
  aliceId = await account.user('Alice');
});
afterAll(() => world.close());

describe('RAM GetUser', () => {
  it('finds a user whatever the case of the name, and shows the name as it was given', async () => {
    const { User } = await account.ram('GetUser', { UserName: 'aLICE' });
    expect(User).toEqual({
      UserId: aliceId,
      UserName: 'Alice',
      DisplayName: '',
      MobilePhone: '',
      Email: '',
      Comments: '',
      CreateDate: '2026-01-02T03:04:05Z',
      UpdateDate: '2026-01-02T03:04:05Z',
      LastLoginDate: '',
    });
  });

  it('is authorized on the user that is named, whether it exists or not', async () => {
    expect(await account.resources('Ram', 'GetUser', { UserName: 'Alice' })).toEqual(['user/Alice']);
    expect(await account.resources('Ram', 'GetUser', { UserName: 'nobody' })).toEqual(['user/nobody']);
  });

  it('refuses a name of nobody', async () => {
    expect(await refusal(account.ram('GetUser', { UserName: 'nobody' }))).toBe('EntityNotExist.User');
  });
});

describe('IMS GetUser', () => {
  it('finds the same user by principal name, id and AccessKey', async () => {
    const key = await account.accessKey('Alice');
    const byName = await account.ims('GetUser', { UserPrincipalName: account.principal('alice') });
    expect(byName).toEqual({
      User: {
        UserId: aliceId,
        UserName: 'Alice',
        UserPrincipalName: account.principal('Alice'),
        DisplayName: '',
        MobilePhone: '',
        Email: '',
        Comments: '',
        CreateDate: '2026-01-02T03:04:05Z',
        UpdateDate: '2026-01-02T03:04:05Z',
        LastLoginDate: '',
        ProvisionType: 'Manual',
        Tags: { Tag: [] },
      },
    });
    expect(await account.ims('GetUser', { UserId: aliceId })).toEqual(byName);
    expect(await account.ims('GetUser', { UserAccessKeyId: key })).toEqual(byName);
    expect(await account.ims('GetUser', { UserPrincipalName: `alice@${account.accountId}` })).toEqual(byName);
  });

  it('is authorized on the name of the user, however it is referred to', async () => {
    const key = await account.accessKey('Alice');
    for (const parameters of [
      { UserPrincipalName: account.principal('Alice') },
      { UserId: aliceId },
      { UserAccessKeyId: key },
    ]) {
      expect(await account.resources('Ims', 'GetUser', parameters)).toEqual(['user/Alice']);
    }
  });

  it('is authorized on the collection when an id, a key or a domain names nobody of this account', async () => {
    const other = await world.account();
    const spyId = await other.user('spy');
    const spyKey = await other.accessKey('spy');
    const rootKey = await account.accessKey();
    for (const parameters of [
      { UserId: '209999999999999999' },
      { UserId: spyId },
      { UserAccessKeyId: 'LTAInobody' },
      { UserAccessKeyId: spyKey },
      { UserAccessKeyId: rootKey },
      { UserPrincipalName: other.principal('spy') },
    ]) {
      expect(await account.resources('Ims', 'GetUser', parameters)).toEqual(['user/*']);
      expect(await refusal(account.ims('GetUser', parameters))).toBe('EntityNotExist.User');
    }
  });

  it.each<WireParameters>([
    {},
    { UserPrincipalName: '', UserId: '' },
    { UserPrincipalName: 'a@b', UserId: '1' },
    { UserPrincipalName: 'a@b', UserId: '1', UserAccessKeyId: 'LTAI' },
  ])('wants exactly one reference, not %j', async parameters => {
    expect(await refusal(account.ims('GetUser', parameters))).toBe('InvalidParameter');
    expect(await refusal(account.resources('Ims', 'GetUser', parameters))).toBe('InvalidParameter');
  });
});
