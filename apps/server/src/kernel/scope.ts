import type { AccountId } from './callers/identity.ts';
import type { RequestContext } from './context.ts';

/**
 * The one account that a rule may see. The store makes scopes and is the only one that can open them:
 * a rule hands its scope to its area's `store.ts`, whose every query carries the scope's account.
 */
export interface Scope {
  readonly accountId: AccountId;
  readonly context: RequestContext;
  /** The request's time in milliseconds since 1970. */
  readonly now: number;
}

/** What of an account a change touched; the cache of other nodes drops what depends on it. */
export type ChangeKind =
  | 'account'
  | 'user'
  | 'group'
  | 'membership'
  | 'access-key'
  | 'policy'
  | 'role'
  | 'resourcegroup'
  | 'attachment'
  | 'oidc-provider'
  | 'saml-provider'
  | 'gateway-token';

/** A scope inside a transaction that holds the account's lock. */
export interface ChangeScope extends Scope {
  /**
   * Appends to the account's change feed what this change touched.
   *
   * @param kind the noun
   * @param id immutable id of the thing; for `membership` and `attachment` the id of the user or group that gains or loses
   */
  touch(kind: ChangeKind, id: string): void;
}
