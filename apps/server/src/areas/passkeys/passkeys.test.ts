import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type WireParameters } from '../../../test/area-harness.ts';
import type { KeyCaller } from '../../kernel/callers/identity.ts';
import { insert, select } from '../../store/index.ts';

const world = await openWorld();
afterAll(() => world.close());

let account: TestAccount;
let ann: string;
beforeEach(async () => {
  account = await world.account();
  ann = await account.user('ann');
});

/** Puts a passkey where a browser's registration would put it. */
async function register(userId: string, passkeyId: string, lastUsedAt: number | null = null): Promise<void> {
  await world.change(account.root, scope =>
    insert(scope, 'passkeys', {
      passkey_id: passkeyId,
      user_id: userId,
      name: `name of ${passkeyId}`,
      credential_id: `credential of ${passkeyId}`,
      public_key: 'key',
      sign_count: 0,
      transports: 'internal,hybrid',
      backed_up: 0,
      created_at: scope.now,
      last_used_at: lastUsedAt,
    }),
  );
}

const ofAnn = (more: WireParameters = {}) => ({ UserPrincipalName: account.principal('ann'), ...more });
const list = async (parameters: WireParameters = ofAnn(), caller: KeyCaller = account.root) =>
  (await account.ims('ListPasskeys', parameters, caller)).Passkeys;
const names = async () => ((await list()) as { PasskeyName: string }[]).map(each => each.PasskeyName);
const unknown = 'EntityNotExist.User.Passkey';

describe('the passkeys of a user', () => {
  it('are listed, the oldest first, with times in seconds', async () => {
    const at = Date.parse(world.isoNow());
    await register(ann, 'PASSKEY-b', at + 999);
    world.advance(1000);
    await register(ann, 'PASSKEY-a');
    expect(await list()).toEqual([
      {
        PasskeyId: 'PASSKEY-b',
        PasskeyName: 'name of PASSKEY-b',
        CreateDate: String(at / 1000),
        LastUseDate: String(at / 1000),
      },
      {
        PasskeyId: 'PASSKEY-a',
        PasskeyName: 'name of PASSKEY-a',
        CreateDate: String(at / 1000 + 1),
        LastUseDate: '',
      },
    ]);
  });

  it('get another name, and keep theirs when none is given', async () => {
    await register(ann, 'PASSKEY-a');
    await account.ims('UpdatePasskey', ofAnn({ PasskeyId: 'PASSKEY-a', PasskeyName: '办公室' }));
    expect(await names()).toEqual(['办公室']);
    await account.ims('UpdatePasskey', ofAnn({ PasskeyId: 'PASSKEY-a' }));
    expect(await names()).toEqual(['办公室']);
  });

  it('are deleted one by one', async () => {
    await register(ann, 'PASSKEY-a');
    await register(ann, 'PASSKEY-b');
    await account.ims('DeletePasskey', ofAnn({ PasskeyId: 'PASSKEY-a' }));
    expect(await names()).toEqual(['name of PASSKEY-b']);
    expect(await refusal(account.ims('DeletePasskey', ofAnn({ PasskeyId: 'PASSKEY-a' })))).toBe(unknown);
  });

  it('are not touched in the name of somebody else', async () => {
    await account.user('bob');
    await register(ann, 'PASSKEY-a');
    const ofBob = { UserPrincipalName: account.principal('bob'), PasskeyId: 'PASSKEY-a' };
    expect(await refusal(account.ims('DeletePasskey', ofBob))).toBe(unknown);
    expect(await refusal(account.ims('UpdatePasskey', { ...ofBob, PasskeyName: 'x' }))).toBe(unknown);
    // Nor in that of the account itself, which names nobody.
    expect(await refusal(account.ims('DeletePasskey', { PasskeyId: 'PASSKEY-a' }))).toBe(unknown);
    expect(await names()).toEqual(['name of PASSKEY-a']);
  });

  it('go with the user, through either API, and keep nobody from deleting it', async () => {
    await register(ann, 'PASSKEY-a');
    await register(await account.user('bob'), 'PASSKEY-b');
    await register('', 'PASSKEY-root');
    await account.ram('DeleteUser', { UserName: 'ann' });
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('bob') });
    const left = await world.change(account.root, scope =>
      select(scope, 'passkeys').select('name').execute(),
    );
    expect(left).toEqual([{ name: 'name of PASSKEY-root' }]);
  });
});

describe('a caller who names nobody', () => {
  it('means itself, be it a user or the account', async () => {
    await register(ann, 'PASSKEY-a');
    await register('', 'PASSKEY-root');
    expect(await list({}, await account.callerOf('ann'))).toMatchObject([{ PasskeyId: 'PASSKEY-a' }]);
    expect(await list({})).toMatchObject([{ PasskeyId: 'PASSKEY-root' }]);
    expect(await account.resources('Ims', 'ListPasskeys', {})).toEqual(['root']);
    expect(await account.resources('Ims', 'ListPasskeys', {}, await account.callerOf('ann'))).toEqual([
      'user/ann',
    ]);
    expect(await account.resources('Ims', 'ListPasskeys', ofAnn())).toEqual(['user/ann']);
  });

  it('cannot mean a user who is not there', async () => {
    expect(await refusal(list({ UserPrincipalName: account.principal('nobody') }))).toBe(
      'EntityNotExist.User',
    );
  });
});
