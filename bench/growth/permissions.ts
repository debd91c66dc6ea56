/** Groups with their members, policies with their holders, and roles. */
import { digits, MADE_AT, userId } from '../load/people.ts';
import type { Row } from '../load/state-tables.ts';

/** The group that nearly all memberships are in. */
export const LARGE_GROUP = groupName(0);
/** A custom policy that {@link HOLDERS} users hold, however many there are. */
export const HELD_POLICY = policyName(0);
const HOLDERS = 100;

/** The user who is in as many groups as the quota of an account allows by default. */
export const JOINER = 0;
const GROUPS_OF_JOINER = 10;

/** Versions of every policy, the last of them in force. */
const VERSIONS = 3;

/** What everybody may do; the statements before it are about something else. */
const DOCUMENT = JSON.stringify({
  Version: '1',
  Statement: [
    ...['ecs', 'oss', 'rds', 'slb', 'vpc'].map(service => ({
      Effect: 'Allow',
      Action: [`${service}:Describe*`, `${service}:List*`],
      Resource: `acs:${service}:*:*:*`,
    })),
    { Effect: 'Allow', Action: 'wardenry:GetServerInfo', Resource: '*' },
  ],
});

const TRUST = JSON.stringify({
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['ecs.aliyuncs.com'] } }],
});

function groupId(group: number): string {
  return `g-${digits(group, 7)}`;
}

function groupName(group: number): string {
  return `group-${digits(group, 7)}`;
}

export function policyName(policy: number): string {
  return `policy-${digits(policy, 7)}`;
}

export function roleId(role: number): string {
  return `3${digits(role, 17)}`;
}

export function roleName(role: number): string {
  return `role-${digits(role, 7)}`;
}

/** Rows of `groups`. */
export function* groupRows(accountId: string, groups: number): Iterable<Row> {
  for (let group = 0; group < groups; group += 1) {
    yield {
      account_id: accountId,
      group_id: groupId(group),
      group_name: groupName(group),
      group_name_key: groupName(group),
      display_name: '',
      comments: '',
      created_at: MADE_AT,
      updated_at: MADE_AT,
    };
  }
}

/** Rows of `group_members`: everybody joins the large group, one user a few others besides. */
export function* memberRows(accountId: string, memberships: number): Iterable<Row> {
  const member = (user: number, group: number): Row => ({
    account_id: accountId,
    user_id: userId(user),
    group_id: groupId(group),
    joined_at: MADE_AT,
  });
  for (let group = 1; group < GROUPS_OF_JOINER; group += 1) yield member(JOINER, group);
  for (let user = 0; user <= memberships - GROUPS_OF_JOINER; user += 1) yield member(user, 0);
}

/** Rows of `policies`. */
export function* policyRows(accountId: string, policies: number): Iterable<Row> {
  for (let policy = 0; policy < policies; policy += 1) {
    yield {
      account_id: accountId,
      policy_name: policyName(policy),
      policy_name_key: policyName(policy),
      description: '',
      default_version: VERSIONS,
      next_version: VERSIONS + 1,
      created_at: MADE_AT,
      updated_at: MADE_AT,
    };
  }
}

/** Rows of `policy_versions`. */
export function* versionRows(accountId: string, policies: number): Iterable<Row> {
  for (let policy = 0; policy < policies; policy += 1) {
    for (let version = 1; version <= VERSIONS; version += 1) {
      yield {
        account_id: accountId,
        policy_name_key: policyName(policy),
        version,
        document: DOCUMENT,
        created_at: MADE_AT,
      };
    }
  }
}

/**
 * Rows of `attachments`: every user holds one policy.
 *
 * @param policies of so many, the first ones
 */
export function* attachmentRows(accountId: string, users: number, policies: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    yield {
      account_id: accountId,
      principal_type: 'user',
      principal_id: userId(user),
      policy_type: 'Custom',
      policy_key: user < HOLDERS ? HELD_POLICY : policyName(1 + (user % (policies - 1))),
      resource_group_id: '',
      attached_at: MADE_AT,
    };
  }
}

/** Rows of `roles`. */
export function* roleRows(accountId: string, roles: number): Iterable<Row> {
  for (let role = 0; role < roles; role += 1) {
    yield {
      account_id: accountId,
      role_id: roleId(role),
      role_name: roleName(role),
      role_name_key: roleName(role),
      description: '',
      trust_document: TRUST,
      max_session_duration: 3600,
      session_epoch: 0,
      created_at: MADE_AT,
      updated_at: MADE_AT,
    };
  }
}
