/** What users of an account may do, read from its rows: what each holds itself and through its groups, and its keys. */
import type { WireParameters } from '../test-account.ts';
import type { Account } from './account.ts';
import type { Rows } from './state-database.ts';

/** What makes up the permissions of one user. */
export interface Permissions {
  readonly keys: readonly string[];
  readonly groups: readonly string[];
  /** The documents of custom policies, the names of system policies. */
  readonly policies: readonly string[];
}

/** The permissions of every user who has any, but for a few users, by user id. */
export function permissionsIn(account: Account, except: readonly string[]): Record<string, Permissions> {
  const tables = tablesOf(account);
  const ids = tables.users.map(({ user_id: id }) => String(id));
  const others = ids.filter(id => !except.includes(id)).sort();
  const held = others.map(id => [id, permissionsFrom(tables, id)] as const);
  return Object.fromEntries(held.filter(([, { keys, policies }]) => keys.length + policies.length > 0));
}

/** The permissions of one user. */
export function permissionsOf(account: Account, userId: string): Permissions {
  return permissionsFrom(tablesOf(account), userId);
}

/** Ids of the users that go by one of some names: user names, principal names, ids. */
export function usersNamed(account: Account, names: readonly string[]): string[] {
  return tablesOf(account)
    .users.filter(({ user_id: id, user_name: name }) =>
      [String(id), String(name), account.principal(String(name))].some(each => names.includes(each)),
    )
    .map(({ user_id: id }) => String(id));
}

/** Rows that say who is in a group and who holds a custom policy. */
export function holdersOf(account: Account, { GroupName, PolicyName }: WireParameters): Rows {
  const tables = tablesOf(account);
  const group = tables.groups.find(row => row.group_name === GroupName);
  const members = tables.group_members.filter(row => row.group_id === group?.group_id);
  const key = PolicyName?.toLowerCase();
  const attachments = tables.attachments.filter(
    row => row.policy_type === 'Custom' && row.policy_key === key,
  );
  return [...members, ...attachments];
}

type Tables = Readonly<
  Record<
    'users' | 'groups' | 'group_members' | 'access_keys' | 'attachments' | 'policies' | 'policy_versions',
    Rows
  >
>;

function tablesOf({ id, contract }: Account): Tables {
  const { database } = contract.server;
  return {
    users: database.rows('users', id),
    groups: database.rows('groups', id),
    group_members: database.rows('group_members', id),
    access_keys: database.rows('access_keys', id),
    attachments: database.rows('attachments', id),
    policies: database.rows('policies', id),
    policy_versions: database.rows('policy_versions', id),
  };
}

function permissionsFrom(tables: Tables, userId: string): Permissions {
  const groups = tables.group_members.filter(row => row.user_id === userId).map(row => String(row.group_id));
  const keys = tables.access_keys.filter(row => row.user_id === userId);
  const held = tables.attachments.filter(row => [userId, ...groups].includes(String(row.principal_id)));
  return {
    keys: keys.map(row => `${row.access_key_id} ${row.status}`).sort(),
    groups: groups.sort(),
    policies: held.map(row => documentOf(tables, row)).sort(),
  };
}

function documentOf(tables: Tables, { policy_type: type, policy_key: key }: Rows[number]): string {
  if (type === 'System') return String(key);
  const policy = tables.policies.find(row => row.policy_name_key === key);
  const version = tables.policy_versions.find(
    row => row.policy_name_key === key && row.version === policy?.default_version,
  );
  return String(version?.document);
}
