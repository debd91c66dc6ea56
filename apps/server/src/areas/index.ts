/**
 * What the product is about: one area for every noun, in the order in which they may use each other. An area uses only
 * those before it; what it must ask of a later one is handed to it here.
 */
import type { Area } from '../kernel/area.ts';
import type { DiagnosisSeal } from '../kernel/diagnosis.ts';
import type { AnyOperation, ResourceTags } from '../kernel/operation.ts';
import { accessKeyPolicies } from './access-key-policies/index.ts';
import { accessKeysArea, userDependent as keysOfUser, ownerOfKey } from './access-keys/index.ts';
import { accounts } from './accounts/index.ts';
import { applications } from './applications/index.ts';
import {
  attachFixedPolicy,
  attachments,
  groupDependent as policiesOfGroup,
  roleDependent as policiesOfRole,
  userDependent as policiesOfUser,
  policyDependent as policyHolders,
  resourceGroupDependent,
} from './attachments/index.ts';
import { type AuthorizationParts, authorizationArea } from './authorization/index.ts';
import { diagnosticsArea } from './diagnostics/index.ts';
import { domains } from './domains/index.ts';
import { gatewayTokens } from './gateway-tokens/index.ts';
import { groupsArea, userDependent as groupsOfUser } from './groups/index.ts';
import { loginProfiles, userDependent as profileOfUser } from './login-profiles/index.ts';
import { userDependent as deviceOfUser, mfa } from './mfa/index.ts';
import { oidcProviders } from './oidc-providers/index.ts';
import { passkeys, userBelonging as passkeysOfUser } from './passkeys/index.ts';
import { passwordPolicies } from './password-policy/index.ts';
import { policiesArea, taggablePolicies } from './policies/index.ts';
import { recycleBin, takeKeyIn, takeUserIn } from './recycle-bin/index.ts';
import { reports } from './reports/index.ts';
import { resourceGroupsArea, taggableResourceGroups } from './resource-groups/index.ts';
import { rolesArea, taggableRoles } from './roles/index.ts';
import { samlProviders } from './saml-providers/index.ts';
import { securityPreferences } from './security-preference/index.ts';
import { type ServerFacts, serverInfoArea } from './server-info/index.ts';
import { ssoSettings } from './sso-settings/index.ts';
import { userBelonging as credentialsOfUser, storedOnly } from './stored-only/index.ts';
import { type SessionParts, stsArea } from './sts/index.ts';
import { summary } from './summary/index.ts';
import { resourceTags, tagsArea } from './tags/index.ts';
import { taggableUsers, usersArea } from './users/index.ts';
import { userBelonging as addressesOfUser, verification } from './verification/index.ts';

/** What areas need that no account's scope knows. */
export interface ProductParts {
  readonly server: ServerFacts;
  readonly authorization: AuthorizationParts;
  readonly diagnoses: DiagnosisSeal;
  readonly sessions: SessionParts;
}

const taggables = {
  user: taggableUsers,
  role: taggableRoles,
  policy: taggablePolicies,
  resourcegroup: taggableResourceGroups,
};

/** The tags of what an ARN names, for decisions. */
export const tagsOfResource: ResourceTags = resourceTags(taggables);

/** Every noun of the product. */
export function productAreas({ server, authorization, diagnoses, sessions }: ProductParts): readonly Area[] {
  return [
    accounts,
    domains,
    passwordPolicies,
    securityPreferences,
    tagsArea(taggables),
    usersArea(
      [groupsOfUser, keysOfUser(takeKeyIn), policiesOfUser, profileOfUser, deviceOfUser],
      [passkeysOfUser, addressesOfUser, credentialsOfUser],
      ownerOfKey,
      takeUserIn,
    ),
    groupsArea([policiesOfGroup]),
    accessKeysArea(takeKeyIn),
    accessKeyPolicies,
    loginProfiles,
    mfa,
    passkeys,
    verification,
    recycleBin,
    policiesArea(policyHolders),
    rolesArea([policiesOfRole], attachFixedPolicy),
    resourceGroupsArea([resourceGroupDependent]),
    attachments,
    serverInfoArea(server),
    summary,
    oidcProviders,
    samlProviders,
    stsArea(sessions),
    ssoSettings,
    applications,
    storedOnly,
    reports,
    gatewayTokens,
    authorizationArea(authorization),
    diagnosticsArea(diagnoses),
  ];
}

/** Every operation of the product. */
export function productOperations(parts: ProductParts): readonly AnyOperation[] {
  return productAreas(parts).flatMap(area => area.operations);
}
