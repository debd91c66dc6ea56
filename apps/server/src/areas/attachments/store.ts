import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { type AttachmentsTable, count, insert, remove, removed, select } from '../../store/index.ts';
import type { Policy, PolicyType } from '../policies/index.ts';
import type { Principal, PrincipalType } from './principal.ts';

/** One policy that one principal holds. */
export interface Attachment {
  readonly principalType: PrincipalType;
  readonly principalId: string;
  readonly policyType: PolicyType;
  readonly policyKey: string;
  /** Milliseconds since 1970. */
  readonly attachedAt: number;
}

/** What resource_group_id holds of an attachment to the whole account. */
const wholeAccount = '';

/** The policies of a principal: system policies first, each type by name. */
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

/** How many principals of one kind hold one policy. */
export interface HolderCount {
  readonly policyKey: string;
  readonly principalType: PrincipalType;
  readonly holders: number;
}

/** Counts the holders of some policies of one type; what nobody holds is absent. */
export async function countHolders(
  scope: Scope,
  policyType: PolicyType,
  policyKeys: readonly string[],
): Promise<HolderCount[]> {
  if (policyKeys.length === 0) return [];
  return select(scope, 'attachments')
    .select(attachments => [
      'policy_key as policyKey',
      'principal_type as principalType',
      attachments.fn.countAll<number>().as('holders'),
    ])
    .where('policy_type', '=', policyType)
    .where('policy_key', 'in', policyKeys)
    .groupBy(['policy_key', 'principal_type'])
    .execute();
}

/** Stores that a principal holds a policy from now on. */
export async function insertAttachment(
  scope: ChangeScope,
  principal: Principal,
  policy: Policy,
): Promise<void> {
  await insert(scope, 'attachments', {
    principal_type: principal.type,
    principal_id: principal.id,
    policy_type: policy.type,
    policy_key: policy.key,
    resource_group_id: wholeAccount,
    attached_at: scope.now,
  });
}

/** @returns whether the principal held the policy */
export async function removeAttachment(
  scope: ChangeScope,
  principal: Principal,
  policy: Policy,
): Promise<boolean> {
  return removed(
    remove(scope, 'attachments')
      .where('principal_type', '=', principal.type)
      .where('principal_id', '=', principal.id)
      .where('policy_type', '=', policy.type)
      .where('policy_key', '=', policy.key),
  );
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
    attachedAt: row.attached_at,
  };
}
