/**
 * What the node holds of AccessKeys, of users and of their compiled policies: bounded, stamped with the revision of their
 * account, confirmed by polling, dropped by the account's change feed.
 */
import type { AccountId, FederatedCaller, KeyCaller, Origin } from '../../kernel/callers/identity.ts';
import type { KnownRole, SessionSources, SessionTokens } from '../../kernel/callers/sessions.ts';
import type { KnownKey, KnownPrincipal, PresentedToken, PrincipalLookup } from '../../kernel/decisions.ts';
import type { ProviderKind, SnapshotSource } from '../../kernel/ledger.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mapped, type Soon } from '../../kernel/soon.ts';
import type { Clock, FreshnessBounds } from './freshness.ts';
import { type GatewayPrincipal, gatewayPrincipal, tokenHoldingName } from './gateway-token.ts';
import { HeldAccounts } from './held-accounts.ts';
import { type HeldItem, HeldItems } from './held-items.ts';
import {
  type KeyPrincipal,
  type PermanentKey,
  type Principal,
  PrincipalAssembly,
  type RolePrincipal,
  roleHoldingName,
  type SystemDocuments,
  type UserPrincipal,
  userHoldingName,
} from './principal.ts';
import { knownSession } from './session/known-session.ts';
import { livingKey, livingProvider, livingRole, standing } from './session/origins.ts';
import { type HeldProvider, heldProvider, providerHoldingName } from './session/provider.ts';
import { type LivingOrigin, type SessionPrincipal, Sessions } from './session/sessions.ts';

export interface PrincipalsOptions {
  readonly source: SnapshotSource;
  readonly systemDocuments: SystemDocuments;
  readonly clock: Clock;
  readonly freshness: FreshnessBounds;
  readonly tokens: SessionTokens;
  /** Keys held at once, and as many users. */
  readonly capacity: number;
}

export class Principals implements PrincipalLookup, SessionSources {
  readonly #source: SnapshotSource;
  readonly #assembly: PrincipalAssembly;
  readonly #keys: HeldItems<PermanentKey>;
  readonly #users: HeldItems<UserPrincipal>;
  readonly #gateways: HeldItems<GatewayPrincipal>;
  readonly #roles: HeldItems<RolePrincipal>;
  readonly #providers: HeldItems<HeldProvider>;
  readonly #sessions: Sessions;
  readonly #accounts: HeldAccounts;

