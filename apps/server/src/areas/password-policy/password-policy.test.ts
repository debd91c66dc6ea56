import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount } from '../../../test/area-harness.ts';

const world = await openWorld();
afterAll(() => world.close());

let account: TestAccount;
beforeEach(async () => {
  account = await world.account();
});

const shared = {
  MinimumPasswordLength: 8,
  RequireLowercaseCharacters: false,
  RequireUppercaseCharacters: false,
  RequireNumbers: false,
  RequireSymbols: false,
  MaxPasswordAge: 0,
  PasswordReusePrevention: 0,
  MaxLoginAttemps: 0,
};
const ramDefaults = { ...shared, HardExpiry: false };
const imsDefaults = {
  ...shared,
  HardExpire: false,
  MinimumPasswordDifferentCharacter: 0,
  PasswordNotContainUserName: false,
  InitialPasswordAge: 14,
  InterceptRiskPasswordOnApi: false,
};

describe('the password policy', () => {
  it('has the documented defaults, in the words of each API', async () => {
    expect(await account.ram('GetPasswordPolicy')).toEqual({ PasswordPolicy: ramDefaults });
    expect(await account.ims('GetPasswordPolicy')).toEqual({ PasswordPolicy: imsDefaults });
  });

  it('is replaced: what is left out takes its default', async () => {
    const all = {
      MinimumPasswordLength: '12',
      RequireSymbols: 'true',
      HardExpire: 'true',
      MaxPasswordAge: '90',
    };
    expect(await account.ims('SetPasswordPolicy', all)).toEqual({
      PasswordPolicy: {
        ...imsDefaults,
        MinimumPasswordLength: 12,
        RequireSymbols: true,
        HardExpire: true,
        MaxPasswordAge: 90,
      },
    });
    await account.ims('SetPasswordPolicy', { MaxLoginAttemps: '5' });
    expect(await account.ims('GetPasswordPolicy')).toEqual({
      PasswordPolicy: { ...imsDefaults, MaxLoginAttemps: 5 },
    });
  });

  it('is one for RAM and IMS, and RAM leaves alone what it has no word for', async () => {
    await account.ims('SetPasswordPolicy', { PasswordNotContainUserName: 'true', InitialPasswordAge: '0' });
    const { PasswordPolicy } = await account.ram('SetPasswordPolicy', { HardExpiry: 'true' });
    expect(PasswordPolicy).toEqual({ ...ramDefaults, HardExpiry: true });
    expect(await account.ims('GetPasswordPolicy')).toEqual({
      PasswordPolicy: {
        ...imsDefaults,
        HardExpire: true,
        PasswordNotContainUserName: true,
        InitialPasswordAge: 0,
      },
    });
  });

  it('is of one account', async () => {
    const other = await world.account();
    await account.ram('SetPasswordPolicy', { MinimumPasswordLength: '20' });
    expect(await other.ram('GetPasswordPolicy')).toEqual({ PasswordPolicy: ramDefaults });
  });

  it.each([
    ['MinimumPasswordLength', '7', '33'],
    ['MaxPasswordAge', '-1', '1096'],
    ['PasswordReusePrevention', '-1', '25'],
    ['MaxLoginAttemps', '-1', '33'],
    ['MinimumPasswordDifferentCharacter', '-1', '9'],
    ['InitialPasswordAge', '-1', '91'],
  ])('stays as it is when %s is out of range', async (field, ...values) => {
    await account.ims('SetPasswordPolicy', { MinimumPasswordLength: '10' });
    for (const value of values) {
      const code = await refusal(account.ims('SetPasswordPolicy', { [field]: value }));
      expect(code).toBe(`InvalidParameter.${field}.Range`);
    }
    expect(await account.ims('GetPasswordPolicy')).toMatchObject({
      PasswordPolicy: { MinimumPasswordLength: 10 },
    });
  });
});
