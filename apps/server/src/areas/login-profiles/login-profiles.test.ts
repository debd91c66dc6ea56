import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type WireParameters } from '../../../test/area-harness.ts';
import type { UserCaller } from '../../kernel/callers/identity.ts';
import { DAY } from '../../kernel/time.ts';
import type { LoginProfilesTable } from '../../store/index.ts';
import { select } from '../../store/index.ts';

const world = await openWorld();
afterAll(() => world.close());

let account: TestAccount;
let userId: string;
let ann: UserCaller;
beforeEach(async () => {
  account = await world.account();
  userId = await account.user('Ann');
  ann = await account.callerOf('ann');
});

const first = 'first-Password';
const create = (more: WireParameters = {}) =>
  account.ram('CreateLoginProfile', { UserName: 'ann', Password: first, ...more });
const update = (more: WireParameters) => account.ram('UpdateLoginProfile', { UserName: 'ann', ...more });
const changePassword = (OldPassword: string, NewPassword: string) =>
  account.ims('ChangePassword', { OldPassword, NewPassword }, ann);
const shown = async () => {
  const parameters = { UserPrincipalName: account.principal('ann') };
  return (await account.ims('GetLoginProfile', parameters)).LoginProfile;
};
const row = (): Promise<LoginProfilesTable | undefined> =>
  world.change(account.root, scope =>
    select(scope, 'login_profiles').selectAll().where('user_id', '=', userId).executeTakeFirst(),
  );
/** Whether a password is in force: the only door to it is that of its user. */
const isInForce = async (password: string) =>
  (await refusal(changePassword(password, 'x'))) === 'InvalidParameter.NewPassword.TooWeak';

describe('a new login profile', () => {
  it('is shown by each API in its own words', async () => {
    expect(await create()).toEqual({
      LoginProfile: {
        UserName: 'Ann',
        PasswordResetRequired: false,
        MFABindRequired: false,
        CreateDate: world.isoNow(),
      },
    });
    expect(await account.ram('GetLoginProfile', { UserName: 'ANN' })).toEqual({
      LoginProfile: {
        UserName: 'Ann',
        PasswordResetRequired: false,
        MFABindRequired: false,
        CreateDate: world.isoNow(),
      },
    });
    expect(await shown()).toEqual({
      UserPrincipalName: account.principal('Ann'),
      Status: 'Active',
      PasswordResetRequired: false,
      MFABindRequired: false,
      PasswordStatus: 'Valid',
      AutoDisableLoginStatus: 'true',
      UpdateDate: world.isoNow(),
      LastLoginTime: '',
    });
  });

  it('is as it was asked for', async () => {
    const UserPrincipalName = account.principal('ann');
    const asked = { Status: 'Inactive', PasswordResetRequired: 'true', MFABindRequired: 'true' };
    await account.ims('CreateLoginProfile', { UserPrincipalName, Password: first, ...asked });
    expect(await shown()).toMatchObject({
      Status: 'Inactive',
      PasswordResetRequired: true,
      MFABindRequired: true,
    });
  });

  it('has the password, as a hash and nowhere in clear', async () => {
    await create();
    expect(await isInForce(first)).toBe(true);
    expect((await row())?.password_hash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await row())).not.toContain(first);
  });

  it('may be without a password for IMS, which then nothing verifies', async () => {
    await account.ims('CreateLoginProfile', { UserPrincipalName: account.principal('ann') });
    expect(await shown()).toMatchObject({ Status: 'Active', PasswordStatus: 'NotSet' });
    expect(await refusal(changePassword('anything', 'second-Password'))).toBe(
      'InvalidParameter.OldPassword.Incorrect',
    );
    expect(await refusal(account.ram('CreateLoginProfile', { UserName: 'ann' }))).toBe('MissingPassword');
  });

  it('is refused to a user who has one, which stays', async () => {
    await create();
    expect(await refusal(create({ Password: 'other-Password', MFABindRequired: 'true' }))).toBe(
      'EntityAlreadyExists.User.LoginProfile',
    );
    expect(await isInForce(first)).toBe(true);
    expect(await shown()).toMatchObject({ MFABindRequired: false });
  });

  it('is refused with a weak password, and then there is none', async () => {
    await account.ram('SetPasswordPolicy', { RequireNumbers: 'true' });
    for (const Password of [first, 'short', 'x'.repeat(33), 'tab\tin-it-123']) {
      expect(await refusal(create({ Password }))).toBe('InvalidParameter.Password.TooWeak');
    }
    expect(await refusal(account.ram('GetLoginProfile', { UserName: 'ann' }))).toBe(
      'EntityNotExist.User.LoginProfile',
    );
  });

  it('is for a user who exists', async () => {
    expect(await refusal(create({ UserName: 'nobody' }))).toBe('EntityNotExist.User');
  });
});

