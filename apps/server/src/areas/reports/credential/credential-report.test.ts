import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';
import { insert, insertAll } from '../../../store/index.ts';

const HOUR = 3_600_000;

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { accessKeysPerUser: 4 } });
});
beforeEach(async () => {
  account = await world.account();
});
afterAll(() => world.close());

interface Page {
  readonly Content: string;
  readonly GeneratedTime: string;
  readonly IsTruncated: string;
  readonly NextToken?: string;
}

async function page(parameters: Readonly<Record<string, string>> = {}): Promise<Page> {
  return (await account.ims('GetCredentialReport', parameters)) as unknown as Page;
}

function textIn({ Content }: Page): string {
  return Buffer.from(Content, 'base64').toString('utf8');
}

/** Makes a report and reads it: one object for each line, by the names of the columns. */
async function lines(): Promise<Readonly<Record<string, string>>[]> {
  expect(await account.ims('GenerateCredentialReport')).toEqual({ State: 'COMPLETED' });
  const [header = '', ...rest] = textIn(await page())
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return rest.map(line => {
    const cells = line.split(',');
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

async function lineOf(name: string): Promise<Readonly<Record<string, string>>> {
  const user = name === '<root>' ? name : account.principal(name);
  const found = (await lines()).find(line => line.user === user);
  if (found === undefined) throw new Error(`no line of ${user}`);
  return found;
}

describe('the credential report', () => {
  it('has the documented columns in their order', async () => {
    await account.ims('GenerateCredentialReport');
    const [header] = textIn(await page()).split('\n');
    expect(header).toBe(
      'user,user_creation_time,user_last_logon,password_exist,password_active,password_last_changed,' +
        'password_next_rotation,mfa_active,access_key_1_exist,access_key_1_active,' +
        'access_key_1_last_rotated,access_key_1_last_used,access_key_2_exist,access_key_2_active,' +
        'access_key_2_last_rotated,access_key_2_last_used',
    );
  });

  it('begins with the account, and goes on with its users by name and those of nobody else', async () => {
    await account.user('bob');
    await account.user('Alice');
    await (await world.account()).user('stranger');
    expect((await lines()).map(line => line.user)).toEqual([
      '<root>',
      account.principal('Alice'),
      account.principal('bob'),
    ]);
  });

  it('says of an account that holds nothing what cannot be said', async () => {
    const created = world.isoNow();
    expect(await lineOf('<root>')).toEqual({
      user: '<root>',
      user_creation_time: created,
      user_last_logon: '-',
      password_exist: 'TRUE',
      password_active: 'N/A',
      password_last_changed: '-',
      password_next_rotation: 'N/A',
      mfa_active: 'FALSE',
      ...keyCells(1, 'FALSE', 'N/A', 'N/A', 'N/A'),
      ...keyCells(2, 'FALSE', 'N/A', 'N/A', 'N/A'),
    });
  });

  it('shows when the password and the keys of the account were made', async () => {
    await world.change(account.root, scope =>
      insert(scope, 'roots', {
        logon_name: `root-${account.accountId}`,
        password_hash: 'hash',
        password_reset_required: 1,
        created_at: scope.now,
      }),
    );
    const made = world.isoNow();
    await account.accessKey();
    world.advance(HOUR);
    expect(await lineOf('<root>')).toMatchObject({
      password_last_changed: made,
      ...keyCells(1, 'TRUE', 'TRUE', made, '-'),
    });
  });

  it('says of a user without any credential what cannot be said', async () => {
    const created = world.isoNow();
    await account.user('alice');
    expect(await lineOf('alice')).toEqual({
      user: account.principal('alice'),
      user_creation_time: created,
      user_last_logon: '-',
      password_exist: 'FALSE',
      password_active: 'N/A',
      password_last_changed: 'N/A',
      password_next_rotation: 'N/A',
      mfa_active: 'FALSE',
      ...keyCells(1, 'FALSE', 'N/A', 'N/A', 'N/A'),
      ...keyCells(2, 'FALSE', 'N/A', 'N/A', 'N/A'),
    });
  });

  it('shows the password of a user, and when the policy wants another', async () => {
    await account.user('alice');
    world.advance(HOUR);
    const UserPrincipalName = account.principal('alice');
    await account.ims('CreateLoginProfile', { UserPrincipalName, Password: 'Zederholz-17' });
    const changed = world.isoNow();
    expect(await lineOf('alice')).toMatchObject({
      password_exist: 'TRUE',
      password_active: 'TRUE',
      password_last_changed: changed,
      password_next_rotation: '-',
    });
    await account.ims('SetPasswordPolicy', { MaxPasswordAge: '1' });
    await account.ims('UpdateLoginProfile', { UserPrincipalName, Status: 'Inactive' });
    world.advance(4 * HOUR);
    const nextDay = new Date(Date.parse(changed) + 24 * HOUR).toISOString().slice(0, 19);
    expect(await lineOf('alice')).toMatchObject({
      password_active: 'FALSE',
      password_last_changed: changed,
      password_next_rotation: `${nextDay}Z`,
    });
  });

  it('takes a profile without a password for none', async () => {
    await account.user('alice');
    await account.ims('CreateLoginProfile', { UserPrincipalName: account.principal('alice') });
    expect(await lineOf('alice')).toMatchObject({ password_exist: 'FALSE', password_active: 'N/A' });
  });

  it('shows when each key was made and used, the oldest first', async () => {
    await account.user('alice');
    const first = await account.accessKey('alice');
    const firstMade = world.isoNow();
    world.advance(HOUR);
    const second = await account.accessKey('alice');
    const secondMade = world.isoNow();
    world.advance(HOUR);
    await account.use(second, 'Ram');
    const used = world.isoNow();
    await account.ram('UpdateAccessKey', { UserName: 'alice', UserAccessKeyId: first, Status: 'Inactive' });
    expect(await lineOf('alice')).toMatchObject({
      ...keyCells(1, 'TRUE', 'FALSE', firstMade, '-'),
      ...keyCells(2, 'TRUE', 'TRUE', secondMade, used),
    });
  });

  it('has more columns when somebody has more keys, for everybody', async () => {
    await account.user('alice');
    await account.user('bob');
    for (let key = 1; key <= 4; key += 1) await account.accessKey('alice');
    expect(await lineOf('alice')).toMatchObject({
      additional_access_key_1_exist: 'TRUE',
      additional_access_key_2_last_used: '-',
    });
    expect((await lines()).find(({ user }) => user === account.principal('bob'))).toMatchObject({
      access_key_2_exist: 'FALSE',
      additional_access_key_2_exist: 'FALSE',
      additional_access_key_2_last_used: 'N/A',
    });
  });

  it('is not there before it was made', async () => {
    expect(await refusal(account.ims('GetCredentialReport'))).toBe('EntityNotExist.CredentialReport');
    await (await world.account()).ims('GenerateCredentialReport');
    expect(await refusal(account.ims('GetCredentialReport'))).toBe('EntityNotExist.CredentialReport');
  });

  it('is made anew after four hours and not before', async () => {
    const made = world.isoNow();
    expect(await lines()).toHaveLength(1);
    await account.user('alice');
    world.advance(4 * HOUR - 1);
    expect(await lines()).toHaveLength(1);
    expect((await page()).GeneratedTime).toBe(made);
    world.advance(1);
    expect(await lines()).toHaveLength(2);
    expect((await page()).GeneratedTime).toBe(world.isoNow());
  });

  it('leaves nothing behind of the one that it replaces', async () => {
    for (const name of ['alice', 'bob', 'carol']) await account.user(name);
    expect(await lines()).toHaveLength(4);
    await account.ram('DeleteUser', { UserName: 'bob' });
    world.advance(4 * HOUR);
    expect((await lines()).map(({ user }) => user)).not.toContain(account.principal('bob'));
  });
});

describe('the pages of the credential report', () => {
  const USERS = 1203;

  async function insertUsers(): Promise<void> {
    const rows = Array.from({ length: USERS }, (_, index) => {
      const name = `user-${String(index).padStart(5, '0')}`;
      return {
        user_id: `2${String(index).padStart(17, '0')}`,
        user_name: name,
        user_name_key: name,
        display_name: '',
        comments: '',
        mobile_phone: '',
        email: '',
        created_at: 0,
        updated_at: 0,
        last_login_at: null,
        session_epoch: 0,
      };
    });
    await world.change(account.root, scope => insertAll(scope, 'users', rows));
  }

  /** All pages of a size, and how many lines each holds. */
  async function read(
    MaxItems: number,
  ): Promise<{ readonly text: string; readonly sizes: readonly number[] }> {
    let text = '';
    const sizes: number[] = [];
    for (let NextToken: string | undefined = ''; NextToken !== undefined; ) {
      const given: Page = await page({ MaxItems: String(MaxItems), NextToken });
      expect(given.IsTruncated).toBe(given.NextToken === undefined ? 'false' : 'true');
      text += textIn(given);
      sizes.push(textIn(given).split('\n').length - 1);
      NextToken = given.NextToken;
    }
    return { text, sizes };
  }

  it('put together are the whole report, whatever their size', async () => {
    await insertUsers();
    await account.ims('GenerateCredentialReport');
    const whole = textIn(await page());
    expect(whole.split('\n')).toHaveLength(1 + 1 + USERS + 1);
    // The names of the columns stand on the first page and do not count.
    expect(await read(1000)).toEqual({ text: whole, sizes: [1001, 204] });
    expect(await read(500)).toEqual({ text: whole, sizes: [501, 500, 204] });
    expect((await read(7)).text).toBe(whole);
  });

  it('end with the report that they are of', async () => {
    await account.user('alice');
    await account.ims('GenerateCredentialReport');
    const NextToken = (await page({ MaxItems: '1' })).NextToken ?? '';
    world.advance(4 * HOUR);
    expect(textIn(await page({ NextToken }))).toContain('alice');
    await account.ims('GenerateCredentialReport');
    expect(await refusal(page({ NextToken }))).toBe('InvalidParameter.NextToken');
  });

  it('begin nowhere else than where a page ended', async () => {
    await account.ims('GenerateCredentialReport');
    for (const NextToken of ['?', Buffer.from('credential//0/1').toString('base64url')]) {
      expect(await refusal(page({ NextToken }))).toBe('InvalidParameter.NextToken');
    }
  });
});

describe('authorization', () => {
  it('is asked on the whole account', async () => {
    for (const name of ['GenerateCredentialReport', 'GetCredentialReport']) {
      expect(await account.resources('Ims', name, {})).toEqual(['*']);
    }
  });
});

function keyCells(number: number, exist: string, active: string, rotated: string, used: string) {
  const key = `access_key_${number}`;
  return {
    [`${key}_exist`]: exist,
    [`${key}_active`]: active,
    [`${key}_last_rotated`]: rotated,
    [`${key}_last_used`]: used,
  };
}
