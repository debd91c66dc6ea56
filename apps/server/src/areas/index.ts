/**
 * What the product is about: one area for every noun, in the order in which they may use each other. An area uses only
 * those before it; what it must ask of a later one is handed to it here.
 */
import type { DiagnosisSeal } from '../kernel/diagnosis.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import { accessKeys, userDependent as keysOfUser, ownerOfKey } from './access-keys/index.ts';
import { accounts } from './accounts/index.ts';
import {
  attachments,
  groupDependent as policiesOfGroup,
  userDependent as policiesOfUser,
  policyDependent as policyHolders,
} from './attachments/index.ts';
import { type AuthorizationParts, authorizationArea } from './authorization/index.ts';
import { diagnosticsArea } from './diagnostics/index.ts';
import { gatewayTokens } from './gateway-tokens/index.ts';
import { groupsArea, userDependent as groupsOfUser } from './groups/index.ts';
import { oidcProviders } from './oidc-providers/index.ts';
import { policiesArea } from './policies/index.ts';
import { type ServerFacts, serverInfoArea } from './server-info/index.ts';
import { sts } from './sts/index.ts';
import { summary } from './summary/index.ts';
import { usersArea } from './users/index.ts';

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
    usersArea([groupsOfUser, keysOfUser, policiesOfUser], ownerOfKey),
    groupsArea([policiesOfGroup]),
    accessKeys,
    policiesArea(policyHolders),
    attachments,
    sts,
    serverInfoArea(server),
    summary,
    oidcProviders,
    gatewayTokens,
    authorizationArea(authorization),
    diagnosticsArea(diagnoses),
  ];
  return areas.flatMap(area => area.operations);
}
