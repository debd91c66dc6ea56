/**
 * What the node holds of AccessKeys, of users and of their compiled policies: bounded, stamped with the revision of their
 * account, confirmed by polling, dropped by the account's change feed.
 */
import type { KnownKey, PrincipalLookup, Soon } from '../../kernel/decisions.ts';
import type { AccountId } from '../../kernel/identity.ts';
import type { SnapshotSource } from '../../kernel/ledger.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Clock, FreshnessBounds } from './freshness.ts';
import { type GatewayPrincipal, gatewayPrincipal, tokenHoldingName } from './gateway-token.ts';
import { HeldAccounts } from './held-accounts.ts';
import { HeldItems } from './held-items.ts';
import {
  type KeyPrincipal,
  type Principal,
  PrincipalAssembly,
  type SystemDocuments,
  type UserPrincipal,
  userHoldingName,
} from './principal.ts';

export interface PrincipalsOptions {
  readonly source: SnapshotSource;
  readonly systemDocuments: SystemDocuments;
  readonly clock: Clock;
  readonly freshness: FreshnessBounds;
  /** Keys held at once, and as many users. */
  readonly capacity: number;
}

export class Principals implements PrincipalLookup {
  readonly #source: SnapshotSource;
  readonly #assembly: PrincipalAssembly;
  readonly #keys: HeldItems<KeyPrincipal>;
  readonly #users: HeldItems<UserPrincipal>;
  readonly #gateways: HeldItems<GatewayPrincipal>;
  readonly #accounts: HeldAccounts;

  constructor({ source, systemDocuments, clock, freshness, capacity }: PrincipalsOptions) {
    this.#source = source;
    this.#assembly = new PrincipalAssembly(systemDocuments, capacity);
    this.#accounts = new HeldAccounts({ source, clock, freshness, capacity, drop: name => this.#drop(name) });
    const options = { accounts: this.#accounts, clock, capacity };
    this.#keys = new HeldItems(options);
    this.#users = new HeldItems(options);
    this.#gateways = new HeldItems(options);
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
  find(accessKeyId: string): Soon<KeyPrincipal | undefined> {
    return this.#keys.find(accessKeyId, async () => {
      const snapshot = await this.#source.byAccessKey(accessKeyId);
      return snapshot === undefined ? undefined : this.#assembly.assemble(snapshot);
    });
  }

  byAccessKey(accountId: AccountId, accessKeyId: string): Soon<KnownKey | undefined> {
    const found = this.find(accessKeyId);
    return found instanceof Promise
      ? found.then(key => knownKey(accountId, key))
      : knownKey(accountId, found);
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

  /**
   * The revision that a decision made with this principal stands on: that of the account as long as nothing the principal
   * depends on has changed, else the one it was read at, so that a change made with it is decided again.
   */
  revisionOf(principal: Principal): number {
    const { holding, revision } = principal;
    if (!this.#keys.holds(principal)) return revision;
    return Math.max(this.#accounts.revisionOf(holding.accountId) ?? revision, revision);
  }

  /** Reads a key inside a transaction; what is found there is not kept. */
  async within(scope: Scope, accessKeyId: string): Promise<KeyPrincipal | undefined> {
    const snapshot = await this.#source.byAccessKeyWithin(scope, accessKeyId);
    return snapshot === undefined ? undefined : this.#assembly.assemble(snapshot);
  }

  /**
   * Asks for the news of every account held and renews their leases. Two polls never overlap.
   *
   * @throws StorageUnavailable; the leases then go on ageing
   */
  poll(): Promise<void> {
    return this.#accounts.poll();
  }

  #drop(name: string): void {
    this.#keys.drop(name);
    this.#users.drop(name);
    this.#gateways.drop(name);
  }
}

/** A key of another account is as good as none. */
function knownKey(accountId: AccountId, key: KeyPrincipal | undefined): KnownKey | undefined {
  if (key === undefined || key.caller.accountId !== accountId) return undefined;
  return { identity: key.caller, subject: key.subject, active: key.active };
}
