import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import {
  type AccountSelect,
  type AttachmentCountsTable,
  type AttachmentsTable,
  count,
  insert,
  remove,
  removed,
  select,
} from '../../store/index.ts';
import type { Policy, PolicyType } from '../policies/index.ts';
import type { Grant } from './grant.ts';
import type { Principal, PrincipalType } from './principal.ts';

/** One policy that one principal holds. */
export interface Attachment {
  readonly principalType: PrincipalType;
  readonly principalId: string;
  readonly policyType: PolicyType;
  readonly policyKey: string;
  /** A resource group, or empty for the whole account. */
  readonly resourceGroupId: string;
  /** Milliseconds since 1970. */
  readonly attachedAt: number;
}

/** The policies of a principal, for whatever part of the account: system policies first, each type by name. */
export async function attachmentsOf(
  scope: Scope,
  principal: Pick<Principal, 'type' | 'id'>,
): Promise<Attachment[]> {
  const rows = await select(scope, 'attachments')
    .selectAll()
    .where('principal_type', '=', principal.type)
    .where('principal_id', '=', principal.id)
    .orderBy('policy_type', 'desc')
    .orderBy('policy_key')
    .orderBy('resource_group_id')
    .execute();
  return rows.map(attachmentOf);
}

/** How many policies a principal has. */
export async function countAttachmentsOf(
  scope: Scope,
  principal: Pick<Principal, 'type' | 'id'>,
): Promise<number> {
  return count(scope, 'attachments', rows =>
    rows.where('principal_type', '=', principal.type).where('principal_id', '=', principal.id),
  );
}

/** Those of some principals of one kind who hold any policy. */
export async function holdersAmong(
  scope: Scope,
  type: PrincipalType,
  principalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (principalIds.length === 0) return new Set();
  const rows = await select(scope, 'attachments')
    .select('principal_id')
    .distinct()
    .where('principal_type', '=', type)
    .where('principal_id', 'in', principalIds)
    .execute();
  return new Set(rows.map(row => row.principal_id));
}

/** Who holds a policy, in the order in which they got it. */
export async function attachmentsTo(
  scope: Scope,
  policy: Pick<Policy, 'type' | 'key'>,
): Promise<Attachment[]> {
  const rows = await select(scope, 'attachments')
    .selectAll()
    .where('policy_type', '=', policy.type)
    .where('policy_key', '=', policy.key)
    .orderBy('attached_at')
    .orderBy('principal_id')
    .execute();
  return rows.map(attachmentOf);
}

/** Which attachments are listed; each must have everything that is said. */
export interface AttachmentFilter {
  readonly principalType?: PrincipalType | undefined;
  /** One of these principals; their type is to be said too. */
  readonly principalIds?: readonly string[] | undefined;
  readonly policyType?: PolicyType | undefined;
  /** One of these policies. */
  readonly policies?: readonly Pick<Policy, 'type' | 'key'>[] | undefined;
  /** A resource group, or empty for the whole account. */
  readonly resourceGroupId?: string | undefined;
}

/** Orders of attachments: whatever comes first is what an index can be read along. */
const BY_PRINCIPAL = [
  'principal_type',
  'principal_id',
  'policy_type',
  'policy_key',
  'resource_group_id',
] as const;
const BY_POLICY = [
  'policy_type',
  'policy_key',
  'principal_type',
  'principal_id',
  'resource_group_id',
] as const;

/**
 * Attachments in the order of who holds them, or of the policies where nothing but policies is asked for.
 *
 * @param limit rows at most
 * @param offset rows that come before
 */
export async function listAttachments(
  scope: Scope,
  filter: AttachmentFilter,
  limit: number,
  offset: number,
): Promise<Attachment[]> {
  const { principalType, principalIds, policyType, policies, resourceGroupId } = filter;
  const ofPolicies = policyType !== undefined || policies !== undefined;
  const ofAnyone = (principalType ?? principalIds ?? resourceGroupId) === undefined;
  const listed = filtered(select(scope, 'attachments'), filter).selectAll().limit(limit).offset(offset);
  const order = ofPolicies && ofAnyone ? BY_POLICY : BY_PRINCIPAL;
  const rows = await order.reduce((ordered, column) => ordered.orderBy(column), listed).execute();
  return rows.map(attachmentOf);
}