  constructor({ source, systemDocuments, clock, freshness, tokens, capacity }: PrincipalsOptions) {
    this.#source = source;
    this.#assembly = new PrincipalAssembly(systemDocuments, capacity);
    this.#accounts = new HeldAccounts({ source, clock, freshness, capacity, drop: name => this.#drop(name) });
    const options = { accounts: this.#accounts, clock, capacity };
    this.#keys = new HeldItems(options);
    this.#users = new HeldItems(options);
    this.#gateways = new HeldItems(options);
    this.#roles = new HeldItems(options);
    this.#providers = new HeldItems(options);
    this.#sessions = new Sessions({
      tokens,
      assembly: this.#assembly,
      capacity,
      origin: origin => this.#origin(origin),
      isCurrent: item => this.#holds(item) && this.#accounts.isFresh(item.holding.accountId),
    });
  }

  /** How many keys are held. */
  get size(): number {
    return this.#keys.size;
  }

  /**
   * Finds a key that may be decided with now. Answers at once when it is held and its account confirmed within the lease.
   *
   * @returns undefined when there is no such key
   * @throws StorageUnavailable when the account's revision could not be confirmed within the lease
   */
  find(accessKeyId: string): Soon<PermanentKey | undefined> {
    return this.#keys.find(accessKeyId, async () => {
      const snapshot = await this.#source.byAccessKey(accessKeyId);
      return snapshot === undefined ? undefined : this.#assembly.assemble(snapshot);
    });
  }

  /**
   * Finds the session of a token, as fresh as a key.
   *
   * @param accessKeyId that the request is signed with
   * @param now milliseconds since 1970
   * @throws ApiError `InvalidSecurityToken.Malformed`, `.MismatchWithAccessKey`, `.Expired`; StorageUnavailable
   */
  findSession(accessKeyId: string, token: string, now: number): Soon<KeyPrincipal> {
    return this.#sessions.find(accessKeyId, token, now);
  }

  byAccessKey(accountId: AccountId, accessKeyId: string): Soon<KnownKey | undefined> {
    return mapped(this.find(accessKeyId), key => knownKey(accountId, key));
  }

  byToken(
    accountId: AccountId,
    presented: PresentedToken,
    now: number,
  ): Soon<KnownPrincipal | 'ended' | undefined> {
    return knownSession(this.#sessions, accountId, presented, now);
  }

  byUserName(accountId: AccountId, userName: string): Soon<UserPrincipal | undefined> {
    return this.#users.find(userHoldingName(accountId, userName), async () => {
      const snapshot = await this.#source.byUserName(accountId, userName);
      return snapshot === undefined ? undefined : this.#assembly.assembleUser(snapshot);
    });
  }

  /**
   * Finds a proxy's token as fresh as a key.
   *
   * @returns undefined when there is no such token
   * @throws StorageUnavailable
   */
  byGatewayToken(tokenId: string): Soon<GatewayPrincipal | undefined> {
    const name = tokenHoldingName(tokenId);
    return this.#gateways.find(name, async () => {
      const snapshot = await this.#source.byGatewayToken(tokenId);
      return snapshot && gatewayPrincipal(snapshot, this.#assembly.flowOf(name));
    });
  }

  byRoleName(accountId: AccountId, roleName: string): Soon<KnownRole | undefined> {
    return mapped(this.#role(accountId, roleName), ({ role }) => role);
  }

  originsOf(caller: KeyCaller): Soon<readonly Origin[] | undefined> {
    const { kind, accountId, accessKeyId: name } = caller;
    switch (kind) {
      case 'root':
        return undefined;
      case 'session':
        return caller.origins;
      case 'user':
        return mapped(mapped(this.find(name), livingKey), ({ generation }) => [
          { kind: 'key', accountId, name, generation },
        ]);
    }
  }

  originsOfFederated(
    { accountId, provider }: FederatedCaller,
    providerId: string,
  ): Soon<readonly Origin[] | undefined> {
    const slash = provider.indexOf('/');
    const kind = provider.startsWith('saml-') ? 'saml-provider' : 'oidc-provider';
    const name = provider.slice(slash + 1);
    return mapped(this.#provider(accountId, kind, name), found =>
      found.providerId === providerId ? [{ kind, accountId, name, generation: found.generation }] : undefined,
    );
  }

  /**
   * The revision that a decision made with this principal stands on: that of the account as long as nothing the principal
   * depends on has changed, else the one it was read at, so that a change made with it is decided again.
   */
  revisionOf(principal: Principal): number {
    const { holding, revision } = principal;
    for (const item of standing(principal)) if (!this.#holds(item)) return revision;
    return Math.max(this.#accounts.revisionOf(holding.accountId) ?? revision, revision);
  }

  /**
   * Reads whoever signs a request inside a transaction of its account; what is found there is not kept. What a session was
   * born from in another account is as fresh as outside of it.
   *
   * @returns undefined when the key is gone, or the session has ended
   */
  async within(scope: Scope, principal: KeyPrincipal): Promise<KeyPrincipal | undefined> {
    if (isSession(principal)) {
      return this.#sessions.reassembled(principal, origin =>
        origin.accountId === scope.accountId ? this.#originWithin(scope, origin) : this.#origin(origin),
      );
    }
    return this.#keyWithin(scope, principal.accessKeyId);
  }

  /**
   * Makes what is found in some accounts from here on as new as it is on all nodes at this moment.
   *
   * @throws StorageUnavailable
   */
  confirm(accountIds: Iterable<AccountId>): Promise<void> {
    return this.#accounts.confirm(accountIds);
  }

  /**
   * Whoever signs a request, as it is on all nodes at this moment.
   *
   * @param others accounts that are confirmed with those that the caller stands on
   * @returns undefined when the key is gone, or the session has ended
   * @throws StorageUnavailable
   */
  async confirmed(principal: KeyPrincipal, others: Iterable<AccountId>): Promise<KeyPrincipal | undefined> {
    await this.confirm([...accountsBehind(principal), ...others]);
    return isSession(principal)
      ? this.#sessions.reassembled(principal, origin => this.#origin(origin))
      : this.find(principal.accessKeyId);
  }

  /**
   * Asks for the news of every account held and renews their leases. Two polls never overlap.
   *
   * @throws StorageUnavailable; the leases then go on ageing
   */
  poll(): Promise<void> {
    return this.#accounts.poll();
  }

  #role(accountId: AccountId, roleName: string): Soon<RolePrincipal | undefined> {
    return this.#roles.find(roleHoldingName(accountId, roleName), async () => {
      const snapshot = await this.#source.byRoleName(accountId, roleName);
      return snapshot && this.#assembly.assembleRole(snapshot);
    });
  }

  #provider(accountId: AccountId, kind: ProviderKind, name: string): Soon<HeldProvider | undefined> {
    return this.#providers.find(providerHoldingName(accountId, kind, name), async () => {
      const snapshot = await this.#source.byProvider(accountId, kind, name);
      return snapshot && heldProvider(snapshot, name);
    });
  }

  /** What a session was born from, as fresh as every decision needs it. */
  #origin({ kind, accountId, name }: Origin): Soon<LivingOrigin | undefined> {
    switch (kind) {
      case 'role':
        return mapped(this.#role(accountId, name), livingRole);
      case 'key':
        return mapped(this.find(name), livingKey);
      default:
        return mapped(this.#provider(accountId, kind, name), livingProvider);
    }
  }

  /** The same as it stands in a transaction. */
  async #originWithin(scope: Scope, { kind, name }: Origin): Promise<LivingOrigin | undefined> {
    switch (kind) {
      case 'role': {
        const role = await this.#source.byRoleNameWithin(scope, name);
        return role && livingRole(this.#assembly.assembleRole(role));
      }
      case 'key':
        return mapped(this.#keyWithin(scope, name), livingKey);
      default: {
        const provider = await this.#source.byProviderWithin(scope, kind, name);
        return provider && livingProvider(heldProvider(provider, name));
      }
    }
  }

  async #keyWithin(scope: Scope, accessKeyId: string): Promise<PermanentKey | undefined> {
    const snapshot = await this.#source.byAccessKeyWithin(scope, accessKeyId);
    return snapshot === undefined ? undefined : this.#assembly.assemble(snapshot);
  }

  #holds(item: HeldItem): boolean {
    return this.#keys.holds(item) || this.#roles.holds(item) || this.#providers.holds(item);
  }

  #drop(name: string): void {
    this.#keys.drop(name);
    this.#users.drop(name);
    this.#gateways.drop(name);
    this.#roles.drop(name);
    this.#providers.drop(name);
  }
}

function isSession(principal: KeyPrincipal): principal is SessionPrincipal {
  return principal.caller.kind === 'session';
}

function accountsBehind(principal: KeyPrincipal): readonly AccountId[] {
  return isSession(principal)
    ? principal.opened.origins.map(({ accountId }) => accountId)
    : [principal.holding.accountId];
}

/** A key of another account is as good as none. */
function knownKey(accountId: AccountId, key: KeyPrincipal): KnownKey | undefined {
  if (key.caller.accountId !== accountId) return undefined;
  return { identity: key.caller, subject: key.subject, active: key.active };
}
