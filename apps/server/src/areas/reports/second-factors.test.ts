import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestAccount, type World } from '../../../test/area-harness.ts';
import { insert } from '../../store/index.ts';

let world: World;
let account: TestAccount;
let other: TestAccount;

beforeAll(async () => {
  world = await openWorld();
  account = await world.account();
  other = await world.account();
});
afterAll(() => world.close());

/** Binds a device to a user, as far as reports can see. */
function bind(userId: string | null, name: string, of = account): Promise<void> {
  return world.change(of.root, scope =>
    insert(scope, 'mfa_devices', {
      name_key: name,
      name,
      sealed_seed: 'sealed',
      user_id: userId,
      maker_id: null,
      created_at: scope.now,
      activated_at: userId === null ? null : scope.now,
      last_step: 0,
    }),
  );
}

function register(userId: string, passkeyId: string): Promise<void> {
  return world.change(account.root, scope =>
    insert(scope, 'passkeys', {
      passkey_id: passkeyId,
      user_id: userId,
      name: passkeyId,
      credential_id: passkeyId,
      public_key: 'key',
      sign_count: 0,
      transports: '',
      backed_up: 0,
      created_at: scope.now,
      last_used_at: null,
    }),
  );
}

interface Figures {
  readonly SubUserBindMfa: number;
  readonly BindMfa: boolean;
}

async function figures(of = account): Promise<Figures> {
  const { AccountSecurityPracticeInfo: info } = await of.ims('GetAccountSecurityPracticeReport');
  const { SubUserBindMfa, BindMfa } = (info as unknown as { AccountSecurityPracticeUserInfo: Figures })
    .AccountSecurityPracticeUserInfo;
  return { SubUserBindMfa, BindMfa };
}

/** What the credential report calls active, by the user or `<root>`. */
async function activeOf(of = account): Promise<Readonly<Record<string, string>>> {
  world.advance(4 * 3_600_000);
  await of.ims('GenerateCredentialReport');
  const { Content } = await of.ims('GetCredentialReport');
  const lines = Buffer.from(String(Content), 'base64').toString('utf8').trimEnd().split('\n').slice(1);
  const cells = lines.map(line => line.split(','));
  return Object.fromEntries(cells.map(([user = '', ...rest]) => [user.split('@')[0], rest[6] ?? '']));
}

describe('second factors', () => {
  it('are counted once for each user, whatever they are', async () => {
    const alice = await account.user('alice');
    const bob = await account.user('bob');
    await account.user('carol');
    expect(await figures()).toEqual({ SubUserBindMfa: 0, BindMfa: false });
    await bind(alice, 'device-of-alice');
    await bind(null, 'device-of-nobody');
    expect(await figures()).toEqual({ SubUserBindMfa: 1, BindMfa: false });
    await register(alice, 'first');
    await register(bob, 'second');
    await register(bob, 'third');
    expect(await figures()).toEqual({ SubUserBindMfa: 2, BindMfa: false });
    expect(await activeOf()).toEqual({ '<root>': 'FALSE', alice: 'TRUE', bob: 'TRUE', carol: 'FALSE' });
  });

  it('of the account itself are told apart from those of users', async () => {
    await register('', 'of the account');
    expect(await figures()).toEqual({ SubUserBindMfa: 2, BindMfa: true });
    expect(await activeOf()).toMatchObject({ '<root>': 'TRUE', carol: 'FALSE' });
  });

  it('of one account are nothing to another', async () => {
    await other.user('alice');
    expect(await figures(other)).toEqual({ SubUserBindMfa: 0, BindMfa: false });
    expect(await activeOf(other)).toEqual({ '<root>': 'FALSE', alice: 'FALSE' });
  });

  it('make no user one who logs on without', async () => {
    for (const name of ['alice', 'carol']) {
      const profile = { UserPrincipalName: account.principal(name), Password: 'Zederholz-17' };
      await account.ims('CreateLoginProfile', profile);
    }
    await account.ims('GenerateGovernanceReport');
    const item = { GovernanceItemType: 'WardenryUsersWithoutMFA' };
    expect(await account.ims('GetGovernanceItemReport', item)).toMatchObject({
      MetricValue: 1,
      ColumnsValue: { ColumnRow: [{ ColumnValue: [account.principal('carol'), expect.anything()] }] },
    });
  });
});