/** How many attachments a list has on all of its pages; read from what is counted already, unless they are of few. */
export async function countListedAttachments(scope: Scope, filter: AttachmentFilter): Promise<number> {
  const { principalIds, policies, resourceGroupId } = filter;
  if (principalIds !== undefined) return count(scope, 'attachments', rows => filtered(rows, filter));
  let counts = select(scope, 'attachment_counts').selectAll();
  if (resourceGroupId !== undefined) counts = counts.where('resource_group_id', '=', resourceGroupId);
  else if (policies !== undefined) {
    counts = counts.where('policy_type', 'in', types(policies)).where('policy_key', 'in', keys(policies));
  }
  const listed = (await counts.execute()).filter(row => isListed(row, filter));
  return listed.reduce((sum, { attachments }) => sum + attachments, 0);
}

function isListed(
  row: AttachmentCountsTable,
  { principalType = row.principal_type, policyType = row.policy_type, policies }: AttachmentFilter,
): boolean {
  return (
    principalType === row.principal_type &&
    policyType === row.policy_type &&
    (policies === undefined ||
      policies.some(({ type, key }) => type === row.policy_type && key === row.policy_key))
  );
}

function filtered(
  all: AccountSelect<'attachments'>,
  { principalType, principalIds, policyType, policies, resourceGroupId }: AttachmentFilter,
): AccountSelect<'attachments'> {
  let rows = all;
  if (principalType !== undefined) rows = rows.where('principal_type', '=', principalType);
  if (principalIds !== undefined) rows = rows.where('principal_id', 'in', principalIds);
  if (policyType !== undefined) rows = rows.where('policy_type', '=', policyType);
  if (policies !== undefined) {
    // No key of one type is a key of the other: those of custom policies are in lower case, those of system policies not.
    rows = rows.where('policy_type', 'in', types(policies)).where('policy_key', 'in', keys(policies));
  }
  if (resourceGroupId !== undefined) rows = rows.where('resource_group_id', '=', resourceGroupId);
  return rows;
}

function types(policies: NonNullable<AttachmentFilter['policies']>): PolicyType[] {
  return policies.map(({ type }) => type);
}

function keys(policies: NonNullable<AttachmentFilter['policies']>): string[] {
  return policies.map(({ key }) => key);
}

/** How many principals of one kind hold one policy. */
export interface HolderCount {
  readonly policyKey: string;
  readonly principalType: PrincipalType;
  readonly holders: number;
}

/** How many hold some policies of one type; what nobody holds is absent. */
export async function countHolders(
  scope: Scope,
  policyType: PolicyType,
  policyKeys: readonly string[],
): Promise<HolderCount[]> {
  if (policyKeys.length === 0) return [];
  return select(scope, 'policy_holders')
    .select(['policy_key as policyKey', 'principal_type as principalType', 'holders'])
    .where('policy_type', '=', policyType)
    .where('policy_key', 'in', policyKeys)
    .execute();
}

/** Stores that a principal holds a policy from now on. */
export async function insertAttachment(
  scope: ChangeScope,
  { principal, policy, resourceGroupId }: Grant,
): Promise<void> {
  await insert(scope, 'attachments', {
    principal_type: principal.type,
    principal_id: principal.id,
    policy_type: policy.type,
    policy_key: policy.key,
    resource_group_id: resourceGroupId,
    attached_at: scope.now,
  });
}

/** @returns whether the principal held the policy there */
export async function removeAttachment(
  scope: ChangeScope,
  { principal, policy, resourceGroupId }: Grant,
): Promise<boolean> {
  return removed(
    remove(scope, 'attachments')
      .where('principal_type', '=', principal.type)
      .where('principal_id', '=', principal.id)
      .where('policy_type', '=', policy.type)
      .where('policy_key', '=', policy.key)
      .where('resource_group_id', '=', resourceGroupId),
  );
}

/** Whether any policy is attached for a resource group. */
export async function isAttachedFor(scope: Scope, resourceGroupId: string): Promise<boolean> {
  const row = await select(scope, 'attachments')
    .select('principal_id')
    .where('resource_group_id', '=', resourceGroupId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes every policy from a principal.
 *
 * @returns whether the principal had any
 */
export async function removeAttachmentsOf(
  scope: ChangeScope,
  principal: Pick<Principal, 'type' | 'id'>,
): Promise<boolean> {
  return removed(
    remove(scope, 'attachments')
      .where('principal_type', '=', principal.type)
      .where('principal_id', '=', principal.id),
  );
}

function attachmentOf(row: AttachmentsTable): Attachment {
  return {
    principalType: row.principal_type,
    principalId: row.principal_id,
    policyType: row.policy_type,
    policyKey: row.policy_key,
    resourceGroupId: row.resource_group_id,
    attachedAt: row.attached_at,
  };
}
