/** The system policies: data that is part of the product, in no database, and the same in every account. */
import { nameKey } from '../../../kernel/callers/identity.ts';
import type { PolicyVersion } from '../policy.ts';
import { accountPolicies } from './account.ts';
import { governancePolicies } from './governance.ts';
import { identityPolicies } from './identities.ts';
import { linkedServices } from './linked-services.ts';
import { servicePolicies } from './services.ts';
import type { SystemPolicy } from './system-policy.ts';

export type { SystemPolicy } from './system-policy.ts';

/** Every system policy that lists show, by name; those of service-linked roles are shown with their roles alone. */
export const systemPolicies: readonly SystemPolicy[] = [
  ...accountPolicies,
  ...identityPolicies,
  ...governancePolicies,
  ...servicePolicies,
].sort((a, b) => (a.name < b.name ? -1 : 1));

const byFoldedName = new Map(
  [...systemPolicies, ...linkedServices.map(({ policy }) => policy)].map(policy => [
    nameKey(policy.name),
    policy,
  ]),
);

/**
 * Looks a system policy up.
 *
 * @param name without regard to case; its own spelling is in the answer
 */
export function systemPolicy(name: string): SystemPolicy | undefined {
  return byFoldedName.get(nameKey(name));
}

/** The version of a system policy that decides. */
export function versionInForce({ versions: [first, ...later] }: SystemPolicy): PolicyVersion {
  return later.at(-1) ?? first;
}
