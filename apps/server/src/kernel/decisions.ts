/** What the doors for other services ask of the part that knows callers: who somebody is, and who signed a request. */
import type { Principal as Subject } from '@wardenry/policy';
import type { AccountId, Identity } from './callers/identity.ts';
import type { Soon } from './soon.ts';

/** Somebody whose rights can be asked about. */
export interface KnownPrincipal {
  readonly identity: Identity;
  /** With everything attached to it, compiled. */
  readonly subject: Subject;
}

/** An AccessKey and whose it is. */
export interface KnownKey extends KnownPrincipal {
  readonly active: boolean;
}

/** What a temporary key comes with. */
export interface PresentedToken {
  readonly accessKeyId: string;
  readonly securityToken: string;
}

/** Finds principals of one account, as fresh as every decision needs them. */
export interface PrincipalLookup {
  /**
   * @returns undefined when the account has no such key
   * @throws StorageUnavailable
   */
  byAccessKey(accountId: AccountId, accessKeyId: string): Soon<KnownKey | undefined>;
  /**
   * @param now milliseconds since 1970
   * @returns undefined for a token that is none of this account's sessions, or of another key
   * @throws StorageUnavailable
   */
  byToken(
    accountId: AccountId,
    presented: PresentedToken,
    now: number,
  ): Soon<KnownPrincipal | 'ended' | undefined>;
  /**
   * @param userName in any letter case
   * @returns undefined when the account has no such user
   * @throws StorageUnavailable
   */
  byUserName(accountId: AccountId, userName: string): Soon<KnownPrincipal | undefined>;
}

/** A request that a service received and hands over to have it verified. */
export interface HandedOverRequest {
  readonly method: string;
  /** The request target: still encoded path, and query if there is one. */
  readonly target: string;
  /** Names and values in turn, as they came in. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  /** In place of a body that the service has and checks itself: the digest that was signed. */
  readonly bodyDigest?: string;
}

/** Who asks to have a request verified. */
export interface GuardedService {
  readonly accountId: AccountId;
  /** The id of the principal that the service calls as: its nonces are claimed apart from those of other services. */
  readonly principalId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Who signed a request. */
export interface VerifiedRequest extends KnownPrincipal {
  /** Names of parameters that the signature does not cover: to be treated as absent. */
  readonly unsignedParameters: readonly string[];
}

/** Verifies requests of other services by the rules that our own requests go by. */
export interface RequestVerifier {
  /**
   * Verifies a request and claims its nonce, so that it is accepted once.
   *
   * @returns who signed it: somebody of the service's own account
   * @throws ApiError below 500 with the code that such a request would be refused with here; StorageUnavailable
   */
  verify(request: HandedOverRequest, service: GuardedService): Promise<VerifiedRequest>;
}

/** What is written down about one decision that a service asked for. */
export interface RecordedDecision {
  /** ARN; absent for a request that nobody is known to have signed. */
  readonly principal?: string;
  readonly action?: string;
  /** The first of the resources, or the one that was refused. */
  readonly resource?: string;
  /** `Verified` when nothing but the identity was asked for, `Refused` when nobody is known to have sent the request. */
  readonly decision: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny' | 'Verified' | 'Refused';
  /** Code that the request itself was refused with. */
  readonly refusal?: string;
  /** The service was told Allow, whatever the decision was. */
  readonly dryRun?: true;
}
