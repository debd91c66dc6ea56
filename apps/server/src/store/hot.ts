/** The look-ups that every unknown AccessKey or user goes through: one prepared statement each, so one consistent state. */
import type { Session } from './session.ts';

/** A key with one attachment of its user. Without any there is one row all the same, with nulls. */
export interface KeyRow extends AttachmentColumns {
  readonly account_id: string;
  readonly revision: number;
  readonly access_key_id: string;
  readonly status: 'Active' | 'Inactive';
  readonly sealed_secret: string;
  /** Empty for a key of the account itself. */
  readonly user_id: string;
  /** Null for a key of the account itself. */
  readonly user_name: string | null;
  readonly key_epoch: number;
  /** Null for a key of the account itself. */
  readonly user_epoch: number | null;
  readonly account_epoch: number;
  readonly group_id: null;
  readonly group_name: null;
}

/** A user with one of its attachments. Without any there is one row all the same, with nulls. */
export interface UserRow extends AttachmentColumns {
  readonly account_id: string;
  readonly revision: number;
  readonly user_id: string;
  readonly user_name: string;
  readonly group_id: null;
  readonly group_name: null;
}

/** One attachment of a group of the user. For a group without any there is one row all the same, with nulls. */
export interface GroupRow extends AttachmentColumns {
  readonly account_id: string;
  readonly group_id: string;
  readonly group_name: string;
}

interface AttachmentColumns {
  readonly policy_type: 'System' | 'Custom' | null;
  readonly policy_key: string | null;
  readonly resource_group_id: string | null;
  /** This and the following are null for system policies. */
  readonly policy_name: string | null;
  readonly version: number | null;
  readonly document: string | null;
}

const ATTACHED = `
  left join policies p on t.policy_type = 'Custom'
    and p.account_id = t.account_id and p.policy_name_key = t.policy_key
  left join policy_versions v on v.account_id = p.account_id
    and v.policy_name_key = p.policy_name_key and v.version = p.default_version`;

// Two short arms that each go from index to index; one statement over common table expressions took SQLite four times as long.
const KEY = `
  select k.account_id, a.revision, k.access_key_id, k.status, k.sealed_secret, k.user_id, u.user_name,
    k.session_epoch as key_epoch, u.session_epoch as user_epoch, a.session_epoch as account_epoch,
    null as group_id, null as group_name,
    t.policy_type, t.policy_key, t.resource_group_id, p.policy_name, v.version, v.document
  from access_keys k
  join accounts a on a.account_id = k.account_id
  left join users u on u.account_id = k.account_id and u.user_id = k.user_id
  left join attachments t on t.account_id = u.account_id
    and t.principal_type = 'user' and t.principal_id = u.user_id
  ${ATTACHED}
  where k.access_key_id = $1
  union all
  select k.account_id, null, null, null, null, null, null, null, null, null,
    g.group_id, g.group_name,
    t.policy_type, t.policy_key, t.resource_group_id, p.policy_name, v.version, v.document
  from access_keys k
  join group_members m on m.account_id = k.account_id and m.user_id = k.user_id
  join groups g on g.account_id = m.account_id and g.group_id = m.group_id
  left join attachments t on t.account_id = g.account_id
    and t.principal_type = 'group' and t.principal_id = g.group_id
  ${ATTACHED}
  where k.access_key_id = $1`;

const USER = `
  select u.account_id, a.revision, u.user_id, u.user_name,
    null as group_id, null as group_name,
    t.policy_type, t.policy_key, t.resource_group_id, p.policy_name, v.version, v.document
  from users u
  join accounts a on a.account_id = u.account_id
  left join attachments t on t.account_id = u.account_id
    and t.principal_type = 'user' and t.principal_id = u.user_id
  ${ATTACHED}
  where u.account_id = $1 and u.user_name_key = $2
  union all
  select u.account_id, null, null, null,
    g.group_id, g.group_name,
    t.policy_type, t.policy_key, t.resource_group_id, p.policy_name, v.version, v.document
  from users u
  join group_members m on m.account_id = u.account_id and m.user_id = u.user_id
  join groups g on g.account_id = m.account_id and g.group_id = m.group_id
  left join attachments t on t.account_id = g.account_id
    and t.principal_type = 'group' and t.principal_id = g.group_id
  ${ATTACHED}
  where u.account_id = $1 and u.user_name_key = $2`;

