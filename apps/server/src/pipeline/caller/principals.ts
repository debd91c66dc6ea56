/**
 * What the node holds of AccessKeys, their callers and compiled policies: bounded, stamped with the revision of their
 * account, confirmed by polling, dropped by the account's change feed.
 */
import {
  type AttachedDocument,
  type CompiledPolicies,
  compile,
  readStoredDocument,
  type Principal as Subject,
} from '@wardenry/policy';
import { SigningSecret } from '@wardenry/signature';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../../kernel/identity.ts';
import {
  type AccountNews,
  type KeySnapshot,
  type PolicyAttachment,
  type SnapshotSource,
  StorageUnavailable,
  type Touched,
} from '../../kernel/ledger.ts';
import type { Scope } from '../../kernel/scope.ts';
import { ageOf, type Clock, type Instant, instantOf, LEASE } from './freshness.ts';
import { NonceShare } from './nonce-share.ts';
import { Bucket } from './throttle.ts';

/** One AccessKey, ready to verify and to decide with. */
export interface Principal {
  readonly accessKeyId: string;
  readonly active: boolean;
  readonly caller: Caller;
  readonly secret: SigningSecret;
  /** Who the policies speak of, with everything attached to it. */
  readonly subject: Subject;
  readonly dependsOn: readonly Touched[];
  /** The account's revision that it was read at. */
  readonly revision: number;
  readonly flow: Flow;
}

/** What one AccessKey sends; kept when the key itself is read anew. */
export interface Flow {
  readonly bucket: Bucket;
  readonly nonces: NonceShare;
}

/** The document of a policy that is part of the product; undefined for a name that is none. */
export type SystemDocuments = (name: string) => string | undefined;

interface HeldAccount {
  readonly accountId: string;
  revision: number;
  /** When the poll that last confirmed the revision was sent. */
  confirmed: Instant;
  /** Monotonic time of the last look-up; an account that nobody asks for is no longer polled. */
  usedAt: number;
  /** Keys held of the account, by what they depend on. */
  readonly dependents: Map<string, Set<string>>;
}

export interface PrincipalsOptions {
  readonly source: SnapshotSource;
  readonly systemDocuments: SystemDocuments;
  readonly clock: Clock;
  /** Keys held at once. */
  readonly capacity: number;
}

/** An account that nobody asked for during this many milliseconds is forgotten. */
const IDLE = 60_000;
/** A look-up that keeps meeting newer revisions gives up after so many readings. */
const ATTEMPTS = 5;

export class Principals {
  readonly #source: SnapshotSource;
  readonly #systemDocuments: SystemDocuments;
  readonly #clock: Clock;
  readonly #keys: LRUCache<string, Principal>;
  readonly #accounts = new Map<string, HeldAccount>();
  readonly #compiled: LRUCache<string, CompiledPolicies>;
  readonly #flows: LRUCache<string, Flow>;
  /** The newest revision heard of, also of accounts not held, so that a reading older than it is not kept. */
  readonly #latest: LRUCache<string, number>;
  readonly #loading = new Map<string, Promise<Principal | undefined>>();
  #polling: Promise<void> | undefined;

