/**
 * What the product is about: one area for every noun, in the order in which they may use each other. An area uses only
 * those before it; what it must ask of a later one is handed to it here.
 */
import type { DiagnosisSeal } from '../kernel/diagnosis.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import { accessKeys, userDependent as keysOfUser, ownerOfKey } from './access-keys/index.ts';
import { accounts } from './accounts/index.ts';
import { applications } from './applications/index.ts';
import {
  attachments,
  groupDependent as policiesOfGroup,
  roleDependent as policiesOfRole,
  userDependent as policiesOfUser,
  policyDependent as policyHolders,
} from './attachments/index.ts';
import { type AuthorizationParts, authorizationArea } from './authorization/index.ts';
import { diagnosticsArea } from './diagnostics/index.ts';
import { domains } from './domains/index.ts';
import { gatewayTokens } from './gateway-tokens/index.ts';
import { groupsArea, userDependent as groupsOfUser } from './groups/index.ts';
import { loginProfiles, userDependent as profileOfUser } from './login-profiles/index.ts';
import { oidcProviders } from './oidc-providers/index.ts';
import { passwordPolicies } from './password-policy/index.ts';
import { policiesArea, taggablePolicies } from './policies/index.ts';
import { rolesArea, taggableRoles } from './roles/index.ts';
import { securityPreferences } from './security-preference/index.ts';
import { type ServerFacts, serverInfoArea } from './server-info/index.ts';
import { sts } from './sts/index.ts';
import { summary } from './summary/index.ts';
import { tagsArea } from './tags/index.ts';
import { taggableUsers, usersArea } from './users/index.ts';

/** What areas need that no account's scope knows. */
export interface ProductParts {
  readonly server: ServerFacts;
  readonly authorization: AuthorizationParts;
  readonly diagnoses: DiagnosisSeal;
}

/** Every operation of the product. */
export function productOperations({
  server,
  authorization,
  diagnoses,
}: ProductParts): readonly AnyOperation[] {
  const areas = [
    accounts,
    domains,
    passwordPolicies,
    securityPreferences,
    tagsArea({ user: taggableUsers, role: taggableRoles, policy: taggablePolicies }),
    usersArea([groupsOfUser, keysOfUser, policiesOfUser, profileOfUser], ownerOfKey),
    groupsArea([policiesOfGroup]),
    accessKeys,
    loginProfiles,
    policiesArea(policyHolders),
    rolesArea([policiesOfRole]),
    attachments,
    sts,
    serverInfoArea(server),
    summary,
    oidcProviders,
    applications,
    gatewayTokens,
    authorizationArea(authorization),
    diagnosticsArea(diagnoses),
  ];
  return areas.flatMap(area => area.operations);
}
