import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount } from '../../../test/area-harness.ts';
import type { UserCaller } from '../../kernel/callers/identity.ts';
import { count } from '../../store/index.ts';

const HOUR = 3_600_000;
const world = await openWorld();
afterAll(() => world.close());

const first = 'first-Password';
const second = 'second-Password';
let account: TestAccount;
let ann: UserCaller;
beforeEach(async () => {
  account = await world.account();
  await account.user('ann');
  ann = await account.callerOf('ann');
  await account.ram('CreateLoginProfile', {
    UserName: 'ann',
    Password: first,
    PasswordResetRequired: 'true',
  });
});

const changePassword = (OldPassword: string, NewPassword: string, caller = ann) =>
  account.ram('ChangePassword', { OldPassword, NewPassword }, caller);
const incorrect = 'InvalidParameter.OldPassword.Incorrect';
const locked = 'LimitExceeded.User.LoginAttempts';
const guess = (times: number) =>
  Promise.all(Array.from({ length: times }, (_, at) => refusal(changePassword(`guess-${at}`, second))));

describe('a user who changes its own password', () => {
  it('has the new one from then on, and is not asked to change it again', async () => {
    await changePassword(first, second);
    expect(await refusal(changePassword(first, 'third-Password'))).toBe(incorrect);
    const { LoginProfile } = await account.ram('GetLoginProfile', { UserName: 'ann' });
    expect(LoginProfile).toMatchObject({ PasswordResetRequired: false });
    await account.ims('ChangePassword', { OldPassword: second, NewPassword: 'third-Password' }, ann);
  });

  it('must know the one in force, to the letter', async () => {
    for (const wrong of [second, first.toUpperCase(), `${first} `, 'x'.repeat(33), 'x']) {
      expect(await refusal(changePassword(wrong, second))).toBe(incorrect);
    }
    await changePassword(first, second);
  });

  it('is held against the password policy, and keeps the old one', async () => {
    await account.ims('SetPasswordPolicy', {
      MinimumPasswordLength: '12',
      PasswordNotContainUserName: 'true',
    });
    for (const weak of ['elevenchars', 'so-says-ANN-again', 'x'.repeat(33)]) {
      expect(await refusal(changePassword(first, weak))).toBe('InvalidParameter.NewPassword.TooWeak');
    }
    await changePassword(first, second);
  });

  it('takes none of its last passwords, as many as the policy counts with the one in force', async () => {
    await account.ram('SetPasswordPolicy', { PasswordReusePrevention: '2' });
    await changePassword(first, second);
    for (const used of [first, second]) {
      expect(await refusal(changePassword(second, used))).toBe(
        'InvalidParameter.NewPassword.ReusePrevention',
      );
    }
    await changePassword(second, 'third-Password');
    await changePassword('third-Password', first);
    await account.ram('SetPasswordPolicy', {});
    await changePassword(first, first);
  });

  it('has at most 24 of them remembered', async () => {
    for (let at = 0; at < 26; at += 1)
      await changePassword(at === 0 ? first : `turn-${at}-x`, `turn-${at + 1}-x`);
    const remembered = await world.change(account.root, scope => count(scope, 'password_history'));
    expect(remembered).toBe(23);
    await account.ram('SetPasswordPolicy', { PasswordReusePrevention: '24' });
    expect(await refusal(changePassword('turn-26-x', 'turn-3-x'))).toBe(
      'InvalidParameter.NewPassword.ReusePrevention',
    );
    await changePassword('turn-26-x', 'turn-2-x');
  });

  it('does it once, when it asks twice at the same time', async () => {
    const attempts = [changePassword(first, second), changePassword(first, 'third-Password')];
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: incorrect } });
  });

  it('needs a login profile, which the account itself cannot have', async () => {
    await account.user('bob');
    const bob = await account.callerOf('bob');
    expect(await refusal(changePassword(first, second, bob))).toBe('EntityNotExist.User.LoginProfile');
    expect(await refusal(account.ram('ChangePassword', { OldPassword: first, NewPassword: second }))).toBe(
      'NotSupport.Account',
    );
    await changePassword(first, second);
  });

  it('is authorized on itself', async () => {
    const parameters = { OldPassword: first, NewPassword: second };
    expect(await account.resources('Ram', 'ChangePassword', parameters, ann)).toEqual(['user/ann']);
  });
});

describe('guessing a password', () => {
  beforeEach(() => account.ram('SetPasswordPolicy', { MaxLoginAttemps: '3' }));

  it('ends after as many failures as the policy allows, even for who knows it', async () => {
    expect(await guess(3)).toEqual([incorrect, incorrect, incorrect]);
    expect(await refusal(changePassword(first, second))).toBe(locked);
    world.advance(HOUR - 1);
    expect(await refusal(changePassword(first, second))).toBe(locked);
    world.advance(1);
    await changePassword(first, second);
  });

  it('is judged no more often when all guesses come at once', async () => {
    const outcomes = await guess(20);
    expect(outcomes.filter(code => code === incorrect)).toHaveLength(3);
    expect(outcomes.filter(code => code === locked)).toHaveLength(17);
  });

  it('is counted anew after a right one, though its new password was refused', async () => {
    await guess(2);
    expect(await refusal(changePassword(first, 'short'))).toBe('InvalidParameter.NewPassword.TooWeak');
    await guess(2);
    await changePassword(first, second);
  });

  it('is forgotten when an administrator sets another password', async () => {
    await guess(4);
    await account.ram('UpdateLoginProfile', { UserName: 'ann', Password: second });
    await changePassword(second, 'third-Password');
  });

  it('locks nobody else', async () => {
    await account.user('bob');
    await account.ram('CreateLoginProfile', { UserName: 'bob', Password: first });
    await guess(4);
    await changePassword(first, second, await account.callerOf('bob'));
  });

  it('ends after a hundred failures where the policy sets no limit', async () => {
    await account.ram('SetPasswordPolicy', {});
    const outcomes = await guess(105);
    expect(outcomes.filter(code => code === incorrect)).toHaveLength(100);
  });
});
