/**
 * The seams between the pipeline and the databases. The pipeline knows these interfaces only; the store implements them
 * for every database, and `app.ts` brings the two together.
 */

import type { AccountId, RootCaller, UserCaller, UserIdentity } from './callers/identity.ts';
import type { RequestContext } from './context.ts';
import type { ChangeKind, ChangeScope, Scope } from './scope.ts';
import type { Soon } from './soon.ts';

/** One record of the journal, stamped and ready to be stored; it is hashed as the bytes stored. */
export interface JournalRow {
  /** Which process wrote it; allocated once at its start. */
  readonly writer: number;
  /** Counts up from 1 within the writer; a gap is a record whose transaction did not commit. */
  readonly sequence: number;
  /** The account it belongs to, or the system scope. */
  readonly accountId: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** JSON text of one object. */
  readonly record: string;
  /** HMAC-SHA256 over writer, sequence, account, time and record, in base64. */
  readonly mac: string;
}

/** One nonce of one AccessKey, to be claimed at most once by all nodes together. */
export interface NonceClaim {
  /** First 16 bytes of SHA-256 over the AccessKey id and the nonce. */
  readonly digest: Uint8Array;
  /** Milliseconds since 1970 from which no request that carries it can be valid any more. */
  readonly expires: number;
}

/** That a key was used; kept to answer GetAccessKeyLastUsed. */
export interface KeyUse {
  readonly accountId: AccountId;
  readonly accessKeyId: string;
  readonly at: number;
  /** Product called, as the API shows it: `Ram`, `Ims`, `Sts`. */
  readonly serviceName: string;
}

/** What is written down about one request. */
export interface LedgerEntry {
  /** Absent for what is only counted, beyond the budget of its records. */
  readonly row?: JournalRow;
  /** The same request as another account is told of it that it concerns: both rows are stored, or neither. */
  readonly rowElsewhere?: JournalRow | undefined;
  readonly nonce?: NonceClaim;
  readonly use?: KeyUse;
}

/** One line of an account's change feed. */
export interface Touched {
  readonly kind: ChangeKind;
  readonly id: string;
}

/** A change to run under its account's lock. */
export interface ChangeRequest<Result> {
  readonly context: RequestContext;
  /** The account's revision that the decision to allow the change was made on. */
  readonly decidedOn: number;
  /**
   * Called inside the transaction when the account has moved on since the decision.
   *
   * @param touched what changed since, or `unknown` when the feed no longer reaches back that far
   * @throws ApiError when the caller may not do it any more; the change is rolled back
   */
  decideAgain(scope: Scope, touched: readonly Touched[] | 'unknown'): Promise<void>;
  /** The rule; may be executed twice, so it draws no time and no randomness of its own. */
  run(scope: ChangeScope): Promise<Result>;
  /** The journal entry of the successful change; it commits in the same transaction. */
  entry(result: Result): LedgerEntry;
}

/** The request's nonce was claimed before, on this node or another. */
export class NonceClaimed extends Error {
  override readonly name = 'NonceClaimed';
}

/** The database cannot be reached, is full or read-only: the caller should try again, nothing was changed. */
export class StorageUnavailable extends Error {
  override readonly name: string = 'StorageUnavailable';
}

/** The state database as the pipeline sees it. What it has awaited is durable. */
export interface Ledger {
  /** Runs a read in the account of the context; done at once when the rule is. */
  read<Result>(context: RequestContext, run: (scope: Scope) => Soon<Result>): Soon<Result>;

  /**
   * Runs a change: raises the account's revision, decides again when it has moved, runs the rule, appends to the change
   * feed, claims the nonce and stores the journal row, all in one transaction.
   *
   * @throws NonceClaimed, StorageUnavailable, or whatever `decideAgain` and `run` throw; nothing is stored then
   */
  change<Result>(request: ChangeRequest<Result>): Promise<Result>;

  /**
   * Stores journal rows, nonces and key uses, gathered into one transaction with those of other requests of the same tick.
   *
   * @throws NonceClaimed when this entry's nonce was claimed before; its row is not stored then
   * @throws StorageUnavailable
   */
  record(entry: LedgerEntry): Promise<void>;
}

/** A policy attached to a principal, directly or through a group. */
export interface PolicyAttachment {
  readonly policyType: 'System' | 'Custom';
  readonly policyName: string;
  /** Default version and its document, for custom policies; system documents are part of the product. */
  readonly version?: string;
  readonly document?: string;
  readonly attachedTo: { readonly type: 'RamUser' | 'RamGroup' | 'RamRole'; readonly name: string };
  /** Empty for the whole account, else the id of a resource group. */
  readonly resourceGroupId: string;
}

