/**
 * Attachments: which user, group or role holds which policy. Every holder's rights follow an attachment at once, and a policy
 * that somebody holds cannot be deleted.
 */
import type { Area } from '../../kernel/area.ts';
import { ramAttachPolicyToGroup, ramAttachPolicyToRole, ramAttachPolicyToUser } from './attach-policy.ts';
import {
  ramDetachPolicyFromGroup,
  ramDetachPolicyFromRole,
  ramDetachPolicyFromUser,
} from './detach-policy.ts';
import { ramListEntitiesForPolicy } from './list-entities.ts';
import { ramListPoliciesForGroup, ramListPoliciesForRole, ramListPoliciesForUser } from './list-policies.ts';
import {
  resourceManagerAttachPolicy,
  resourceManagerDetachPolicy,
} from './resource-manager/attachment-changes.ts';
import { resourceManagerListPolicyAttachments } from './resource-manager/list-policy-attachments.ts';

export {
  attachFixedPolicy,
  groupDependent,
  policyDependent,
  resourceGroupDependent,
  roleDependent,
  userDependent,
} from './dependents.ts';
export { listAccountHolders } from './list-entities.ts';
export { holdersAmong } from './store.ts';

/** Operations on attachments. */
export const attachments: Area = {
  name: 'attachments',
  operations: [
    ramAttachPolicyToUser,
    ramDetachPolicyFromUser,
    ramListPoliciesForUser,
    ramAttachPolicyToGroup,
    ramDetachPolicyFromGroup,
    ramListPoliciesForGroup,
    ramAttachPolicyToRole,
    ramDetachPolicyFromRole,
    ramListPoliciesForRole,
    ramListEntitiesForPolicy,
    resourceManagerAttachPolicy,
    resourceManagerDetachPolicy,
    resourceManagerListPolicyAttachments,
  ],
};
