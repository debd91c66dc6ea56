/** What the users of an account may do for themselves, and how they log on (spec: domain 5). */
export interface SecurityPreference {
  /** Whether a browser may be remembered after a second factor. */
  readonly saveMfaTicket: boolean;
  readonly changePassword: boolean;
  readonly loginWithPasskey: boolean;
  /** Hours that a console session lasts at most, 1 to 24. */
  readonly sessionHours: number;
  /** The only blocks of addresses that users may log on from, with semicolons between them; empty for anywhere. */
  readonly networkMasks: string;
  readonly mfaForLogin: 'mandatory' | 'independent' | 'adaptive';
  /** Deprecated by the API that it comes from; kept for clients that send it. */
  readonly riskLogin: 'autonomous' | 'enforceVerify';
  readonly manageAccessKeys: boolean;
  readonly manageServiceCredentials: boolean;
  readonly manageMfaDevices: boolean;
  readonly managePublicKeys: boolean;
  readonly managePersonalDingTalk: boolean;
  /** By what a sensitive operation may be verified. */
  readonly verificationTypes: readonly VerificationType[];
  /** Days without log-on after which it is switched off: 90, 180, 365 or 730. */
  readonly maxIdleDaysOfUsers: number;
  /** Days without use after which an AccessKey is disabled. */
  readonly maxIdleDaysOfAccessKeys: number;
}

export const verificationTypes = ['sms', 'email'] as const;
export type VerificationType = (typeof verificationTypes)[number];

/** The preference of an account that never set one: the documented defaults. */
export const defaultSecurityPreference: SecurityPreference = Object.freeze({
  saveMfaTicket: false,
  changePassword: true,
  loginWithPasskey: true,
  sessionHours: 6,
  networkMasks: '',
  mfaForLogin: 'independent',
  riskLogin: 'autonomous',
  manageAccessKeys: false,
  manageServiceCredentials: false,
  manageMfaDevices: true,
  managePublicKeys: false,
  managePersonalDingTalk: true,
  verificationTypes: [],
  maxIdleDaysOfUsers: 730,
  maxIdleDaysOfAccessKeys: 730,
});