/** Everything that deciding about one principal needs, read at one revision of its account. */
interface PrincipalSnapshot {
  readonly accountId: AccountId;
  readonly revision: number;
  readonly attachments: readonly PolicyAttachment[];
  /** What must not change for the snapshot to stay true: the key, its user, the user's groups, the attached policies. */
  readonly dependsOn: readonly Touched[];
}

/** What authenticating and authorizing one AccessKey needs. */
export interface KeySnapshot extends PrincipalSnapshot {
  readonly accessKeyId: string;
  readonly active: boolean;
  /** The secret in clear; lives in memory only. */
  readonly secret: string;
  readonly caller: RootCaller | UserCaller;
  /** In which of their epochs the key, its user and the account are; absent for a key of the account itself. */
  readonly generation?: string;
}

/** What taking a role on and deciding about its sessions needs. */
export interface RoleSnapshot extends PrincipalSnapshot {
  readonly roleId: string;
  /** As it is spelt. */
  readonly name: string;
  /** JSON text of the policy that says who may take it on. */
  readonly trustDocument: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  /** The service whose role it is; undefined for the account's own. */
  readonly service: string | undefined;
  readonly generation: string;
}

/** Kinds of identity providers that sessions are born from. */
export type ProviderKind = 'saml-provider' | 'oidc-provider';

/** An identity provider, as far as it ends sessions. */
export interface ProviderSnapshot {
  readonly accountId: AccountId;
  readonly revision: number;
  readonly kind: ProviderKind;
  readonly providerId: string;
  readonly generation: string;
}

/** What authorizing one user needs, whatever it calls with. */
export interface UserSnapshot extends PrincipalSnapshot {
  readonly identity: UserIdentity;
}

/** A proxy's token. */
export interface GatewayTokenSnapshot {
  readonly accountId: AccountId;
  readonly revision: number;
  readonly tokenId: string;
  /** SHA-256 of its secret, in hexadecimal. */
  readonly secretHash: string;
  readonly dryRun: boolean;
}

/** What happened in an account since a revision. */
export interface AccountNews {
  readonly accountId: AccountId;
  /** The news begin after this revision: the one held for a poll, `revision - 1` for one commit. */
  readonly since: number;
  readonly revision: number;
  /** `unknown` when the feed no longer reaches back that far: forget everything about the account. */
  readonly touched: readonly Touched[] | 'unknown';
}

/** Where the decision path gets its data from; later nodes without a database may have another source. */
export interface SnapshotSource {
  /** @returns undefined when no such key exists */
  byAccessKey(accessKeyId: string): Promise<KeySnapshot | undefined>;
  /** The same inside a transaction, for deciding again. */
  byAccessKeyWithin(scope: Scope, accessKeyId: string): Promise<KeySnapshot | undefined>;
  /**
   * @param userName in any letter case
   * @returns undefined when the account has no such user
   */
  byUserName(accountId: AccountId, userName: string): Promise<UserSnapshot | undefined>;
  /**
   * @param roleName in any letter case
   * @returns undefined when the account has no such role
   */
  byRoleName(accountId: AccountId, roleName: string): Promise<RoleSnapshot | undefined>;
  /** The same inside a transaction of its account. */
  byRoleNameWithin(scope: Scope, roleName: string): Promise<RoleSnapshot | undefined>;
  /**
   * @param name in any letter case
   * @returns undefined when the account has no such provider
   */
  byProvider(accountId: AccountId, kind: ProviderKind, name: string): Promise<ProviderSnapshot | undefined>;
  /** The same inside a transaction of its account. */
  byProviderWithin(scope: Scope, kind: ProviderKind, name: string): Promise<ProviderSnapshot | undefined>;
  /** @returns undefined when no such token exists */
  byGatewayToken(tokenId: string): Promise<GatewayTokenSnapshot | undefined>;
  /** News of the accounts that moved beyond the revision held of them; the answer names only those. */
  newsOf(
    held: readonly { readonly accountId: AccountId; readonly revision: number }[],
  ): Promise<readonly AccountNews[]>;
  /** Calls back at once, before the change is answered, for every change that this process commits. */
  onCommit(listener: (news: AccountNews) => void): void;
}
