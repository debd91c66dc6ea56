import type { Caller } from '../kernel/identity.ts';
import type {
  AccountNews,
  KeySnapshot,
  PolicyAttachment,
  SnapshotSource,
  Touched,
} from '../kernel/ledger.ts';
import type { SealedPlace } from '../kernel/preparation.ts';
import type { Scope } from '../kernel/scope.ts';
import { AccountScope } from './account-scope.ts';
import { newsOf } from './feed.ts';
import { type GroupRow, type KeyRow, type KeyRows, readKey } from './hot.ts';
import type { Session } from './session.ts';

/**
 * Opens a sealed value.
 *
 * @param place the row it stands in
 * @throws when it was sealed for another place, or under a key that this installation does not have
 */
export type OpenSealed = (sealed: string, place: SealedPlace) => string;

/** What the decision path reads, from the database. */
export class StoredSnapshots implements SnapshotSource {
  readonly #reader: Session;
  readonly #open: OpenSealed;
  readonly #listen: (listener: (news: AccountNews) => void) => void;

  constructor(reader: Session, open: OpenSealed, listen: (listener: (news: AccountNews) => void) => void) {
    this.#reader = reader;
    this.#open = open;
    this.#listen = listen;
  }

  async byAccessKey(accessKeyId: string): Promise<KeySnapshot | undefined> {
    return snapshotOf(await readKey(this.#reader, accessKeyId), this.#open);
  }

  async byAccessKeyWithin(scope: Scope, accessKeyId: string): Promise<KeySnapshot | undefined> {
    const snapshot = snapshotOf(await readKey(AccountScope.sessionOf(scope), accessKeyId), this.#open);
    return snapshot?.accountId === scope.accountId ? snapshot : undefined;
  }

  async newsOf(held: Parameters<SnapshotSource['newsOf']>[0]): Promise<readonly AccountNews[]> {
    return held.length === 0 ? [] : newsOf(this.#reader, held);
  }

  onCommit(listener: (news: AccountNews) => void): void {
    this.#listen(listener);
  }
}

function snapshotOf({ ofKey, ofGroups }: KeyRows, open: OpenSealed): KeySnapshot | undefined {
  const [key] = ofKey;
  if (key === undefined) return undefined;
  const { account_id: accountId, access_key_id: accessKeyId } = key;
  if (ofKey.some(row => row.account_id !== accountId)) {
    throw new Error(`the AccessKey ${accessKeyId} belongs to more than one account`);
  }
  const rows = [...sorted(ofKey), ...sorted(ofGroups)];
  return {
    accountId,
    revision: key.revision,
    accessKeyId,
    active: key.status === 'Active',
    secret: open(key.sealed_secret, { table: 'access_keys', row: accessKeyId, accountId }),
    caller: callerOf(key),
    attachments: rows.flatMap(attachmentOf),
    dependsOn: dependencies(key, rows),
  };
}

function callerOf(key: KeyRow): Caller {
  const { account_id: accountId, access_key_id: accessKeyId, user_id: userId, user_name: userName } = key;
  if (userId === '') return { kind: 'root', accountId, accessKeyId };
  if (userName === null) throw new Error(`the user of the AccessKey ${accessKeyId} is missing`);
  return { kind: 'user', accountId, accessKeyId, userId, userName };
}

function attachmentOf(row: KeyRow | GroupRow): PolicyAttachment[] {
  const { policy_type: policyType, policy_key: policyKey, resource_group_id: resourceGroupId } = row;
  if (policyType === null || policyKey === null || resourceGroupId === null) return [];
  const attachedTo = holderOf(row);
  if (policyType === 'System') return [{ policyType, policyName: policyKey, attachedTo, resourceGroupId }];
  const { policy_name: policyName, version, document } = row;
  if (policyName === null || version === null || document === null) {
    // It may have been a Deny: nothing may be decided without it.
    throw new Error(`the attached policy ${policyKey} is missing in account ${row.account_id}`);
  }
  return [{ policyType, policyName, version: `v${version}`, document, attachedTo, resourceGroupId }];
}

function holderOf(row: KeyRow | GroupRow): PolicyAttachment['attachedTo'] {
  return row.group_id === null
    ? { type: 'RamUser', name: row.user_name ?? '' }
    : { type: 'RamGroup', name: row.group_name };
}

/** The same attachments make the same list, so that users who share them can share what is made of them. */
function sorted<Row extends KeyRow | GroupRow>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey(row: KeyRow | GroupRow): string {
  return `${row.group_id}/${row.policy_type}/${row.policy_key}/${row.resource_group_id}`;
}

function dependencies(key: KeyRow, rows: readonly (KeyRow | GroupRow)[]): Touched[] {
  const found = new Map<string, Touched>();
  const add = (kind: Touched['kind'], id: string) => found.set(`${kind} ${id}`, { kind, id });
  add('access-key', key.access_key_id);
  if (key.user_id !== '') {
    add('user', key.user_id);
    add('membership', key.user_id);
    add('attachment', key.user_id);
  }
  for (const row of rows) {
    if (row.group_id !== null) {
      add('group', row.group_id);
      add('attachment', row.group_id);
    }
    if (row.policy_type === 'Custom' && row.policy_key !== null) add('policy', row.policy_key);
  }
  return [...found.values()];
}
