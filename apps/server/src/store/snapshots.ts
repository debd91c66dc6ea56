import { type AccountId, nameKey } from '../kernel/callers/identity.ts';
import type {
  AccountNews,
  GatewayTokenSnapshot,
  KeySnapshot,
  PolicyAttachment,
  ProviderKind,
  ProviderSnapshot,
  RoleSnapshot,
  SnapshotSource,
  Touched,
  UserSnapshot,
} from '../kernel/ledger.ts';
import type { SealedPlace } from '../kernel/preparation.ts';
import type { Scope } from '../kernel/scope.ts';
import { AccountScope } from './account-scope.ts';
import { newsOf } from './feed.ts';
import {
  type GroupRow,
  type KeyRow,
  type KeyRows,
  type ProviderRow,
  type RoleRow,
  readGatewayToken,
  readKey,
  readProvider,
  readRole,
  readUser,
  type UserRow,
  type UserRows,
} from './hot.ts';
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

  async byUserName(accountId: AccountId, userName: string): Promise<UserSnapshot | undefined> {
    return userSnapshotOf(await readUser(this.#reader, accountId, nameKey(userName)));
  }

  async byRoleName(accountId: AccountId, roleName: string): Promise<RoleSnapshot | undefined> {
    return roleSnapshotOf(await readRole(this.#reader, accountId, nameKey(roleName)));
  }

  async byRoleNameWithin(scope: Scope, roleName: string): Promise<RoleSnapshot | undefined> {
    const rows = await readRole(AccountScope.sessionOf(scope), scope.accountId, nameKey(roleName));
    return roleSnapshotOf(rows);
  }

  async byProvider(
    accountId: AccountId,
    kind: ProviderKind,
    name: string,
  ): Promise<ProviderSnapshot | undefined> {
    const row = await readProvider(this.#reader, kind, accountId, nameKey(name));
    return row && providerSnapshotOf(kind, row);
  }

  async byProviderWithin(
    scope: Scope,
    kind: ProviderKind,
    name: string,
  ): Promise<ProviderSnapshot | undefined> {
    const session = AccountScope.sessionOf(scope);
    const row = await readProvider(session, kind, scope.accountId, nameKey(name));
    return row && providerSnapshotOf(kind, row);
  }

  async byGatewayToken(tokenId: string): Promise<GatewayTokenSnapshot | undefined> {
    const [token, ...others] = await readGatewayToken(this.#reader, tokenId);
    if (others.length > 0) throw new Error(`the gateway token ${tokenId} belongs to more than one account`);
    return (
      token && {
        accountId: token.account_id,
        revision: token.revision,
        tokenId,
        secretHash: token.secret_hash,
        dryRun: token.dry_run === 1,
      }
    );
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
  const rows = inOrder(ofKey, ofGroups);
  return {
    accountId,
    revision: key.revision,
    accessKeyId,
    active: key.status === 'Active',
    secret: open(key.sealed_secret, { table: 'access_keys', row: accessKeyId, accountId }),
    caller: callerOf(key),
    attachments: rows.flatMap(row => attachmentOf(row, holderOf(row))),
    dependsOn: [
      { kind: 'account', id: accountId },
      { kind: 'access-key', id: accessKeyId },
      ...dependencies(key.user_id, rows),
    ],
    ...(key.user_id === '' ? {} : { generation: generationOfKey(key) }),
  };
}

/** A role's account is one of its dependencies by the epoch that both are in. */
function roleSnapshotOf(rows: readonly RoleRow[]): RoleSnapshot | undefined {
  const [role] = rows;
  if (role === undefined) return undefined;
  const { account_id: accountId, role_id: roleId, role_name: name } = role;
  const attachedTo = { type: 'RamRole', name } as const;
  const ordered = rows.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  return {
    accountId,
    revision: role.revision,
    roleId,
    name,
    trustDocument: role.trust_document,
    maxSessionDuration: role.max_session_duration,
    service: role.service_name ?? undefined,
    generation: generationOf(roleId, role.session_epoch, role.account_epoch),
    attachments: ordered.flatMap(row => attachmentOf(row, attachedTo)),
    dependsOn: [
      { kind: 'account', id: accountId },
      { kind: 'role', id: roleId },
      { kind: 'attachment', id: roleId },
      ...policiesOf(rows),
    ],
  };
}

function providerSnapshotOf(kind: ProviderKind, row: ProviderRow): ProviderSnapshot {
  const { account_id: accountId, revision, provider_id: providerId } = row;
  const generation = generationOf(providerId, row.session_epoch, row.account_epoch);
  return { accountId, revision, kind, providerId, generation };
}

function generationOfKey(key: KeyRow): string {
  return generationOf(key.user_id, key.user_epoch ?? 0, key.key_epoch, key.account_epoch);
}

/** @param epochs of the thing, of what it belongs to, and of its account */
function generationOf(id: string, ...epochs: readonly number[]): string {
  return [id, ...epochs].join('.');
}

function userSnapshotOf({ ofUser, ofGroups }: UserRows): UserSnapshot | undefined {
  const [user] = ofUser;
  if (user === undefined) return undefined;
  const { account_id: accountId, revision, user_id: userId, user_name: userName } = user;
  const rows = inOrder(ofUser, ofGroups);
  return {
    accountId,
    revision,
    identity: { kind: 'user', accountId, userId, userName },
    attachments: rows.flatMap(row => attachmentOf(row, holderOf(row))),
    dependsOn: dependencies(userId, rows),
  };
}

function callerOf(key: KeyRow): KeySnapshot['caller'] {
  const { account_id: accountId, access_key_id: accessKeyId, user_id: userId, user_name: userName } = key;
  if (userId === '') return { kind: 'root', accountId, accessKeyId };
  if (userName === null) throw new Error(`the user of the AccessKey ${accessKeyId} is missing`);
  return { kind: 'user', accountId, accessKeyId, userId, userName };
}

/** A row with an attachment. */
type AttachmentRow = KeyRow | UserRow | GroupRow;

function attachmentOf(
  row: AttachmentRow | RoleRow,
  attachedTo: PolicyAttachment['attachedTo'],
): PolicyAttachment[] {
  const { policy_type: policyType, policy_key: policyKey, resource_group_id: resourceGroupId } = row;
  if (policyType === null || policyKey === null || resourceGroupId === null) return [];
  if (policyType === 'System') return [{ policyType, policyName: policyKey, attachedTo, resourceGroupId }];
  const { policy_name: policyName, version, document } = row;
  if (policyName === null || version === null || document === null) {
    // It may have been a Deny: nothing may be decided without it.
    throw new Error(`the attached policy ${policyKey} is missing in account ${row.account_id}`);
  }
  return [{ policyType, policyName, version: `v${version}`, document, attachedTo, resourceGroupId }];
}

function holderOf(row: AttachmentRow): PolicyAttachment['attachedTo'] {
  return row.group_id === null
    ? { type: 'RamUser', name: row.user_name ?? '' }
    : { type: 'RamGroup', name: row.group_name };
}

/** The same attachments make the same list, so that users who share them can share what is made of them. */
function inOrder(own: readonly AttachmentRow[], ofGroups: readonly GroupRow[]): AttachmentRow[] {
  const byKey = (one: AttachmentRow, other: AttachmentRow) => (sortKey(one) < sortKey(other) ? -1 : 1);
  return [...own.toSorted(byKey), ...ofGroups.toSorted(byKey)];
}

function sortKey(row: AttachmentRow | RoleRow): string {
  return `${'group_id' in row ? row.group_id : ''}/${row.policy_type}/${row.policy_key}/${row.resource_group_id}`;
}

/** @param userId empty for the account itself */
function dependencies(userId: string, rows: readonly AttachmentRow[]): Touched[] {
  const found = new Map<string, Touched>();
  const add = (kind: Touched['kind'], id: string) => found.set(`${kind} ${id}`, { kind, id });
  if (userId !== '') {
    add('user', userId);
    add('membership', userId);
    add('attachment', userId);
  }
  for (const row of rows) {
    if (row.group_id !== null) {
      add('group', row.group_id);
      add('attachment', row.group_id);
    }
  }
  return [...found.values(), ...policiesOf(rows)];
}

/** The policies of the account among those attached, each once. */
function policiesOf(rows: readonly (AttachmentRow | RoleRow)[]): Touched[] {
  const keys = rows.flatMap(row => (row.policy_type === 'Custom' ? (row.policy_key ?? []) : []));
  return [...new Set(keys)].map(id => ({ kind: 'policy', id }));
}
