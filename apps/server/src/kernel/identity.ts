/** Who calls, and the names of things: accounts, principals, ARNs. */

/** 16 decimal digits; `system` is the scope of what belongs to no account. */
export type AccountId = string;

/** The scope of records that belong to no account: malformed requests, refusals of strangers, operator actions. */
export const SYSTEM_SCOPE: AccountId = 'system';

/** An authenticated caller. */
export type Caller = RootCaller | UserCaller;

/** The account itself, calling with one of its own AccessKeys. */
export interface RootCaller {
  readonly kind: 'root';
  readonly accountId: AccountId;
  readonly accessKeyId: string;
}

/** A RAM user calling with an AccessKey. */
export interface UserCaller {
  readonly kind: 'user';
  readonly accountId: AccountId;
  readonly accessKeyId: string;
  /** 18 decimal digits, never reused. */
  readonly userId: string;
  readonly userName: string;
}

/** The ARN that GetCallerIdentity and the audit trail show (spec: wire 7.4). */
export function callerArn(caller: Caller): string {
  return caller.kind === 'root'
    ? `acs:ram::${caller.accountId}:root`
    : `acs:ram::${caller.accountId}:user/${caller.userName}`;
}

/** The immutable id of the caller: the account's id for root, else the user's. */
export function principalId(caller: Caller): string {
  return caller.kind === 'root' ? caller.accountId : caller.userId;
}
