import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { users: 40 } });
  account = await world.account();
});
afterAll(() => world.close());

describe('RAM CreateUser', () => {
  it('shows what was given, and nothing that was not', async () => {
    const reply = await account.ram('CreateUser', {
      UserName: 'Alice.B-c_1',
      DisplayName: '爱丽丝',
      MobilePhone: '86-18600008888',
      Email: 'alice@example.com',
      Comments: 'first line\nsecond line',
    });
    expect(reply).toEqual({
      User: {
        UserId: expect.stringMatching(/^2\d{17}$/),
        UserName: 'Alice.B-c_1',
        DisplayName: '爱丽丝',
        MobilePhone: '86-18600008888',
        Email: 'alice@example.com',
        Comments: 'first line\nsecond line',
        CreateDate: '2026-01-02T03:04:05Z',
      },
    });
  });

  it('makes up no display name for a user who was given none', async () => {
    const { User } = await account.ram('CreateUser', { UserName: 'nameless' });
    expect(User).toMatchObject({ DisplayName: '', MobilePhone: '', Email: '', Comments: '' });
  });

  it('refuses a name that differs from another only in case, and leaves the other as it is', async () => {
    await account.ram('CreateUser', { UserName: 'Carol', Comments: 'the first' });
    expect(await refusal(account.ram('CreateUser', { UserName: 'cAROL', Comments: 'the second' }))).toBe(
      'EntityAlreadyExists.User',
    );
    const { User } = await account.ram('GetUser', { UserName: 'carol' });
    expect(User).toMatchObject({ UserName: 'Carol', Comments: 'the first' });
  });

  it('writes the new user into the change feed', async () => {
    const { User } = await account.ram('CreateUser', { UserName: 'touched' });
    expect(account.touched).toEqual([{ kind: 'user', id: idOf(User) }]);
  });

  it.each([
    [{}, 'MissingUserName'],
    [{ UserName: '' }, 'MissingUserName'],
    [{ UserName: 'a'.repeat(65) }, 'InvalidParameter.UserName.Length'],
    [{ UserName: 'alice smith' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'alice@example.com' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'ａlice' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'x1', DisplayName: 'd'.repeat(129) }, 'InvalidParameter.DisplayName.Length'],
    [{ UserName: 'x1', DisplayName: 'two\nlines' }, 'InvalidParameter.DisplayName.InvalidChars'],
    [{ UserName: 'x1', Comments: 'c'.repeat(129) }, 'InvalidParameter.Comments.Length'],
    [{ UserName: 'x1', Comments: 'nul\u0000' }, 'InvalidParameter.Comments.InvalidChars'],
    [{ UserName: 'x1', MobilePhone: '18600008888' }, 'InvalidParameter.MobilePhone.Format'],
    [{ UserName: 'x1', Email: 'nobody' }, 'InvalidParameter.Email.Format'],
  ])('refuses %j with %s', async (parameters, code) => {
    expect(await refusal(account.ram('CreateUser', parameters))).toBe(code);
    expect(await refusal(account.ram('GetUser', { UserName: 'x1' }))).toBe('EntityNotExist.User');
  });

  it('accepts 128 characters of display name and comments, whatever their size in bytes', async () => {
    const long = '😀'.repeat(128);
    const reply = await account.ram('CreateUser', { UserName: 'long', DisplayName: long, Comments: long });
    expect(reply.User).toMatchObject({ DisplayName: long, Comments: long });
  });

  it('is authorized on the collection', async () => {
    expect(await account.resources('Ram', 'CreateUser', { UserName: 'whoever' })).toEqual(['user/*']);
  });
});

