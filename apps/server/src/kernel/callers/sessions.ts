/** Sessions of roles: what they are born from, what their tokens say, and who finds roles for them. */
import type { CompiledTrust } from '@wardenry/policy';
import type { Soon } from '../soon.ts';
import type { AccountId, FederatedCaller, KeyCaller, Origin } from './identity.ts';

/** What the token of a session says. Times are milliseconds since 1970, whole seconds. */
export interface SessionClaims {
  /** The role; its account is that of the session. */
  readonly role: Origin;
  readonly sessionName: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Who took the role on; for a session that another session made, that one's role and everything it was born from. */
  readonly bornFrom: readonly Origin[];
  /** JSON text; without one the session may do what its role may. */
  readonly sessionPolicy?: string;
  readonly sourceIdentity?: string;
  readonly mfaPresent?: boolean;
}

/** What a session calls with. */
export interface SessionCredentials {
  /** Begins with `STS.`; it and the secret follow from the token. */
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Opaque. */
  readonly securityToken: string;
}

/** Temporary credentials that a call gave out, as they are written down. */
export interface RecordedCredentials {
  readonly accessKeyId: string;
  /** ISO 8601, whole seconds, UTC. */
  readonly expiration: string;
}

/** A token that this installation issued. */
export interface OpenedToken extends Omit<SessionCredentials, 'securityToken'> {
  readonly claims: SessionClaims;
}

/** Seals what sessions are into tokens, so that nothing of them needs to be stored. */
export interface SessionTokens {
  issue(claims: SessionClaims): SessionCredentials;
  /**
   * Opens a token; whether it is still valid is another question.
   *
   * @returns undefined for a text that this installation did not issue, or that was altered since
   * @throws StorageUnavailable when the key that it was sealed with cannot be read
   */
  open(token: string): Soon<OpenedToken | undefined>;
}

/** A role that can be asked for. */
export interface KnownRole {
  readonly accountId: AccountId;
  readonly roleId: string;
  readonly name: string;
  readonly trust: CompiledTrust;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly origin: Origin;
}

/** Finds roles and whoever takes them on, as fresh as every decision needs them. All throw StorageUnavailable. */
export interface SessionSources {
  /**
   * @param roleName in any letter case
   * @returns undefined when the account has no such role
   */
  byRoleName(accountId: AccountId, roleName: string): Soon<KnownRole | undefined>;
  /**
   * What a session that the caller makes is born from; begins with the caller's own.
   *
   * @returns undefined when the caller is none any more, and for an account itself
   */
  originsOf(caller: KeyCaller): Soon<readonly Origin[] | undefined>;
  /**
   * The same for somebody whom a provider vouches for.
   *
   * @param providerId immutable id of the provider that the proof was held against
   * @returns undefined when the provider is none any more
   */
  originsOfFederated(caller: FederatedCaller, providerId: string): Soon<readonly Origin[] | undefined>;
}