/** What a key reaches. */
export interface KeyRows {
  readonly ofKey: readonly KeyRow[];
  readonly ofGroups: readonly GroupRow[];
}

/** Reads a key with its account's revision, its user, the user's groups and all their attachments. */
export async function readKey(session: Session, accessKeyId: string): Promise<KeyRows> {
  const rows = await session.query<KeyRow | GroupRow>(KEY, [accessKeyId]);
  return {
    ofKey: rows.filter(row => row.group_id === null),
    ofGroups: rows.filter(row => row.group_id !== null),
  };
}

/** What a user reaches. */
export interface UserRows {
  readonly ofUser: readonly UserRow[];
  readonly ofGroups: readonly GroupRow[];
}

/**
 * Reads a user with its account's revision, its groups and all their attachments.
 *
 * @param nameKey the name in lower case
 */
export async function readUser(session: Session, accountId: string, nameKey: string): Promise<UserRows> {
  const rows = await session.query<UserRow | GroupRow>(USER, [accountId, nameKey]);
  return {
    ofUser: rows.filter(row => row.group_id === null),
    ofGroups: rows.filter(row => row.group_id !== null),
  };
}

const ROLE = `
  select r.account_id, a.revision, r.role_id, r.role_name, r.trust_document, r.max_session_duration, r.service_name,
    r.session_epoch, a.session_epoch as account_epoch,
    t.policy_type, t.policy_key, t.resource_group_id, p.policy_name, v.version, v.document
  from roles r
  join accounts a on a.account_id = r.account_id
  left join attachments t on t.account_id = r.account_id
    and t.principal_type = 'role' and t.principal_id = r.role_id
  ${ATTACHED}
  where r.account_id = $1 and r.role_name_key = $2`;

/** A role with one of its attachments. Without any there is one row all the same, with nulls. */
export interface RoleRow extends AttachmentColumns {
  readonly account_id: string;
  readonly revision: number;
  readonly role_id: string;
  readonly role_name: string;
  readonly trust_document: string;
  readonly max_session_duration: number;
  readonly service_name: string | null;
  readonly session_epoch: number;
  readonly account_epoch: number;
}

/**
 * Reads a role with its account's revision and all its attachments.
 *
 * @param nameKey the name in lower case
 */
export function readRole(session: Session, accountId: string, nameKey: string): Promise<readonly RoleRow[]> {
  return session.query<RoleRow>(ROLE, [accountId, nameKey]);
}

const PROVIDERS = {
  'saml-provider': provider('saml_providers'),
  'oidc-provider': provider('oidc_providers'),
} as const;

function provider(table: string): string {
  return `
    select p.account_id, a.revision, p.provider_id, p.session_epoch, a.session_epoch as account_epoch
    from ${table} p
    join accounts a on a.account_id = p.account_id
    where p.account_id = $1 and p.name_key = $2`;
}

/** An identity provider, as far as it ends sessions. */
export interface ProviderRow {
  readonly account_id: string;
  readonly revision: number;
  readonly provider_id: string;
  readonly session_epoch: number;
  readonly account_epoch: number;
}

/**
 * Reads what sessions of an identity provider end by.
 *
 * @param nameKey the name in lower case
 */
export async function readProvider(
  session: Session,
  kind: keyof typeof PROVIDERS,
  accountId: string,
  nameKey: string,
): Promise<ProviderRow | undefined> {
  const [found] = await session.query<ProviderRow>(PROVIDERS[kind], [accountId, nameKey]);
  return found;
}

const GATEWAY_TOKEN = `
  select t.account_id, a.revision, t.token_id, t.secret_hash, t.dry_run
  from gateway_tokens t
  join accounts a on a.account_id = t.account_id
  where t.token_id = $1`;

/** A gateway token with its account's revision. */
export interface GatewayTokenRow {
  readonly account_id: string;
  readonly revision: number;
  readonly token_id: string;
  readonly secret_hash: string;
  readonly dry_run: number;
}

/** Reads a gateway token; ids are drawn, so that there is one at most. */
export async function readGatewayToken(
  session: Session,
  tokenId: string,
): Promise<readonly GatewayTokenRow[]> {
  return session.query<GatewayTokenRow>(GATEWAY_TOKEN, [tokenId]);
}