describe('a change of a login profile', () => {
  beforeEach(async () => {
    await create({ MFABindRequired: 'true' });
    world.advance(5000);
  });

  it('keeps what is left out, the password among it', async () => {
    await update({ PasswordResetRequired: 'true' });
    expect(await shown()).toMatchObject({
      PasswordResetRequired: true,
      MFABindRequired: true,
      Status: 'Active',
      UpdateDate: world.isoNow(),
    });
    expect(await isInForce(first)).toBe(true);
  });

  it('sets another password in place of the one before', async () => {
    await update({ Password: 'second-Password' });
    expect(await isInForce('second-Password')).toBe(true);
    expect(await isInForce(first)).toBe(false);
  });

  it('is answered by IMS with the profile', async () => {
    const parameters = { UserPrincipalName: account.principal('ann'), Status: 'Inactive' };
    const { LoginProfile } = await account.ims('UpdateLoginProfile', parameters);
    expect(LoginProfile).toMatchObject({ Status: 'Inactive', AutoDisableLoginStatus: 'true' });
  });

  it('is refused as a whole for a weak password', async () => {
    expect(await refusal(update({ Password: 'short', MFABindRequired: 'false' }))).toBe(
      'InvalidParameter.Password.TooWeak',
    );
    expect(await shown()).toMatchObject({ MFABindRequired: true });
    expect(await isInForce(first)).toBe(true);
  });

  it('does not bring back a password of before, where the policy forbids it', async () => {
    await account.ram('SetPasswordPolicy', { PasswordReusePrevention: '2' });
    await update({ Password: 'second-Password' });
    await update({ Password: 'third-Password' });
    expect(await refusal(update({ Password: 'second-Password' }))).toBe(
      'InvalidParameter.Password.ReusePrevention',
    );
    expect(await isInForce('third-Password')).toBe(true);
    await update({ Password: first });
  });

  it('takes the password in force again, also where none may come back: its age starts anew', async () => {
    await account.ram('SetPasswordPolicy', { PasswordReusePrevention: '2' });
    await update({ Password: 'second-Password' });
    world.advance(5000);
    const before = await row();
    await update({ Password: 'second-Password', MFABindRequired: 'false' });
    expect(await row()).toMatchObject({
      mfa_bind_required: 0,
      password_hash: before?.password_hash,
      password_set_at: (before?.password_set_at ?? 0) + 5000,
    });
    // It was not remembered as one of before: that would have pushed the first one out.
    expect(await refusal(update({ Password: first }))).toBe('InvalidParameter.Password.ReusePrevention');
  });

  it('lets a user in again who is locked out, with the password in force as with another', async () => {
    await account.ram('SetPasswordPolicy', { PasswordReusePrevention: '1', MaxLoginAttemps: '1' });
    expect(await refusal(changePassword('wrong', 'second-Password'))).toBe(
      'InvalidParameter.OldPassword.Incorrect',
    );
    expect(await refusal(changePassword(first, 'second-Password'))).toBe('LimitExceeded.User.LoginAttempts');
    await update({ Password: first });
    await changePassword(first, 'second-Password');
    expect(await isInForce('second-Password')).toBe(true);
  });

  it('needs a profile', async () => {
    await account.user('bob');
    expect(await refusal(update({ UserName: 'bob', Password: 'second-Password' }))).toBe(
      'EntityNotExist.User.LoginProfile',
    );
    expect(await refusal(update({ UserName: 'nobody' }))).toBe('EntityNotExist.User');
  });
});

describe('a login profile that is deleted', () => {
  it('is gone with all that belongs to it, and can be made anew', async () => {
    await create();
    await update({ Password: 'second-Password' });
    await account.ram('DeleteLoginProfile', { UserName: 'ANN' });
    const again = () => account.ims('DeleteLoginProfile', { UserPrincipalName: account.principal('ann') });
    expect(await refusal(again())).toBe('EntityNotExist.User.LoginProfile');
    expect(await refusal(changePassword('second-Password', 'third-Password'))).toBe(
      'EntityNotExist.User.LoginProfile',
    );
    await account.ram('SetPasswordPolicy', { PasswordReusePrevention: '24' });
    await create();
  });

  it('keeps RAM from deleting its user, and goes with the user whom IMS deletes', async () => {
    await create();
    expect(await refusal(account.ram('DeleteUser', { UserName: 'ann' }))).toBe(
      'DeleteConflict.User.LoginProfile',
    );
    await update({ Password: 'second-Password' });
    await account.ims('DeleteUser', { UserId: userId });
    expect(await row()).toBeUndefined();
  });
});

describe('the age of a password', () => {
  const stateAfter = async (days: number) => {
    world.advance(days * DAY);
    const profile = await shown();
    return (profile as { PasswordStatus: string }).PasswordStatus;
  };

  it('ends it at the age that the policy sets, and starts anew with every password', async () => {
    await account.ims('SetPasswordPolicy', { MaxPasswordAge: '30', InitialPasswordAge: '0' });
    await create();
    expect(await stateAfter(29)).toBe('Valid');
    expect(await stateAfter(1)).toBe('Expired');
    await update({ Password: 'second-Password' });
    expect(await stateAfter(29)).toBe('Valid');
    await changePassword('second-Password', 'third-Password');
    expect(await stateAfter(29)).toBe('Valid');
    expect(await stateAfter(1)).toBe('Expired');
  });

  it('ends one that somebody else chose sooner, until its user chooses', async () => {
    await create();
    expect(await stateAfter(13)).toBe('Valid');
    expect(await stateAfter(1)).toBe('InitialExpired');
    await changePassword(first, 'second-Password');
    expect(await stateAfter(400)).toBe('Valid');
    await update({ Password: 'third-Password' });
    expect(await stateAfter(14)).toBe('InitialExpired');
  });

  it('starts anew for an initial password whose log-on is switched on again', async () => {
    await create();
    const set = (Status: string) =>
      account.ims('UpdateLoginProfile', { UserPrincipalName: account.principal('ann'), Status });
    await set('Inactive');
    expect(await stateAfter(20)).toBe('InitialExpired');
    await set('Active');
    expect(await stateAfter(13)).toBe('Valid');
    await set('Active');
    expect(await stateAfter(1)).toBe('InitialExpired');
  });
});
