import type { Account, TestUser } from '../account.ts';
import { call, forBoth, named, plain, type ValidCall, type ValidCalls, visitor } from './valid-call.ts';

const whole = '*';

/** A password that every policy within the ranges takes, and that no other call uses. */
function freshPassword(account: Account): string {
  return `${account.fresh('Zederholz')}!mW`;
}

async function profiled(account: Account): Promise<TestUser> {
  const user = await visitor(account);
  await account.do('Ram CreateLoginProfile', { UserName: user.name, Password: freshPassword(account) });
  return user;
}

/** A call about a user who has a profile. */
function onProfile(
  product: 'Ram' | 'Ims',
  more: (account: Account) => Readonly<Record<string, string>> = () => ({}),
  title = '',
): ValidCall {
  return call(async account => {
    const user = await profiled(account);
    return [{ ...named(product, user), ...more(account) }, `user/${user.name}`];
  }, title);
}

/** A call about a user who has none. */
function onUser(
  product: 'Ram' | 'Ims',
  more: (account: Account) => Readonly<Record<string, string>>,
  title = '',
): ValidCall {
  return call(async account => {
    const user = await account.user();
    return [{ ...named(product, user), ...more(account) }, `user/${user.name}`];
  }, title);
}

const switches = { PasswordResetRequired: 'true', MFABindRequired: 'true' };

/** The caller has a password and needs a policy to change it. */
const ownPassword = call(async (account, { userName }) => {
  const [OldPassword, NewPassword] = [freshPassword(account), freshPassword(account)];
  await account.do('Ram SetSecurityPreference', { AllowUserToChangePassword: 'false' });
  await account.call('Ram DeleteLoginProfile', { UserName: userName });
  await account.do('Ram CreateLoginProfile', { UserName: userName, Password: OldPassword });
  return [{ OldPassword, NewPassword }, `user/${userName}`];
});

const sharedPolicy = {
  MinimumPasswordLength: '9',
  RequireLowercaseCharacters: 'true',
  RequireUppercaseCharacters: 'true',
  RequireNumbers: 'true',
  RequireSymbols: 'true',
  MaxPasswordAge: '1095',
  PasswordReusePrevention: '2',
  MaxLoginAttemps: '32',
};

const sharedPreference = {
  EnableSaveMFATicket: 'true',
  AllowUserToChangePassword: 'false',
  AllowUserToManageAccessKeys: 'false',
  AllowUserToManageMFADevices: 'false',
  LoginSessionDuration: '24',
  LoginNetworkMasks: '192.168.0.0/16;10.0.0.0/8;2001:db8::/32;192.0.2.1',
};

/** Operations on log-on: profiles, passwords, their policy, preferences and the default domain. */
export const logonSettingCalls: ValidCalls = {
  'Ram CreateLoginProfile': [
    onUser('Ram', account => ({ Password: freshPassword(account), ...switches })),
    onUser('Ram', account => ({ Password: freshPassword(account) }), 'a password and nothing else'),
  ],
  'Ims CreateLoginProfile': [
    onUser('Ims', account => ({ Password: freshPassword(account), ...switches, Status: 'Inactive' })),
    onUser('Ims', () => ({}), 'without a password'),
  ],
  ...forBoth('GetLoginProfile', product => [onProfile(product)]),
  'Ram UpdateLoginProfile': [
    onProfile('Ram', account => ({ Password: freshPassword(account), ...switches })),
    onProfile('Ram', () => ({ MFABindRequired: 'false' }), 'but for its password'),
  ],
  'Ims UpdateLoginProfile': [
    onProfile('Ims', account => ({ Password: freshPassword(account), ...switches, Status: 'Inactive' })),
    onProfile('Ims', () => ({ Status: 'Inactive' }), 'but for its password'),
  ],
  ...forBoth('DeleteLoginProfile', product => [onProfile(product)]),
  ...forBoth('ChangePassword', () => [ownPassword]),
  'Ram SetPasswordPolicy': [plain({ ...sharedPolicy, HardExpiry: 'true' }, whole), plain({}, whole)],
  'Ims SetPasswordPolicy': [
    plain(
      {
        ...sharedPolicy,
        HardExpire: 'true',
        MinimumPasswordDifferentCharacter: '8',
        PasswordNotContainUserName: 'true',
        InitialPasswordAge: '90',
        InterceptRiskPasswordOnApi: 'true',
      },
      whole,
    ),
    plain({}, whole),
  ],
  ...forBoth('GetPasswordPolicy', () => [plain({}, whole)]),
  'Ram SetSecurityPreference': [
    plain({ ...sharedPreference, AllowUserToManagePublicKeys: 'true' }, whole),
    plain({ LoginNetworkMasks: '' }, whole),
  ],
  'Ims SetSecurityPreference': [
    plain(
      {
        ...sharedPreference,
        AllowUserToLoginWithPasskey: 'false',
        AllowUserToManagePersonalDingTalk: 'false',
        AllowUserToManageServiceCredentials: 'true',
        MFAOperationForLogin: 'adaptive',
        EnforceMFAForLogin: 'true',
        OperationForRiskLogin: 'enforceVerify',
        VerificationTypes: '["email","sms"]',
        MaxIdleDaysForUsers: '90',
        MaxIdleDaysForAccessKeys: '180',
      },
      whole,
    ),
    plain({ VerificationTypes: '[]' }, whole),
  ],
  ...forBoth('GetSecurityPreference', () => [
    plain({}, whole),
    call(async account => {
      const set = { VerificationTypes: '["email"]', LoginNetworkMasks: '192.168.0.0/16' };
      await account.do('Ims SetSecurityPreference', set);
      return [{}, whole];
    }, 'with ways to verify and networks'),
  ]),
  'Ram SetAccountAlias': [call(account => [{ AccountAlias: account.fresh('alias') }, whole])],
  'Ims SetDefaultDomain': [
    call(account => [{ DefaultDomainName: `${account.fresh('alias')}.onaliyun.com` }, whole]),
  ],
  'Ram GetAccountAlias': [plain({}, whole)],
  'Ims GetDefaultDomain': [plain({}, whole)],
  'Ram ClearAccountAlias': [plain({}, whole)],
};
