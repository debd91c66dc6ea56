/** Accounts of several sizes: a small one is the beginning of a large one, so that first pages show the same in both. */
import { keyRows, userId, userRows } from '../load/people.ts';
import type { StateTables } from '../load/state-tables.ts';
import {
  credentialRows,
  deviceRows,
  passkeyRows,
  recycledKeyRows,
  recycledUserRows,
  tagRows,
} from './belongings.ts';
import { federationRows } from './federation.ts';
import type { FilledAccount } from './installation.ts';
import {
  attachmentRows,
  groupRows,
  memberRows,
  policyName,
  policyRows,
  roleId,
  roleRows,
  versionRows,
} from './permissions.ts';

/** How many there are of each; users have a key, a device, a passkey and more besides. */
export interface AccountSize {
  readonly users: number;
  readonly memberships: number;
  readonly policies: number;
  readonly groups: number;
  readonly roles: number;
  readonly recycledUsers: number;
}

/** Policies that callers hold: few enough for a small cache, so that none is compiled again for each request. */
const HELD = 200;

/** Fills the account with whatever decides about requests: users with keys, and the policies that they hold. */
export async function fillWithCallers(
  tables: StateTables,
  account: FilledAccount,
  size: AccountSize,
): Promise<void> {
  await fillWithPeople(tables, account, size);
  await tables.insert('attachments', attachmentRows(account.accountId, size.users, HELD));
}

async function fillWithPeople(
  tables: StateTables,
  { accountId, sealer }: FilledAccount,
  { users, policies }: AccountSize,
): Promise<void> {
  await tables.insert('users', userRows(accountId, users));
  await tables.insert('access_keys', keyRows(accountId, users, sealer));
  await tables.insert('policies', policyRows(accountId, policies));
  await tables.insert('policy_versions', versionRows(accountId, policies));
}

/**
 * Fills the account with something of everything that can be listed.
 *
 * @param account with the time, in milliseconds, at which what is in the recycle bin was deleted
 */
export async function fillWithEverything(
  tables: StateTables,
  account: FilledAccount & { readonly now: number },
  size: AccountSize,
): Promise<void> {
  await fillWithPeople(tables, account, size);
  const { accountId, now } = account;
  const { users, policies, groups, memberships, roles, recycledUsers } = size;
  await tables.insert('attachments', attachmentRows(accountId, users, policies));
  await tables.insert('groups', groupRows(accountId, groups));
  await tables.insert('group_members', memberRows(accountId, memberships));
  await tables.insert('roles', roleRows(accountId, roles));
  await tables.insert('tags', tagRows(accountId, 'user', idsOf(users, userId)));
  await tables.insert('tags', tagRows(accountId, 'policy', idsOf(policies, policyName)));
  await tables.insert('tags', tagRows(accountId, 'role', idsOf(roles, roleId)));
  await tables.insert('mfa_devices', deviceRows(accountId, users));
  await tables.insert('passkeys', passkeyRows(accountId, users));
  await tables.insert('service_credentials', credentialRows(accountId, users));
  await tables.insert('recycled_users', recycledUserRows(accountId, recycledUsers, now));
  await tables.insert('recycled_access_keys', recycledKeyRows(accountId, users, now));
  for (const [table, rows] of federationRows(accountId)) await tables.insert(table, rows);
}

function* idsOf(count: number, idOf: (number: number) => string): Iterable<string> {
  for (let number = 0; number < count; number += 1) yield idOf(number);
}
