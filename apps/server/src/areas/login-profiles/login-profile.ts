/** What lets a user log on to the console. Times are milliseconds since 1970. */
export interface LoginProfile {
  readonly userId: string;
  /** An inactive profile keeps its settings, and its password opens nothing. */
  readonly status: LoginStatus;
  /** PHC text; empty for a profile that has no password. */
  readonly passwordHash: string;
  /** When the password was set. */
  readonly passwordSetAt: number;
  /** Since when the password is one that somebody else chose; undefined once the user has chosen its own. */
  readonly initialAt: number | undefined;
  /** Whether the user must choose a password of its own at the next log-on. */
  readonly passwordResetRequired: boolean;
  /** Whether the user must bind a second factor at the next log-on. */
  readonly mfaBindRequired: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type LoginStatus = 'Active' | 'Inactive';

/** What is to change about a profile; what is undefined stays. */
export interface NewSettings {
  readonly status?: LoginStatus | undefined;
  readonly passwordResetRequired?: boolean | undefined;
  readonly mfaBindRequired?: boolean | undefined;
}
