/** Who sent a request, as GetCallerIdentity describes callers. */
export interface Identity {
  readonly accountId: string;
  /** Such as `acs:ram::1234567890123456:user/alice`. */
  readonly arn: string;
  /** `Account` is the root of an account. */
  readonly identityType: 'Account' | 'RAMUser' | 'AssumedRoleUser';
  /** Stays the same when a user or role is renamed; of a session `<role id>:<session name>`. */
  readonly principalId: string;
  /** Of root and users. */
  readonly userId?: string;
  /** Of sessions. */
  readonly roleId?: string;
}
