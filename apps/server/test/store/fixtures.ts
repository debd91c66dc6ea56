import { randomBytes } from 'node:crypto';
import type { RequestContext } from '../../src/kernel/context.ts';
import { DEFAULT_DOMAIN_SUFFIX } from '../../src/kernel/context.ts';
import type { ChangeRequest, JournalRow, LedgerEntry, NonceClaim } from '../../src/kernel/ledger.ts';
import { DEFAULT_LIMITS } from '../../src/kernel/limits.ts';
import type { ChangeScope } from '../../src/kernel/scope.ts';
import { insert, type Store, type StoreSettings } from '../../src/store/index.ts';

/** A database of one test's own. */
export interface TestDatabase {
  readonly url: string;
  /** Opens a store on it; stores still open are closed with the database. */
  open(settings?: Partial<StoreSettings>): Promise<Store>;
  /** Reads past the store, over a connection of its own; integers come as numbers. */
  query<Row>(statement: string): Promise<Row[]>;
  /** Closes the stores and removes the database. */
  remove(): Promise<void>;
}

/** Makes an empty database. */
export type MakeDatabase = () => Promise<TestDatabase>;

/** Time of every request that does not say otherwise. */
export const NOW = Date.UTC(2027, 0, 2, 3, 4, 5);

export const ALICE = '1000000000000001';
export const BOB = '1000000000000002';

/** Settings that a test opens its store with; a broken sync or a warning that nobody expects fails the test. */
export function settingsOf(url: string, given: Partial<StoreSettings> = {}): StoreSettings {
  return {
    url,
    node: 'test',
    clock: () => NOW,
    onSyncFailure: error => {
      throw error;
    },
    onWarning: (message, error) => {
      throw new Error(message, { cause: error });
    },
    ...given,
  };
}

/** A request of an account's root at `NOW`. */
export function contextOf(accountId: string): RequestContext {
  return {
    requestId: '5F9C8B3E-0000-4000-8000-000000000001',
    now: NOW,
    caller: { kind: 'root', accountId, accessKeyId: 'LTAIrootkey' },
    accountId,
    connection: { sourceIp: '192.0.2.1', secureTransport: true, host: 'localhost', userAgent: 'test' },
    limits: DEFAULT_LIMITS,
    domainSuffix: DEFAULT_DOMAIN_SUFFIX,
  };
}

let sequence = 0;

/** A journal row that no other test has. */
export function rowOf(accountId: string, record = '{}'): JournalRow {
  sequence += 1;
  return { writer: 1, sequence, accountId, at: NOW, record, mac: `mac of ${sequence}` };
}

/** An entry without nonce or key use. */
export function entryOf(
  accountId: string,
  more: Omit<LedgerEntry, 'row'> = {},
): LedgerEntry & { readonly row: JournalRow } {
  return { row: rowOf(accountId), ...more };
}

/** A nonce that nobody has claimed. */
export function freshNonce(expires = NOW + 900_000): NonceClaim {
  return { digest: randomBytes(16), expires };
}

/** Creates empty accounts at revision 1. */
export async function createAccounts(store: Store, ...accountIds: readonly string[]): Promise<void> {
  await store.installation.change(async change => {
    for (const accountId of accountIds) await change.createAccount(contextOf(accountId), async () => {});
  });
}

/** A change of an account that was decided on revision 1 and must not be decided again. */
export function changeOf<Result>(
  accountId: string,
  run: (scope: ChangeScope) => Promise<Result>,
  more: Partial<ChangeRequest<Result>> = {},
): ChangeRequest<Result> {
  return {
    context: contextOf(accountId),
    decidedOn: 1,
    decideAgain: () => Promise.reject(new Error('nothing was to be decided again')),
    run,
    entry: () => entryOf(accountId),
    ...more,
  };
}

/** Lets a change be decided again, whatever happened. */
export const anyway = { decideAgain: async () => {} };

/** Inserts a user whose id is its name. */
export function insertUser(scope: ChangeScope, name: string): Promise<void> {
  return insert(scope, 'users', {
    user_id: name,
    user_name: name,
    user_name_key: name.toLowerCase(),
    display_name: name,
    comments: '',
    mobile_phone: '',
    email: '',
    created_at: scope.now,
    updated_at: scope.now,
    last_login_at: null,
    session_epoch: 0,
  });
}

/** Inserts an AccessKey of the root. */
export function insertKey(scope: ChangeScope, accessKeyId: string): Promise<void> {
  return insert(scope, 'access_keys', {
    access_key_id: accessKeyId,
    user_id: '',
    status: 'Active',
    sealed_secret: 'sealed',
    created_at: NOW,
    updated_at: NOW,
    session_epoch: 0,
  });
}

/** The names of errors that promises were rejected with, in their order; `-` for those that were not. */
export function outcomes(settled: readonly PromiseSettledResult<unknown>[]): string[] {
  return settled.map(each => (each.status === 'rejected' ? each.reason.name : '-'));
}
