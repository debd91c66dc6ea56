import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount } from '../../../test/area-harness.ts';

const world = await openWorld();
afterAll(() => world.close());

let account: TestAccount;
beforeEach(async () => {
  account = await world.account();
});

const logon = {
  EnableSaveMFATicket: false,
  AllowUserToChangePassword: true,
  LoginSessionDuration: 6,
  LoginNetworkMasks: '',
};
const ramDefaults = {
  LoginProfilePreference: logon,
  AccessKeyPreference: { AllowUserToManageAccessKeys: false },
  MFAPreference: { AllowUserToManageMFADevices: true },
  PublicKeyPreference: { AllowUserToManagePublicKeys: false },
};
const imsLogon = {
  ...logon,
  AllowUserToLoginWithPasskey: true,
  MFAOperationForLogin: 'independent',
  OperationForRiskLogin: 'autonomous',
};
const imsDefaults = {
  LoginProfilePreference: imsLogon,
  AccessKeyPreference: { AllowUserToManageAccessKeys: false, AllowUserToManageServiceCredentials: false },
  MFAPreference: { AllowUserToManageMFADevices: true },
  PersonalInfoPreference: { AllowUserToManagePersonalDingTalk: true },
  VerificationPreference: { VerificationTypes: [] },
  MaxIdleDays: { MaxIdleDaysForUsers: 730, MaxIdleDaysForAccessKeys: 730 },
};

describe('the security preference', () => {
  it('has the documented defaults, in the words of each API', async () => {
    expect(await account.ram('GetSecurityPreference')).toEqual({ SecurityPreference: ramDefaults });
    expect(await account.ims('GetSecurityPreference')).toEqual({ SecurityPreference: imsDefaults });
  });

  it('keeps what is left out, whichever API sets the rest', async () => {
    await account.ims('SetSecurityPreference', {
      MFAOperationForLogin: 'adaptive',
      VerificationTypes: '["email","sms","email"]',
      MaxIdleDaysForUsers: '90',
      AllowUserToManageServiceCredentials: 'true',
    });
    await account.ram('SetSecurityPreference', {
      LoginSessionDuration: '24',
      AllowUserToManageAccessKeys: 'true',
      AllowUserToManagePublicKeys: 'true',
    });
    const { SecurityPreference } = await account.ims('SetSecurityPreference', {
      EnableSaveMFATicket: 'true',
    });
    expect(SecurityPreference).toEqual({
      ...imsDefaults,
      LoginProfilePreference: {
        ...imsLogon,
        EnableSaveMFATicket: true,
        LoginSessionDuration: 24,
        MFAOperationForLogin: 'adaptive',
      },
      AccessKeyPreference: { AllowUserToManageAccessKeys: true, AllowUserToManageServiceCredentials: true },
      VerificationPreference: { VerificationTypes: ['sms', 'email'] },
      MaxIdleDays: { MaxIdleDaysForUsers: 90, MaxIdleDaysForAccessKeys: 730 },
    });
    expect(await account.ims('GetSecurityPreference')).toEqual({ SecurityPreference });
    expect(await account.ram('GetSecurityPreference')).toMatchObject({
      SecurityPreference: { PublicKeyPreference: { AllowUserToManagePublicKeys: true } },
    });
  });

  it('takes the older way to ask for a second factor, unless the newer is there', async () => {
    const mfaAfter = async (parameters: Readonly<Record<string, string>>) => {
      await account.ims('SetSecurityPreference', parameters);
      const { SecurityPreference } = await account.ims('GetSecurityPreference');
      return (SecurityPreference as unknown as typeof imsDefaults).LoginProfilePreference
        .MFAOperationForLogin;
    };
    expect(await mfaAfter({ EnforceMFAForLogin: 'true' })).toBe('mandatory');
    expect(await mfaAfter({})).toBe('mandatory');
    expect(await mfaAfter({ EnforceMFAForLogin: 'false' })).toBe('independent');
    expect(await mfaAfter({ EnforceMFAForLogin: 'true', MFAOperationForLogin: 'adaptive' })).toBe('adaptive');
  });

  it('is emptied where it may be empty', async () => {
    const full = { LoginNetworkMasks: '192.0.2.0/24', VerificationTypes: '["sms"]' };
    await account.ims('SetSecurityPreference', full);
    await account.ims('SetSecurityPreference', { LoginNetworkMasks: '', VerificationTypes: '[]' });
    expect(await account.ims('GetSecurityPreference')).toEqual({ SecurityPreference: imsDefaults });
  });

  it('is of one account', async () => {
    const other = await world.account();
    await account.ram('SetSecurityPreference', { AllowUserToChangePassword: 'false' });
    expect(await other.ram('GetSecurityPreference')).toEqual({ SecurityPreference: ramDefaults });
  });

  it.each([
    ['MaxIdleDaysForUsers', '91', ''],
    ['MaxIdleDaysForAccessKeys', '0', ''],
    ['MFAOperationForLogin', 'Mandatory', ''],
    ['OperationForRiskLogin', 'never', ''],
    ['LoginSessionDuration', '25', '.Range'],
    ['LoginSessionDuration', '0', '.Range'],
    ['VerificationTypes', '["fax"]', '.Format'],
    ['VerificationTypes', '"sms"', '.Format'],
    ['VerificationTypes', '[["sms"]]', '.Format'],
    ['VerificationTypes', 'sms', '.Format'],
    ['LoginNetworkMasks', '10.0.0.0/8;'.repeat(50), '.Length'],
  ])('stays as it is when %s is %s', async (field, value, ending) => {
    const code = await refusal(
      account.ims('SetSecurityPreference', { [field]: value, EnableSaveMFATicket: 'true' }),
    );
    expect(code).toBe(`InvalidParameter.${field}${ending}`);
    expect(await account.ims('GetSecurityPreference')).toEqual({ SecurityPreference: imsDefaults });
  });
});

describe('the addresses to log on from', () => {
  const masksAfter = async (LoginNetworkMasks: string) => {
    const { SecurityPreference } = await account.ram('SetSecurityPreference', { LoginNetworkMasks });
    return (SecurityPreference as unknown as typeof ramDefaults).LoginProfilePreference.LoginNetworkMasks;
  };

  it.each([
    '192.168.0.0/16;10.0.0.0/8',
    '192.0.2.1',
    '0.0.0.0/0;::/0',
    '2001:db8::/32;::1',
    Array.from({ length: 40 }, (_, at) => `10.0.${at}.1`).join(';'),
  ])('are kept as they are given: %s', async masks => {
    expect(await masksAfter(masks)).toBe(masks);
  });

  it.each([
    Array.from({ length: 41 }, (_, at) => `10.0.${at}.1`).join(';'),
    '10.0.0.0/33',
    '192.0.2.77/24',
    '2001:db8::1/32',
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '10.0.0',
    '010.0.0.1',
    '10.0.0.256',
    '2001:db8::/129',
    'fe80::1%eth0',
    '10.0.0.1,10.0.0.2',
    '10.0.0.1; 10.0.0.2',
    '10.0.0.1;',
    'example.com',
  ])('are refused: %s', async masks => {
    expect(await refusal(masksAfter(masks))).toBe('InvalidParameter.LoginNetworkMasks.Format');
  });
});
