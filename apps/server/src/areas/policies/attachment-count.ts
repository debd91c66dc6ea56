import type { PolicyDependent, PolicyHolders } from '../../kernel/area.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Policy, PolicyType } from './policy.ts';

const nobody: PolicyHolders = { user: 0, group: 0, role: 0 };

/** How many principals of each kind hold a policy. */
export async function holdersOf(
  attachments: PolicyDependent,
  scope: Scope,
  policy: Policy,
): Promise<PolicyHolders> {
  const holders = await attachments.holders(scope, policy.type, [policy.key]);
  return holders.get(policy.key) ?? nobody;
}

/** All principals that hold a policy. */
export function attachmentCount({ user, group, role }: PolicyHolders): number {
  return user + group + role;
}

/** A policy and how many principals hold it. */
export interface CountedPolicy {
  readonly policy: Policy;
  readonly attachmentCount: number;
}

/** Counts the holders of every policy of a page, with one query for each type. */
export async function countAttachments(
  attachments: PolicyDependent,
  scope: Scope,
  policies: readonly Policy[],
): Promise<readonly CountedPolicy[]> {
  const keysOf = (type: PolicyType) =>
    policies.filter(policy => policy.type === type).map(policy => policy.key);
  const holders = {
    System: await attachments.holders(scope, 'System', keysOf('System')),
    Custom: await attachments.holders(scope, 'Custom', keysOf('Custom')),
  };
  return policies.map(policy => ({
    policy,
    attachmentCount: attachmentCount(holders[policy.type].get(policy.key) ?? nobody),
  }));
}
