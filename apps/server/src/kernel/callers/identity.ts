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

/** A role that somebody has taken on for a while. */
export interface SessionIdentity {
  readonly kind: 'session';
  /** Of the role. */
  readonly accountId: AccountId;
  /** 18 decimal digits, never reused. */
  readonly roleId: string;
  readonly roleName: string;
  /** As whoever took the role on called the session. */
  readonly sessionName: string;
  /** Who stands behind it, as was said when the first session of a chain was made. */
  readonly sourceIdentity?: string;
  /** Whether a second factor was shown; absent where nobody could show one, as with an AccessKey (spec: policy 3.5). */
  readonly mfaPresent?: boolean;
}

/** Somebody whom policies speak of. */
export type Identity = RootIdentity | UserIdentity | SessionIdentity;

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

/** Something that a session ends with: the role itself, and whoever took it on. */
export interface Origin {
  /** `key` is a user's AccessKey, with the user that it belongs to. */
  readonly kind: 'role' | 'key' | 'saml-provider' | 'oidc-provider';
  readonly accountId: AccountId;
  /** What it is looked up by: a name, or the id of an AccessKey. */
  readonly name: string;
  /**
   * Its immutable id with the epochs that it is in, its own and its account's. As soon as its sessions have been ended,
   * and when something else is called like it, a look-up gives another text.
   */
  readonly generation: string;
}

/** A session calling with the temporary key that it came with. */
export interface SessionCaller extends SessionIdentity {
  readonly accessKeyId: string;
  /** The role first, then everything else that the session ends with. */
  readonly origins: readonly Origin[];
  /** JSON text of the policy that narrows it. */
  readonly sessionPolicy?: string;
}

/** Somebody whom an identity provider vouches for. */
export interface FederatedCaller {
  readonly kind: 'federated';
  /** Of the provider. */
  readonly accountId: AccountId;
  /** `saml-provider/<name>` or `oidc-provider/<name>`. */
  readonly provider: string;
}

/** Somebody who signs with an AccessKey, permanent or temporary. */
export type KeyCaller = RootCaller | UserCaller | SessionCaller;

/** An authenticated caller. */
export type Caller = KeyCaller | GatewayCaller | FederatedCaller;

/** The ARN that GetCallerIdentity and the audit trail show (spec: wire 7.4). */
export function callerArn(caller: Identity | GatewayCaller | FederatedCaller): string {
  switch (caller.kind) {
    case 'root':
      return `acs:ram::${caller.accountId}:root`;
    case 'user':
      return `acs:ram::${caller.accountId}:user/${caller.userName}`;
    case 'session':
      return `acs:ram::${caller.accountId}:assumed-role/${caller.roleName}/${caller.sessionName}`;
    case 'federated':
      return `acs:ram::${caller.accountId}:${caller.provider}`;
    case 'gateway':
      return `acs:wardenry::${caller.accountId}:gateway-token/${caller.tokenId}`;
  }
}

/** The id of the caller: the account's for root, else the user's or the token's; a session adds its name to the role's. */
export function principalId(caller: Identity | GatewayCaller | FederatedCaller): string {
  switch (caller.kind) {
    case 'root':
      return caller.accountId;
    case 'user':
      return caller.userId;
    case 'session':
      return `${caller.roleId}:${caller.sessionName}`;
    case 'federated':
      return caller.provider;
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

/**
 * The ARN that policies know somebody by: of a session that of its role. The account itself has none (spec: policy 3.5).
 */
export function principalArn(caller: Identity | GatewayCaller | FederatedCaller): string | undefined {
  switch (caller.kind) {
    case 'user':
      return `acs:ram:*:${caller.accountId}:user/${caller.userName}`;
    case 'session':
      return `acs:ram:*:${caller.accountId}:role/${caller.roleName}`;
    default:
      return undefined;
  }
}
