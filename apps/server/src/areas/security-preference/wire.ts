/** Security preferences as RAM and as IMS show them (spec: domain 5). */
import { booleanField, integerField, object, type Rendered, textField } from '../../kernel/response.ts';
import type { SecurityPreference } from './security-preference.ts';

const logonFields = {
  EnableSaveMFATicket: booleanField,
  AllowUserToChangePassword: booleanField,
  LoginSessionDuration: integerField,
  LoginNetworkMasks: textField,
} as const;

function logon(preference: SecurityPreference): Rendered<typeof logonFields> {
  return {
    EnableSaveMFATicket: preference.saveMfaTicket,
    AllowUserToChangePassword: preference.changePassword,
    LoginSessionDuration: preference.sessionHours,
    LoginNetworkMasks: preference.networkMasks,
  };
}

/** RAM's preferences. */
export const ramPreferenceFields = {
  LoginProfilePreference: object(logonFields),
  AccessKeyPreference: object({ AllowUserToManageAccessKeys: booleanField }),
  MFAPreference: object({ AllowUserToManageMFADevices: booleanField }),
  PublicKeyPreference: object({ AllowUserToManagePublicKeys: booleanField }),
} as const;

/** Fills `ramPreferenceFields`. */
export function ramPreference(preference: SecurityPreference): Rendered<typeof ramPreferenceFields> {
  return {
    LoginProfilePreference: logon(preference),
    AccessKeyPreference: { AllowUserToManageAccessKeys: preference.manageAccessKeys },
    MFAPreference: { AllowUserToManageMFADevices: preference.manageMfaDevices },
    PublicKeyPreference: { AllowUserToManagePublicKeys: preference.managePublicKeys },
  };
}

/** IMS' preferences. */
export const imsPreferenceFields = {
  LoginProfilePreference: object({
    ...logonFields,
    AllowUserToLoginWithPasskey: booleanField,
    MFAOperationForLogin: textField,
    OperationForRiskLogin: textField,
  }),
  AccessKeyPreference: object({
    AllowUserToManageAccessKeys: booleanField,
    AllowUserToManageServiceCredentials: booleanField,
  }),
  MFAPreference: object({ AllowUserToManageMFADevices: booleanField }),
  PersonalInfoPreference: object({ AllowUserToManagePersonalDingTalk: booleanField }),
  VerificationPreference: object({ VerificationTypes: { kind: 'list', item: textField } }),
  MaxIdleDays: object({ MaxIdleDaysForUsers: integerField, MaxIdleDaysForAccessKeys: integerField }),
} as const;

/** Fills `imsPreferenceFields`. */
export function imsPreference(preference: SecurityPreference): Rendered<typeof imsPreferenceFields> {
  return {
    LoginProfilePreference: {
      ...logon(preference),
      AllowUserToLoginWithPasskey: preference.loginWithPasskey,
      MFAOperationForLogin: preference.mfaForLogin,
      OperationForRiskLogin: preference.riskLogin,
    },
    AccessKeyPreference: {
      AllowUserToManageAccessKeys: preference.manageAccessKeys,
      AllowUserToManageServiceCredentials: preference.manageServiceCredentials,
    },
    MFAPreference: { AllowUserToManageMFADevices: preference.manageMfaDevices },
    PersonalInfoPreference: { AllowUserToManagePersonalDingTalk: preference.managePersonalDingTalk },
    VerificationPreference: { VerificationTypes: preference.verificationTypes },
    MaxIdleDays: {
      MaxIdleDaysForUsers: preference.maxIdleDaysOfUsers,
      MaxIdleDaysForAccessKeys: preference.maxIdleDaysOfAccessKeys,
    },
  };
}