  constructor(options: PrincipalsOptions) {
    this.#source = options.source;
    this.#systemDocuments = options.systemDocuments;
    this.#clock = options.clock;
    this.#keys = new LRUCache({ max: options.capacity, dispose: principal => this.#unlink(principal) });
    this.#compiled = new LRUCache({ max: options.capacity });
    this.#flows = new LRUCache({ max: options.capacity });
    this.#latest = new LRUCache({ max: options.capacity });
    this.#source.onCommit(news => this.#apply(news));
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
  find(accessKeyId: string): Principal | undefined | Promise<Principal | undefined> {
    const held = this.#keys.get(accessKeyId);
    if (held === undefined) return this.#load(accessKeyId);
    const account = this.#accounts.get(held.caller.accountId);
    if (account !== undefined && ageOf(account.confirmed, this.#clock) < LEASE) {
      account.usedAt = this.#clock.monotonic();
      return held;
    }
    return this.#confirmed(accessKeyId);
  }

  /**
   * The revision that a decision made with this principal stands on: that of the account as long as nothing the principal
   * depends on has changed, else the one it was read at, so that a change made with it is decided again.
   */
  revisionOf(principal: Principal): number {
    if (this.#keys.peek(principal.accessKeyId) !== principal) return principal.revision;
    const account = this.#accounts.get(principal.caller.accountId);
    return account === undefined || account.revision < principal.revision
      ? principal.revision
      : account.revision;
  }

  /** Reads a key inside a transaction; what is found there is not kept. */
  async within(scope: Scope, accessKeyId: string): Promise<Principal | undefined> {
    const snapshot = await this.#source.byAccessKeyWithin(scope, accessKeyId);
    return snapshot === undefined ? undefined : this.#assemble(snapshot);
  }

  #assemble(snapshot: KeySnapshot): Principal {
    return {
      accessKeyId: snapshot.accessKeyId,
      active: snapshot.active,
      caller: snapshot.caller,
      secret: new SigningSecret(snapshot.secret),
      subject: this.#subjectOf(snapshot),
      dependsOn: snapshot.dependsOn,
      revision: snapshot.revision,
      flow: this.#flowOf(snapshot.accessKeyId),
    };
  }

  /**
   * Asks for the news of every account held and renews their leases. Two polls never overlap.
   *
   * @throws StorageUnavailable; the leases then go on ageing
   */
  poll(): Promise<void> {
    this.#polling ??= this.#pollOnce().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #pollOnce(): Promise<void> {
    const sent = instantOf(this.#clock);
    const held: HeldAccount[] = [];
    for (const account of this.#accounts.values()) {
      if (sent.monotonic - account.usedAt > IDLE) this.#forget(account);
      else held.push(account);
    }
    if (held.length === 0) return;
    const asked = held.map(({ accountId, revision }) => ({ accountId, revision }));
    for (const news of await this.#source.newsOf(asked)) this.#apply(news);
    for (const account of held) account.confirmed = sent;
  }

  async #confirmed(accessKeyId: string): Promise<Principal | undefined> {
    await this.poll();
    const held = this.#keys.get(accessKeyId);
    if (held === undefined) return this.#load(accessKeyId);
    const account = this.#accounts.get(held.caller.accountId);
    if (account === undefined || ageOf(account.confirmed, this.#clock) >= LEASE) {
      throw new StorageUnavailable('the revision of the account could not be confirmed in time');
    }
    account.usedAt = this.#clock.monotonic();
    return held;
  }

  #load(accessKeyId: string): Promise<Principal | undefined> {
    const under = this.#loading.get(accessKeyId);
    if (under !== undefined) return under;
    const loading = this.#loadFresh(accessKeyId).finally(() => this.#loading.delete(accessKeyId));
    this.#loading.set(accessKeyId, loading);
    return loading;
  }

  async #loadFresh(accessKeyId: string): Promise<Principal | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const sent = instantOf(this.#clock);
      const snapshot = await this.#source.byAccessKey(accessKeyId);
      if (snapshot === undefined) return undefined;
      // News that came in while we read may concern what we read: read again.
      if (snapshot.revision < (this.#latest.get(snapshot.accountId) ?? 0)) continue;
      const account = this.#holdAccount(snapshot, sent);
      if (snapshot.revision < account.revision) continue;
      const principal = this.#assemble(snapshot);
      this.#keys.set(accessKeyId, principal);
      this.#link(account, principal);
      return principal;
    }
    throw new StorageUnavailable('the account changes faster than it can be read');
  }

  #holdAccount(snapshot: KeySnapshot, sent: Instant): HeldAccount {
    const held = this.#accounts.get(snapshot.accountId);
    if (held !== undefined && ageOf(held.confirmed, this.#clock) < LEASE) {
      held.usedAt = sent.monotonic;
      return held;
    }
    // What was held under a lease that has run out is read anew rather than believed.
    if (held !== undefined) this.#forget(held);
    const account: HeldAccount = {
      accountId: snapshot.accountId,
      revision: snapshot.revision,
      confirmed: sent,
      usedAt: sent.monotonic,
      dependents: new Map(),
    };
    this.#accounts.set(snapshot.accountId, account);
    return account;
  }

  #apply(news: AccountNews): void {
    this.#latest.set(news.accountId, news.revision);
    const account = this.#accounts.get(news.accountId);
    if (account === undefined || news.revision <= account.revision) return;
    if (news.touched === 'unknown') {
      this.#forget(account);
      return;
    }
    // A commit of our own behind one of another node says nothing about that one: the next poll will.
    if (news.since <= account.revision) account.revision = news.revision;
    for (const touched of news.touched) {
      const keys = account.dependents.get(dependency(touched));
      if (keys !== undefined) for (const key of [...keys]) this.#keys.delete(key);
    }
  }

  #forget(account: HeldAccount): void {
    this.#accounts.delete(account.accountId);
    for (const keys of account.dependents.values()) for (const key of [...keys]) this.#keys.delete(key);
  }

  #link(account: HeldAccount, principal: Principal): void {
    for (const touched of principal.dependsOn) {
      const name = dependency(touched);
      const keys = account.dependents.get(name);
      if (keys === undefined) account.dependents.set(name, new Set([principal.accessKeyId]));
      else keys.add(principal.accessKeyId);
    }
  }

