/**
 * Where an SDK and the product know different things. Everything else must be the same on both sides, and a line here that is
 * no difference any more fails the suite.
 */

/** What only one side knows of an operation. */
export interface Difference {
  /** Parameters that the SDK has no field for. */
  readonly newerParameters?: readonly string[];
  /** Leaves of the reply that the SDK has no field for. */
  readonly newerMembers?: readonly string[];
  /** Leaves that the SDK reads and the product does not declare. */
  readonly neverDeclared?: readonly string[];
  /** Leaves that both know and no call can fill. */
  readonly neverFilled?: readonly string[];
  readonly reason: string;
}

// The npm package stands at 2.3.2; 2.4.1 of the same SDK in other languages has these fields.
const NEWER = 'The SDKs of other languages know it from IMS 2.4.1 on; npm has 2.3.2.';

const ofProfile: Difference = { newerMembers: ['LoginProfile.PasswordStatus: string'], reason: NEWER };
const ofFederation: Difference = {
  neverFilled: ['SourceIdentity: string'],
  reason:
    'An identity provider vouches for somebody by what it says itself; the exchange takes no SourceIdentity.',
};
const ofPasswordPolicy: Difference = {
  newerMembers: [
    'PasswordPolicy.InitialPasswordAge: number',
    'PasswordPolicy.InterceptRiskPasswordOnApi: boolean',
  ],
  reason: NEWER,
};
const ofPreference: Difference = {
  newerMembers: ['SecurityPreference.AccessKeyPreference.AllowUserToManageServiceCredentials: boolean'],
  reason: NEWER,
};

/** The differences by the name of the operation, e.g. `Ims GetUser`. */
export const differences: Readonly<Record<string, Difference>> = {
  'Ims CreateLoginProfile': ofProfile,
  'Ims GetLoginProfile': ofProfile,
  'Ims UpdateLoginProfile': ofProfile,
  'Ims GetPasswordPolicy': ofPasswordPolicy,
  'Ims SetPasswordPolicy': {
    ...ofPasswordPolicy,
    newerParameters: ['InitialPasswordAge', 'InterceptRiskPasswordOnApi'],
  },
  'Ims GetSecurityPreference': ofPreference,
  'Ims SetSecurityPreference': {
    ...ofPreference,
    newerParameters: [
      'AllowUserToManageServiceCredentials',
      'EnforceMFAForLogin',
      'MaxIdleDaysForAccessKeys',
      'MaxIdleDaysForUsers',
    ],
  },
  'Ims GetAccountSummary': {
    newerMembers: [
      'SummaryMap.AuthorizedClientPerUserQuota: number',
      'SummaryMap.ServiceCredentialsPerUserPerServiceQuota: number',
    ],
    reason: NEWER,
  },
  'Ims CreateUser': {
    neverFilled: ['User.LastLoginDate: string'],
    reason: 'Who is new has not logged on.',
  },
  'Ims GetAppSecret': {
    neverFilled: ['AppSecret.AppSecretValue: string'],
    reason:
      'A secret is shown once, by CreateAppSecret; after that the product has it sealed and shows it to nobody.',
  },
  'Ims ListExternalApplications': {
    neverFilled: ['Marker: string'],
    reason: 'The operation takes no size of a page, so that all come at once.',
  },
  'Sts AssumeRoleWithOIDC': ofFederation,
  'Sts AssumeRoleWithSAML': ofFederation,
  'Sts GetCallerIdentity': {
    neverFilled: ['RoleId: string'],
    reason: 'Only sessions of roles have one, and the right calls are those of users.',
  },
};

/** What differs for one operation; nothing unless it is listed. */
export function differenceOf(title: string): Required<Difference> {
  return {
    newerParameters: [],
    newerMembers: [],
    neverDeclared: [],
    neverFilled: [],
    reason: '',
    ...differences[title],
  };
}
