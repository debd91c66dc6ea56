import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let aliceId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  const { User } = await account.ram('CreateUser', {
    UserName: 'alice',
    DisplayName: 'Alice',
    MobilePhone: '86-18600008888',
    Email: 'alice@example.com',
    Comments: 'remarks',
  });
  aliceId = (User as { UserId: string }).UserId;
});

describe('RAM UpdateUser', () => {
  it('changes what is given, keeps what is not, and moves the date of the update', async () => {
    world.advance(60_000);
    const { User } = await account.ram('UpdateUser', { UserName: 'alice', NewComments: 'new remarks' });
    expect(User).toMatchObject({
      UserId: aliceId,
      UserName: 'alice',
      DisplayName: 'Alice',
      MobilePhone: '86-18600008888',
      Email: 'alice@example.com',
      Comments: 'new remarks',
    });
    const { CreateDate, UpdateDate } = User as Record<string, string>;
    expect(Date.parse(String(UpdateDate)) - Date.parse(String(CreateDate))).toBe(60_000);
    const read = await account.ram('GetUser', { UserName: 'alice' });
    expect(read.User).toEqual({ ...(User as object), LastLoginDate: '' });
  });

  it('clears what is given empty', async () => {
    const { User } = await account.ram('UpdateUser', {
      UserName: 'alice',
      NewDisplayName: '',
      NewMobilePhone: '',
      NewEmail: '',
      NewComments: '',
    });
    expect(User).toMatchObject({ DisplayName: '', MobilePhone: '', Email: '', Comments: '' });
  });

  it('renames: the id stays, the old name is free, the new one is found', async () => {
    const { User } = await account.ram('UpdateUser', { UserName: 'ALICE', NewUserName: 'Alicia' });
    expect(User).toMatchObject({ UserId: aliceId, UserName: 'Alicia' });
    expect(account.touched).toEqual([{ kind: 'user', id: aliceId }]);
    expect(await refusal(account.ram('GetUser', { UserName: 'alice' }))).toBe('EntityNotExist.User');
    await account.ram('CreateUser', { UserName: 'alice' });
    expect((await account.ram('GetUser', { UserName: 'alicia' })).User).toMatchObject({ UserId: aliceId });
  });

  it('accepts the name that the user already has, in another case too', async () => {
    await account.ram('UpdateUser', { UserName: 'alice', NewUserName: 'alice' });
    const { User } = await account.ram('UpdateUser', { UserName: 'alice', NewUserName: 'ALICE' });
    expect(User).toMatchObject({ UserId: aliceId, UserName: 'ALICE' });
  });

  it('refuses the name of another user and changes nothing at all', async () => {
    await account.user('bob');
    const before = await account.ram('GetUser', { UserName: 'alice' });
    expect(
      await refusal(account.ram('UpdateUser', { UserName: 'alice', NewUserName: 'BOB', NewComments: 'no' })),
    ).toBe('EntityAlreadyExists.User');
    expect(await account.ram('GetUser', { UserName: 'alice' })).toEqual(before);
  });

  it.each([
    [{ UserName: 'nobody', NewComments: 'x' }, 'EntityNotExist.User'],
    [{ NewComments: 'x' }, 'MissingUserName'],
    [{ UserName: 'alice', NewUserName: 'a b' }, 'InvalidParameter.NewUserName.InvalidChars'],
    [{ UserName: 'alice', NewUserName: 'a'.repeat(65) }, 'InvalidParameter.NewUserName.Length'],
    [{ UserName: 'alice', NewDisplayName: 'd'.repeat(129) }, 'InvalidParameter.NewDisplayName.Length'],
    [{ UserName: 'alice', NewComments: 'c'.repeat(129) }, 'InvalidParameter.NewComments.Length'],
    [{ UserName: 'alice', NewMobilePhone: '1' }, 'InvalidParameter.NewMobilePhone.Format'],
    [{ UserName: 'alice', NewEmail: '@' }, 'InvalidParameter.NewEmail.Format'],
  ])('refuses %j with %s', async (parameters, code) => {
    expect(await refusal(account.ram('UpdateUser', parameters))).toBe(code);
  });

  it('leaves the user of the same name in another account alone', async () => {
    const other = await world.account();
    await other.ram('CreateUser', { UserName: 'alice', Comments: 'the other' });
    await account.ram('UpdateUser', { UserName: 'alice', NewUserName: 'x', NewComments: 'changed' });
    expect((await other.ram('GetUser', { UserName: 'alice' })).User).toMatchObject({ Comments: 'the other' });
  });
});

describe('IMS UpdateUser', () => {
  it('finds by id or principal name and renames within the own domain', async () => {
    const reply = await account.ims('UpdateUser', {
      UserId: aliceId,
      NewUserPrincipalName: account.principal('ally'),
      NewDisplayName: 'Ally',
    });
    expect(reply.User).toMatchObject({
      UserId: aliceId,
      UserPrincipalName: account.principal('ally'),
      DisplayName: 'Ally',
      Comments: 'remarks',
    });
    await account.ims('UpdateUser', { UserPrincipalName: account.principal('ALLY'), NewComments: '' });
    const { User } = await account.ram('GetUser', { UserName: 'ally' });
    expect(User).toMatchObject({ DisplayName: 'Ally', Comments: '' });
  });

  it('keeps the display name when the new one is empty', async () => {
    const { User } = await account.ims('UpdateUser', { UserId: aliceId, NewDisplayName: '' });
    expect(User).toMatchObject({ DisplayName: 'Alice' });
  });

  it('is authorized on the present name of the user, else on the collection', async () => {
    const other = await world.account();
    const otherId = await other.user('spy');
    expect(await account.resources('Ims', 'UpdateUser', { UserId: aliceId })).toEqual(['user/alice']);
    expect(await account.resources('Ims', 'UpdateUser', { UserId: otherId })).toEqual(['user/*']);
    expect(
      await account.resources('Ims', 'UpdateUser', { UserPrincipalName: account.principal('ghost') }),
    ).toEqual(['user/ghost']);
  });

  it('refuses what is ambiguous, foreign or not there', async () => {
    const other = await world.account();
    const otherId = await other.user('spy');
    const both = { UserId: aliceId, UserPrincipalName: account.principal('alice') };
    expect(await refusal(account.ims('UpdateUser', { NewComments: 'x' }))).toBe('InvalidParameter');
    expect(await refusal(account.ims('UpdateUser', { ...both, NewComments: 'x' }))).toBe('InvalidParameter');
    expect(await refusal(account.ims('UpdateUser', { UserId: otherId, NewComments: 'x' }))).toBe(
      'EntityNotExist.User',
    );
    expect(
      await refusal(
        account.ims('UpdateUser', { UserId: aliceId, NewUserPrincipalName: other.principal('alice') }),
      ),
    ).toBe('InvalidParameter.NewUserPrincipalName.Format');
    expect((await other.ram('GetUser', { UserName: 'spy' })).User).toMatchObject({ Comments: '' });
  });
});
