import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';
import { select } from '../../../store/index.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  await account.user('alice');
  await account.user('bob');
});

type Shown = Record<string, string>;

const of = (userName: string) => ({ UserPrincipalName: account.principal(userName) });

const create = async (userName: string, more: Record<string, string> = {}) => {
  const parameters = { ServiceCredentialName: 'model', ServiceName: 'models', ...of(userName), ...more };
  return (await account.ims('CreateServiceCredential', parameters)).ServiceCredential as Shown;
};

const idOf = ({ ServiceCredentialId = '' }: Shown) => ({ ServiceCredentialId });

const get = async (credential: Shown, userName: string) =>
  (await account.ims('GetServiceCredential', { ...idOf(credential), ...of(userName) }))
    .ServiceCredential as Shown;

const list = async (more: Record<string, string>) =>
  (await account.ims('ListServiceCredentials', more)) as {
    ServiceCredentials: Shown[];
    IsTruncated: boolean;
    MaxResults: number;
    NextToken?: string;
  };

const names = async (more: Record<string, string>) =>
  (await list(more)).ServiceCredentials.map(each => each.ServiceCredentialName);

describe('CreateServiceCredential', () => {
  it('shows the secret once and keeps its hash alone', async () => {
    const credential = await create('alice', { CredentialAgeDays: '2' });
    const { ServiceCredentialSecret = '', ...shown } = credential;
    expect(shown).toEqual({
      ServiceCredentialId: expect.stringMatching(/^svc-/),
      ServiceCredentialName: 'model',
      ServiceName: 'models',
      UserPrincipalName: account.principal('alice'),
      Status: 'Active',
      CreateTime: '2026-01-02T03:04:05Z',
      ExpirationTime: '2026-01-04T03:04:05Z',
    });
    expect(await get(credential, 'alice')).toEqual(shown);
    const rows = await world.change(account.root, scope =>
      select(scope, 'service_credentials').selectAll().execute(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.secret_hash).toBe(hash('sha256', ServiceCredentialSecret, 'hex'));
    expect(JSON.stringify(rows)).not.toContain(ServiceCredentialSecret);
  });

  it('makes one without an end, for the caller unless a user is named', async () => {
    const parameters = { ServiceCredentialName: 'a', ServiceName: 'models' };
    const own = await account.ims('CreateServiceCredential', parameters, await account.callerOf('bob'));
    expect(own.ServiceCredential).toMatchObject({
      UserPrincipalName: account.principal('bob'),
      ExpirationTime: '',
    });
    const ofAccount = await account.ims('CreateServiceCredential', parameters);
    expect(ofAccount.ServiceCredential).toMatchObject({ UserPrincipalName: '' });
    expect(await names({})).toEqual(['a']);
    expect(await names(of('alice'))).toEqual([]);
  });

  it('is refused beyond the quota of one user for one service', async () => {
    await create('alice');
    await create('alice');
    expect(await refusal(create('alice'))).toBe('LimitExceeded.User.ServiceCredential');
    await create('alice', { ServiceName: 'others' });
    await create('bob');
    expect(await names({ ...of('alice'), ServiceName: 'models' })).toHaveLength(2);
  });

  it('is refused for a user who does not exist', async () => {
    expect(await refusal(create('carol'))).toBe('EntityNotExist.User');
  });
});

describe('UpdateServiceCredential', () => {
  const update = (credential: Shown, userName: string, more: Record<string, string>) =>
    account.ims('UpdateServiceCredential', { ...idOf(credential), ...of(userName), ...more });

  it('changes what is given and leaves the rest', async () => {
    const credential = await create('alice');
    await update(credential, 'alice', { Status: 'Inactive' });
    expect(await get(credential, 'alice')).toMatchObject({
      Status: 'Inactive',
      ServiceCredentialName: 'model',
    });
    await update(credential, 'alice', { ServiceCredentialName: 'new' });
    expect(await get(credential, 'alice')).toMatchObject({
      Status: 'Inactive',
      ServiceCredentialName: 'new',
    });
  });

  it.each([
    ['nothing to change', 'alice', {}, 'InvalidParameter'],
    ['another owner', 'bob', { Status: 'Inactive' }, 'EntityNotExist.User.ServiceCredential'],
  ])('is refused with %s, and changes nothing', async (_title, userName, more, code) => {
    const credential = await create('alice');
    const before = await get(credential, 'alice');
    expect(await refusal(update(credential, userName, more))).toBe(code);
    expect(await get(credential, 'alice')).toEqual(before);
  });
});

describe('ListServiceCredentials', () => {
  it('gives pages of ten unless told otherwise, of one user or of all', async () => {
    const [one, two, three] = [await create('alice'), await create('bob'), await create('alice')];
    const first = await list({ AllUsers: 'true', MaxResults: '2' });
    expect(first.ServiceCredentials.map(idOf)).toEqual([one, two].map(idOf));
    expect(first).toMatchObject({ IsTruncated: true, MaxResults: 2 });
    const second = await list({ AllUsers: 'true', MaxResults: '2', NextToken: first.NextToken ?? '' });
    expect(second.ServiceCredentials.map(idOf)).toEqual([idOf(three)]);
    const ofAlice = await list(of('alice'));
    expect(ofAlice.ServiceCredentials.map(idOf)).toEqual([one, three].map(idOf));
    expect(ofAlice).toMatchObject({ IsTruncated: false, MaxResults: 10 });
    expect(ofAlice.NextToken).toBeUndefined();
  });

  it('does not take a user beside all users, nor a token that it did not give', async () => {
    expect(await refusal(list({ AllUsers: 'true', ...of('alice') }))).toBe('InvalidParameter');
    expect(await refusal(list({ NextToken: 'x' }))).toBe('InvalidParameter.NextToken');
  });
});

describe('DeleteServiceCredential', () => {
  it('removes the credential of the owner who is named, and of nobody else', async () => {
    const credential = await create('alice');
    const remove = (userName: string) =>
      account.ims('DeleteServiceCredential', { ...idOf(credential), ...of(userName) });
    expect(await refusal(remove('bob'))).toBe('EntityNotExist.User.ServiceCredential');
    expect(await names(of('alice'))).toEqual(['model']);
    await remove('alice');
    expect(await names(of('alice'))).toEqual([]);
    expect(await refusal(get(credential, 'alice'))).toBe('EntityNotExist.User.ServiceCredential');
  });
});

describe('a user with service credentials', () => {
  it('is deleted with them through either API, and nobody else with those of others', async () => {
    await account.user('carl');
    for (const name of ['alice', 'bob', 'carl']) await create(name);
    await account.ram('DeleteUser', { UserName: 'alice' });
    await account.ims('DeleteUser', of('bob'));
    const { ServiceCredentials } = await list({ AllUsers: 'true' });
    expect(ServiceCredentials.map(each => each.UserPrincipalName)).toEqual([account.principal('carl')]);
  });
});
