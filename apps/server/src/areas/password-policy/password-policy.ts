/** What passwords of an account's users must be like (spec: domain 4.2). */
export interface PasswordPolicy {
  /** Characters, 8 to 32. */
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  /** Different characters, 0 to 8. */
  readonly minimumDifferent: number;
  readonly notContainUserName: boolean;
  /** Days, 0 to 1095; with 0 a password never expires. */
  readonly maxAge: number;
  /** Whether only an administrator can help a user whose password expired. */
  readonly hardExpire: boolean;
  /** Passwords, 0 to 24, the one in force among them, that a new one must differ from. */
  readonly reusePrevention: number;
  /** Failures in a row, 0 to 32, after which no attempt is judged for an hour; with 0 the policy sets no limit. */
  readonly maxLoginAttempts: number;
  /** Days, 0 to 90, in which a user must replace a password that somebody else chose; 0 for no limit. */
  readonly initialAge: number;
  /** Whether passwords that everybody tries first are refused. */
  readonly interceptRisk: boolean;
}

/** The policy of an account that never set one: the documented defaults. */
export const defaultPasswordPolicy: PasswordPolicy = Object.freeze({
  minimumLength: 8,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: false,
  requireSymbols: false,
  minimumDifferent: 0,
  notContainUserName: false,
  maxAge: 0,
  hardExpire: false,
  reusePrevention: 0,
  maxLoginAttempts: 0,
  initialAge: 14,
  interceptRisk: false,
});

/** The most that any policy may ask for, and the most that a password may have. */
export const LONGEST_PASSWORD = 32;
/** The most passwords that any policy compares with, the one in force among them. */
export const MOST_REMEMBERED = 24;