describe('IMS CreateUser', () => {
  it('takes a principal name in the own domain', async () => {
    const reply = await account.ims('CreateUser', {
      UserPrincipalName: `Bob@${account.accountId}.onaliyun.com`,
      DisplayName: 'Bob',
    });
    expect(reply).toEqual({
      User: {
        UserId: expect.stringMatching(/^2\d{17}$/),
        UserPrincipalName: `Bob@${account.accountId}.onaliyun.com`,
        DisplayName: 'Bob',
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
  });

  it('makes the same user as RAM does', async () => {
    await account.ims('CreateUser', { UserPrincipalName: account.principal('twin'), DisplayName: 'Twin' });
    const { User } = await account.ram('GetUser', { UserName: 'twin' });
    expect(User).toMatchObject({ UserName: 'twin', DisplayName: 'Twin' });
    expect(await refusal(account.ram('CreateUser', { UserName: 'TWIN' }))).toBe('EntityAlreadyExists.User');
  });

  it.each([
    [{ DisplayName: 'x' }, 'MissingUserPrincipalName'],
    [
      { UserPrincipalName: 'x2@corp.example.com', DisplayName: 'x' },
      'InvalidParameter.UserPrincipalName.Format',
    ],
    [{ UserPrincipalName: 'x2', DisplayName: 'x' }, 'InvalidParameter.UserPrincipalName.Format'],
    [{ UserPrincipalName: 'x2@', DisplayName: 'x' }, 'InvalidParameter.UserPrincipalName.Format'],
  ])('refuses %j with %s', async (parameters, code) => {
    expect(await refusal(account.ims('CreateUser', parameters))).toBe(code);
    expect(await refusal(account.ram('GetUser', { UserName: 'x2' }))).toBe('EntityNotExist.User');
  });

  it.each([
    ['', 'Format'],
    ['x'.repeat(65), 'Format'],
    ['x'.repeat(169), 'Length'],
    ['x 2', 'Format'],
    ['x2@x2', 'Format'],
    ['x/2', 'Format'],
    ['*', 'Format'],
    ['ｘ2', 'Format'],
  ])('refuses the user name %j in the own domain', async (name, violation) => {
    const parameters = { UserPrincipalName: account.principal(name), DisplayName: 'x' };
    expect(await refusal(account.ims('CreateUser', parameters))).toBe(
      `InvalidParameter.UserPrincipalName.${violation}`,
    );
  });

  it('needs a display name of at most 24 characters', async () => {
    const UserPrincipalName = account.principal('x3');
    expect(await refusal(account.ims('CreateUser', { UserPrincipalName }))).toBe('MissingDisplayName');
    expect(await refusal(account.ims('CreateUser', { UserPrincipalName, DisplayName: 'd'.repeat(25) }))).toBe(
      'InvalidParameter.DisplayName.Length',
    );
  });

  it('refuses the domain of another account and creates nobody there', async () => {
    const other = await world.account();
    expect(
      await refusal(
        account.ims('CreateUser', { UserPrincipalName: other.principal('spy'), DisplayName: 'Spy' }),
      ),
    ).toBe('InvalidParameter.UserPrincipalName.Format');
    expect(await refusal(other.ram('GetUser', { UserName: 'spy' }))).toBe('EntityNotExist.User');
  });
});

describe('the quota of users', () => {
  it('refuses one more than the limit, for each account apart', async () => {
    const small = await world.account();
    for (let i = 0; i < 40; i += 1) await small.ram('CreateUser', { UserName: `u${i}` });
    expect(await refusal(small.ram('CreateUser', { UserName: 'one-more' }))).toBe('LimitExceeded.User');
    expect(await refusal(small.ram('GetUser', { UserName: 'one-more' }))).toBe('EntityNotExist.User');
    await account.ram('CreateUser', { UserName: 'elsewhere' });
    await small.ram('DeleteUser', { UserName: 'u0' });
    await small.ram('CreateUser', { UserName: 'one-more' });
  });

  it('says that the name is taken before it says that the account is full', async () => {
    const full = await world.account();
    for (let i = 0; i < 40; i += 1) await full.ram('CreateUser', { UserName: `u${i}` });
    expect(await refusal(full.ram('CreateUser', { UserName: 'U0' }))).toBe('EntityAlreadyExists.User');
  });
});

function idOf(user: unknown): unknown {
  return (user as { UserId: unknown }).UserId;
}
