/**
 * Policies: documents that say who may do what. System policies are part of the product and never change; custom policies
 * belong to an account, keep their earlier versions, and exactly one version of each is in force.
 */
import type { Area, PolicyDependent } from '../../kernel/area.ts';
import { ramCreatePolicy } from './create-policy.ts';
import { ramDeletePolicy } from './delete-policy.ts';
import { ramGetPolicy } from './get-policy.ts';
import { ramListPolicies } from './list-policies.ts';
import { ramUpdatePolicyDescription } from './update-policy-description.ts';
import { ramCreatePolicyVersion } from './versions/create-policy-version.ts';
import { ramDeletePolicyVersion } from './versions/delete-policy-version.ts';
import { ramGetPolicyVersion } from './versions/get-policy-version.ts';
import { ramListPolicyVersions } from './versions/list-policy-versions.ts';
import { ramSetDefaultPolicyVersion } from './versions/set-default-policy-version.ts';

export { findingsText } from './document.ts';
export { policyErrors } from './errors.ts';
export { findPolicies, findPolicy, requirePolicy, systemDocument } from './find-policy.ts';
export { policyName, policyResource, policyType } from './parameters.ts';
export type { Policy, PolicyType } from './policy.ts';
export { countCustomPolicies, policiesInForceAfter } from './store.ts';
export {
  LINKED_ROLE_PREFIX,
  type LinkedService,
  linkedServiceNamed,
  linkedServiceOfRole,
  linkedServices,
} from './system/linked-services.ts';
export { taggablePolicies } from './taggable.ts';
export { versionIdOf } from './version-id.ts';

/**
 * Operations on policies and their versions.
 *
 * @param attachments who holds a policy: shown in lists, and asked before a policy is deleted
 */
export function policiesArea(attachments: PolicyDependent): Area {
  return {
    name: 'policies',
    operations: [
      ramCreatePolicy,
      ramGetPolicy(attachments),
      ramListPolicies(attachments),
      ramUpdatePolicyDescription,
      ramDeletePolicy(attachments),
      ramCreatePolicyVersion,
      ramGetPolicyVersion,
      ramListPolicyVersions,
      ramSetDefaultPolicyVersion,
      ramDeletePolicyVersion,
    ],
  };
}
