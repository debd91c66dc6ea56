/** Who calls, and the names of things: accounts, principals, ARNs. */

/** 16 decimal digits; `system` is the scope of what belongs to no account. */
export type AccountId = string;

/** The scope of records that belong to no account: malformed requests, refusals of strangers, operator actions. */
export const SYSTEM_SCOPE: AccountId = 'system';

/** The account itself. */
export interface RootIdentity {
  readonly kind: 'root';
  readonly accountId: AccountId;
}

/** A RAM user. */
export interface UserIdentity {
  readonly kind: 'user';
  readonly accountId: AccountId;
  /** 18 decimal digits, never reused. */
  readonly userId: string;
  readonly userName: string;
}

/** Somebody whom policies speak of. */
export type Identity = RootIdentity | UserIdentity;

/** The account itself, calling with one of its own AccessKeys. */
export interface RootCaller extends RootIdentity {
  readonly accessKeyId: string;
}

/** A RAM user calling with an AccessKey. */
export interface UserCaller extends UserIdentity {
  readonly accessKeyId: string;
}

/** A proxy that asks about the requests it receives, with a token of the account. */
export interface GatewayCaller {
  readonly kind: 'gateway';
  readonly accountId: AccountId;
  readonly tokenId: string;
}

/** Somebody who signs with an AccessKey. */
export type KeyCaller = RootCaller | UserCaller;

/** An authenticated caller. */
export type Caller = KeyCaller | GatewayCaller;

/** The ARN that GetCallerIdentity and the audit trail show (spec: wire 7.4). */
export function callerArn(caller: Identity | GatewayCaller): string {
  switch (caller.kind) {
    case 'root':
      return `acs:ram::${caller.accountId}:root`;
    case 'user':
      return `acs:ram::${caller.accountId}:user/${caller.userName}`;
    case 'gateway':
      return `acs:wardenry::${caller.accountId}:gateway-token/${caller.tokenId}`;
  }
}

/** The immutable id of the caller: the account's id for root, else the user's or the token's. */
export function principalId(caller: Identity | GatewayCaller): string {
  switch (caller.kind) {
    case 'root':
      return caller.accountId;
    case 'user':
      return caller.userId;
    case 'gateway':
      return caller.tokenId;
  }
}

/**
 * The key by which the names of users, groups, roles, policies and everything else that is called by a name are unique, and
 * by which lists of them are ordered: names are compared without regard to case (spec: domain 1.3).
 */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
