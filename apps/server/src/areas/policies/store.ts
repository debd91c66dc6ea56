import type { Selectable } from 'kysely';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import {
  count,
  insert,
  type PoliciesTable,
  type PolicyVersionsTable,
  remove,
  select,
  update,
} from '../../store/index.ts';
import { carriers, type GivenTag } from '../tags/index.ts';
import type { CustomPolicy, PolicyVersion } from './policy.ts';

/** The policy with this key. */
export async function findCustomPolicy(scope: Scope, key: string): Promise<CustomPolicy | undefined> {
  const row = await select(scope, 'policies')
    .selectAll()
    .where('policy_name_key', '=', key)
    .executeTakeFirst();
  return row && policyOf(row);
}

/** Those of the keys that name a policy. */
export async function customPoliciesByKey(scope: Scope, keys: readonly string[]): Promise<CustomPolicy[]> {
  if (keys.length === 0) return [];
  const rows = await select(scope, 'policies').selectAll().where('policy_name_key', 'in', keys).execute();
  return rows.map(policyOf);
}

/**
 * Policies in the order of their keys.
 *
 * @param tags what they must all carry
 * @param after key that the list starts behind; empty for the first
 */
export async function customPoliciesAfter(
  scope: Scope,
  tags: readonly GivenTag[],
  after: string,
  limit: number,
): Promise<CustomPolicy[]> {
  const [first, ...others] = tags;
  let policies = select(scope, 'policies')
    .selectAll()
    .where('policy_name_key', '>', after)
    .orderBy('policy_name_key')
    .limit(limit);
  if (first !== undefined) {
    const carrying = carriers(scope, 'policy', { tags: [first, ...others], after }, limit);
    policies = policies.where('policy_name_key', 'in', carrying);
  }
  return (await policies.execute()).map(policyOf);
}

/** A policy with the document that decides. */
export interface PolicyInForce {
  readonly policy: CustomPolicy;
  readonly document: string;
}

/**
 * Policies with the documents that decide, in the order of their keys.
 *
 * @param after key that the list starts behind; empty for the first
 */
export async function policiesInForceAfter(
  scope: Scope,
  after: string,
  limit: number,
): Promise<readonly PolicyInForce[]> {
  const rows = await select(scope, 'policies')
    .innerJoin('policy_versions', version =>
      version
        .onRef('policy_versions.account_id', '=', 'policies.account_id')
        .onRef('policy_versions.policy_name_key', '=', 'policies.policy_name_key')
        .onRef('policy_versions.version', '=', 'policies.default_version'),
    )
    .selectAll('policies')
    .select('policy_versions.document')
    .where('policies.policy_name_key', '>', after)
    .orderBy('policies.policy_name_key')
    .limit(limit)
    .execute();
  return rows.map(row => ({ policy: policyOf(row), document: row.document }));
}

/** How many custom policies the account has. */
export async function countCustomPolicies(scope: Scope): Promise<number> {
  return count(scope, 'policies');
}

/** Stores a policy; its first version is stored apart. */
export async function insertPolicy(scope: ChangeScope, policy: CustomPolicy): Promise<void> {
  await insert(scope, 'policies', {
    policy_name: policy.name,
    policy_name_key: policy.key,
    description: policy.description,
    default_version: policy.defaultVersion,
    next_version: policy.nextVersion,
    created_at: policy.createdAt,
    updated_at: policy.updatedAt,
  });
}

/** Stores what may change of a policy. */
export async function updatePolicy(scope: ChangeScope, policy: CustomPolicy): Promise<void> {
  await update(scope, 'policies')
    .set({
      description: policy.description,
      default_version: policy.defaultVersion,
      next_version: policy.nextVersion,
      updated_at: policy.updatedAt,
    })
    .where('policy_name_key', '=', policy.key)
    .execute();
}

/** Removes a policy and all its versions. */
export async function removePolicy(scope: ChangeScope, key: string): Promise<void> {
  await remove(scope, 'policy_versions').where('policy_name_key', '=', key).execute();
  await remove(scope, 'policies').where('policy_name_key', '=', key).execute();
}

/** All versions of a policy, the oldest first. */
export async function versionsOfCustomPolicy(scope: Scope, key: string): Promise<PolicyVersion[]> {
  const rows = await select(scope, 'policy_versions')
    .selectAll()
    .where('policy_name_key', '=', key)
    .orderBy('version')
    .execute();
  return rows.map(versionOf);
}

/** One version of a policy. */
export async function findCustomPolicyVersion(
  scope: Scope,
  key: string,
  number: number,
): Promise<PolicyVersion | undefined> {
  const row = await select(scope, 'policy_versions')
    .selectAll()
    .where('policy_name_key', '=', key)
    .where('version', '=', number)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** Stores a version of a policy. */
export async function insertVersion(scope: ChangeScope, key: string, version: PolicyVersion): Promise<void> {
  await insert(scope, 'policy_versions', {
    policy_name_key: key,
    version: version.number,
    document: version.document,
    created_at: version.createdAt,
  });
}

/** Removes some versions of a policy. */
export async function removeVersions(
  scope: ChangeScope,
  key: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await remove(scope, 'policy_versions')
    .where('policy_name_key', '=', key)
    .where('version', 'in', numbers)
    .execute();
}

function policyOf(row: Selectable<PoliciesTable>): CustomPolicy {
  return {
    type: 'Custom',
    key: row.policy_name_key,
    name: row.policy_name,
    description: row.description,
    defaultVersion: row.default_version,
    nextVersion: row.next_version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function versionOf(row: Selectable<PolicyVersionsTable>): PolicyVersion {
  return { number: row.version, document: row.document, createdAt: row.created_at };
}
