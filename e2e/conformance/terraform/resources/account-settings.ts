/** What an account has one of. Terraform sets it, and forgets it when it is to be deleted. */
import { type Attributes, attributesOf, type Configurations, changes, type Resource } from '../resource.ts';

export const accountAlias: Resource = {
  type: 'alicloud_ram_account_alias',
  configure: ({ fresh }) => ({
    first: { AccountAlias: fresh('alias') },
    changed: { AccountAlias: fresh('alias') },
  }),
  async create(provider, wanted) {
    await provider.call('Ram SetAccountAlias', wanted);
    return String(wanted.AccountAlias);
  },
  async read(provider) {
    const asked = { RegionId: 'cn-hangzhou' };
    const reply = await provider.expecting(['EntityNotExist'], 'Ram GetAccountAlias', asked);
    return reply && { AccountAlias: reply.textAt('$.AccountAlias') };
  },
  async update(provider, _, __, wanted) {
    await provider.call('Ram SetAccountAlias', wanted);
  },
  drift: ({ elsewhere, fresh }) =>
    elsewhere('Ims SetDefaultDomain', { DefaultDomainName: `${fresh('alias')}.onaliyun.com` }),
};

const strictPolicy: Attributes = {
  MinimumPasswordLength: '12',
  RequireLowercaseCharacters: 'true',
  RequireUppercaseCharacters: 'true',
  RequireNumbers: 'true',
  RequireSymbols: 'true',
  MaxPasswordAge: '99',
  PasswordReusePrevention: '24',
  MaxLoginAttemps: '32',
};
const lenientPolicy: Attributes = {
  MinimumPasswordLength: '8',
  RequireLowercaseCharacters: 'false',
  RequireUppercaseCharacters: 'false',
  RequireNumbers: 'false',
  RequireSymbols: 'false',
  MaxPasswordAge: '0',
  PasswordReusePrevention: '0',
  MaxLoginAttemps: '0',
};

/** The older resource, of RAM. */
export const accountPasswordPolicy: Resource = passwordPolicy('Ram', 'alicloud_ram_account_password_policy', {
  first: { ...strictPolicy, HardExpiry: 'true' },
  changed: { ...lenientPolicy, HardExpiry: 'false' },
});

/** The newer one, of IMS. */
export const imsPasswordPolicy: Resource = passwordPolicy('Ims', 'alicloud_ram_password_policy', {
  first: {
    ...strictPolicy,
    HardExpire: 'true',
    PasswordNotContainUserName: 'true',
    MinimumPasswordDifferentCharacter: '2',
  },
  changed: {
    ...lenientPolicy,
    HardExpire: 'false',
    PasswordNotContainUserName: 'false',
    MinimumPasswordDifferentCharacter: '0',
  },
});

function passwordPolicy(product: 'Ram' | 'Ims', type: string, configurations: Configurations): Resource {
  return {
    type,
    configure: () => configurations,
    async create(provider, wanted) {
      await provider.call(`${product} SetPasswordPolicy`, wanted);
      return 'password-policy';
    },
    async read(provider) {
      const reply = await provider.call(`${product} GetPasswordPolicy`);
      return attributesOf(reply.objectAt('$.PasswordPolicy'), Object.keys(configurations.first));
    },
    async update(provider, _, was, wanted) {
      await provider.call(
        `${product} SetPasswordPolicy`,
        changes(was, wanted, attribute => attribute),
      );
    },
    drift: ({ elsewhere }) => elsewhere(`${product} SetPasswordPolicy`, { MinimumPasswordLength: '20' }),
  };
}

/** Where GetSecurityPreference shows what SetSecurityPreference is told. */
const preferencePlaces: Readonly<Record<string, readonly string[]>> = {
  LoginProfilePreference: [
    'AllowUserToChangePassword',
    'AllowUserToLoginWithPasskey',
    'EnableSaveMFATicket',
    'LoginNetworkMasks',
    'LoginSessionDuration',
    'MFAOperationForLogin',
    'OperationForRiskLogin',
  ],
  AccessKeyPreference: ['AllowUserToManageAccessKeys'],
  MFAPreference: ['AllowUserToManageMFADevices'],
  PersonalInfoPreference: ['AllowUserToManagePersonalDingTalk'],
  MaxIdleDays: ['MaxIdleDaysForAccessKeys', 'MaxIdleDaysForUsers'],
};

export const securityPreference: Resource = {
  type: 'alicloud_ram_security_preference',
  configure: () => ({
    first: {
      AllowUserToChangePassword: 'false',
      AllowUserToLoginWithPasskey: 'false',
      AllowUserToManageAccessKeys: 'true',
      AllowUserToManageMFADevices: 'false',
      AllowUserToManagePersonalDingTalk: 'false',
      EnableSaveMFATicket: 'true',
      LoginNetworkMasks: '192.0.2.0/24;10.0.0.0/8',
      LoginSessionDuration: '12',
      MFAOperationForLogin: 'adaptive',
      MaxIdleDaysForAccessKeys: '90',
      MaxIdleDaysForUsers: '180',
      OperationForRiskLogin: 'enforceVerify',
      VerificationTypes: '["email"]',
    },
    changed: {
      AllowUserToChangePassword: 'true',
      AllowUserToLoginWithPasskey: 'true',
      AllowUserToManageAccessKeys: 'false',
      AllowUserToManageMFADevices: 'true',
      AllowUserToManagePersonalDingTalk: 'true',
      EnableSaveMFATicket: 'false',
      LoginNetworkMasks: '',
      LoginSessionDuration: '6',
      MFAOperationForLogin: 'independent',
      MaxIdleDaysForAccessKeys: '730',
      MaxIdleDaysForUsers: '365',
      OperationForRiskLogin: 'autonomous',
      VerificationTypes: '["email","sms"]',
    },
  }),
  async create(provider, wanted) {
    await provider.call('Ims SetSecurityPreference', wanted);
    return 'security-preference';
  },
  async read(provider) {
    const reply = await provider.call('Ims GetSecurityPreference');
    const preference = reply.objectAt('$.SecurityPreference') as Record<string, Record<string, unknown>>;
    const parts = Object.entries(preferencePlaces).map(([part, names]) =>
      attributesOf(preference[part] ?? {}, names),
    );
    const types = preference.VerificationPreference?.VerificationTypes;
    // A set: its order says nothing.
    return Object.assign({ VerificationTypes: JSON.stringify([types].flat().sort()) }, ...parts);
  },
  async update(provider, _, was, wanted) {
    await provider.call(
      'Ims SetSecurityPreference',
      changes(was, wanted, attribute => attribute),
    );
  },
  drift: ({ elsewhere }) => elsewhere('Ram SetSecurityPreference', { LoginSessionDuration: '3' }),
};
