/** The resources of the Terraform provider that live in RAM and IMS, the roles of services, and resource groups. */
import type { Resource } from '../resource.ts';
import { accessKey } from './access-key.ts';
import { accessKeyPolicy } from './access-key-policy.ts';
import {
  accountAlias,
  accountPasswordPolicy,
  imsPasswordPolicy,
  securityPreference,
} from './account-settings.ts';
import { group } from './group.ts';
import { oidcProvider, samlProvider } from './identity-providers.ts';
import { loginProfile } from './login-profile.ts';
import { groupMembership, userGroupAttachment } from './memberships.ts';
import { policy } from './policy.ts';
import { policyAttachments } from './policy-attachments.ts';
import { resourceGroup, scopedPolicyAttachment } from './resource-group.ts';
import { role } from './role.ts';
import { serviceLinkedRole } from './service-linked-role.ts';
import { user } from './user.ts';

export const resources: readonly Resource[] = [
  user,
  group,
  groupMembership,
  userGroupAttachment,
  loginProfile,
  accessKey,
  accessKeyPolicy,
  policy,
  role,
  serviceLinkedRole,
  ...policyAttachments,
  accountAlias,
  accountPasswordPolicy,
  imsPasswordPolicy,
  securityPreference,
  oidcProvider,
  samlProvider,
  resourceGroup,
  scopedPolicyAttachment,
];