  #unlink(principal: Principal): void {
    const account = this.#accounts.get(principal.caller.accountId);
    if (account === undefined) return;
    for (const touched of principal.dependsOn) {
      const name = dependency(touched);
      const keys = account.dependents.get(name);
      if (keys?.delete(principal.accessKeyId) === true && keys.size === 0) account.dependents.delete(name);
    }
  }

  #flowOf(accessKeyId: string): Flow {
    const held = this.#flows.get(accessKeyId);
    if (held !== undefined) return held;
    const flow = { bucket: new Bucket(), nonces: new NonceShare() };
    this.#flows.set(accessKeyId, flow);
    return flow;
  }

  #subjectOf(snapshot: KeySnapshot): Subject {
    const { caller } = snapshot;
    return caller.kind === 'root'
      ? { kind: 'root', account: caller.accountId }
      : {
          kind: 'user',
          account: caller.accountId,
          name: caller.userName,
          identity: this.#policiesOf(snapshot),
        };
  }

  /** Users with the same attachments, such as the members of one group, share one compiled form. */
  #policiesOf(snapshot: KeySnapshot): CompiledPolicies {
    const name = JSON.stringify([snapshot.accountId, snapshot.attachments]);
    const held = this.#compiled.get(name);
    if (held !== undefined) return held;
    const compiled = compile(snapshot.attachments.map(attachment => this.#documentOf(attachment)));
    this.#compiled.set(name, compiled);
    return compiled;
  }

  /** A stored document that cannot be read, or a system policy that is none, denies everything (spec: policy 3.3). */
  #documentOf(attachment: PolicyAttachment): AttachedDocument {
    const { policyType, policyName, version, attachedTo, resourceGroupId } = attachment;
    const text = policyType === 'System' ? this.#systemDocuments(policyName) : attachment.document;
    return {
      document: readStoredDocument(text ?? '', 'identity').document,
      policyName,
      policyType,
      ...(version === undefined ? {} : { version }),
      attachedTo,
      scope: resourceGroupId === '' ? { type: 'Account' } : { type: 'ResourceGroup', id: resourceGroupId },
    };
  }
}

function dependency(touched: Touched): string {
  return `${touched.kind} ${touched.id}`;
}
