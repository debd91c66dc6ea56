import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type TestAccount, type World } from '../../../../test/area-harness.ts';
import { DAY } from '../../../kernel/time.ts';

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  account = await world.account();
});
afterAll(() => world.close());

interface Info {
  readonly Score: number;
  readonly AccountSecurityPracticeUserInfo: Readonly<Record<string, unknown>>;
}

async function info(of = account): Promise<Info> {
  const { AccountSecurityPracticeInfo } = await of.ims('GetAccountSecurityPracticeReport');
  return AccountSecurityPracticeInfo as unknown as Info;
}

/** The figures that an act changes, as they are after it. */
async function changedBy(act: () => Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const before = (await info()).AccountSecurityPracticeUserInfo;
  await act();
  const after = (await info()).AccountSecurityPracticeUserInfo;
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}

describe('the security report', () => {
  it('of an account with nothing in it shows nothing', async () => {
    expect(await info()).toEqual({
      Score: 80,
      AccountSecurityPracticeUserInfo: {
        SubUser: 0,
        SubUserBindMfa: 0,
        SubUserWithUnusedAccessKey: 0,
        SubUserWithOldAccessKey: 0,
        RootWithAccessKey: 0,
        UnusedAkNum: 0,
        OldAkNum: 0,
        SubUserPwdLevel: 'low',
        BindMfa: false,
      },
    });
  });

  it('moves one figure for one fact', async () => {
    expect(await changedBy(() => account.user('alice'))).toEqual({ SubUser: 1 });
    expect(await changedBy(() => account.accessKey('alice'))).toEqual({});
    expect(await changedBy(() => account.accessKey())).toEqual({ RootWithAccessKey: 1 });
    const strong = { MinimumPasswordLength: '12', RequireNumbers: 'true', RequireSymbols: 'true' };
    expect(await changedBy(() => account.ims('SetPasswordPolicy', strong))).toEqual({
      SubUserPwdLevel: 'mid',
    });
  });

  it('counts users with old keys and users with unused keys, each once', async () => {
    for (const name of ['alice', 'bob']) {
      await account.user(name);
      await account.accessKey(name);
    }
    const second = await account.accessKey('alice');
    expect(await changedBy(async () => world.advance(90 * DAY))).toEqual({});
    expect(await changedBy(async () => world.advance(1))).toEqual({
      SubUserWithUnusedAccessKey: 2,
      SubUserWithOldAccessKey: 2,
    });
    // The other key of alice is still unused.
    expect(await changedBy(() => account.use(second, 'Ram'))).toEqual({});
    const [bobs = ''] = await account.accessKeyIds('bob');
    expect(await changedBy(() => account.use(bobs, 'Ram'))).toEqual({ SubUserWithUnusedAccessKey: 1 });
    expect(await changedBy(async () => world.advance(90 * DAY))).toEqual({});
    expect(await changedBy(async () => world.advance(1))).toEqual({ SubUserWithUnusedAccessKey: 2 });
  });

  it('counts the keys of the account itself apart', async () => {
    const first = await account.accessKey();
    await account.accessKey();
    world.advance(90 * DAY + 1);
    await account.use(first, 'Ims');
    expect((await info()).AccountSecurityPracticeUserInfo).toMatchObject({
      SubUserWithUnusedAccessKey: 0,
      SubUserWithOldAccessKey: 0,
      RootWithAccessKey: 2,
      UnusedAkNum: 1,
      OldAkNum: 2,
    });
  });

  it('sees nothing of another account', async () => {
    const other = await world.account();
    await account.user('alice');
    await account.accessKey('alice');
    await account.accessKey();
    world.advance(91 * DAY);
    const { AccountSecurityPracticeUserInfo } = await info(other);
    expect(AccountSecurityPracticeUserInfo).toMatchObject({
      SubUser: 0,
      SubUserWithUnusedAccessKey: 0,
      SubUserWithOldAccessKey: 0,
      RootWithAccessKey: 0,
    });
  });

  it('is authorized on the whole account', async () => {
    expect(await account.resources('Ims', 'GetAccountSecurityPracticeReport', {})).toEqual(['*']);
  });
});
