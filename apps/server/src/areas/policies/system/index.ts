/** The system policies: data that is part of the product, in no database, and the same in every account. */
import { accountPolicies } from './account.ts';
import { identityPolicies } from './identities.ts';
import type { SystemPolicy } from './system-policy.ts';

export type { SystemPolicy } from './system-policy.ts';

/** Every system policy, by name. */
export const systemPolicies: readonly SystemPolicy[] = [...accountPolicies, ...identityPolicies].sort(
  (a, b) => (a.name < b.name ? -1 : 1),
);

const byFoldedName = new Map(systemPolicies.map(policy => [policy.name.toLowerCase(), policy]));

/**
 * Looks a system policy up.
 *
 * @param name without regard to case; its own spelling is in the answer
 */
export function systemPolicy(name: string): SystemPolicy | undefined {
  return byFoldedName.get(name.toLowerCase());
}
