import { equalsFolded } from '../letter-case.ts';
import type { CompiledPolicies } from '../policies/compile.ts';
import type { IdentityPrincipal, Principal, RootPrincipal } from '../principal.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import { belongsTo, resourceNames } from '../resources/resource-name.ts';
import type { AccessRequest } from './access-request.ts';
import { isComplete } from './access-request.ts';
import type { Decision, Denied } from './decision.ts';
import { ALLOWED, implicitDeny } from './decision.ts';
import { evaluate, evaluateResourcePolicy } from './evaluate.ts';

/** Choices of whoever runs the decision. */
export interface DecideOptions {
  /**
   * Whether a Deny at the scope of the resource group counts although the account scope allows. Off, it is not
   * reached, which is the published order of steps (spec: policy 4.2).
   */
  readonly resourceGroupDenyWins?: boolean;
}

/** How far identity policies reach: into the principal's own account, or to a role of any account. */
type Reach = 'own-account' | 'any-account';

const PUBLISHED_ORDER: DecideOptions = {};

/**
 * Decides whether a principal may do what it asks: every resource of the request must be allowed. The first one
 * that is not is reported, one with an explicit deny before the others (spec: policy 2.9, 4.2). A request without
 * actions, without resources or with a nameless resource is refused. Throws only what the request's context
 * throws.
 */
export function decide(
  principal: Principal,
  request: AccessRequest,
  options: DecideOptions = PUBLISHED_ORDER,
): Decision {
  return decideResources(principal, request, options, 'own-account');
}

/**
 * The same for the caller's side of AssumeRole, whose resource is a role that may belong to another account
 * (spec: policy 4.3).
 */
export function decideForRole(
  principal: IdentityPrincipal,
  request: AccessRequest,
  options: DecideOptions,
): Decision {
  return decideResources(principal, request, options, 'any-account');
}

function decideResources(
  principal: Principal,
  request: AccessRequest,
  options: DecideOptions,
  reach: Reach,
): Decision {
  if (!isComplete(request)) return nothingAllows('');
  let firstRefusal: Denied | undefined;
  for (const texts of request.resources) {
    const decision = decideResource(principal, request, resourceNames(texts), options, reach);
    if (decision.effect === 'ExplicitDeny') return decision;
    if (decision.effect === 'ImplicitDeny') firstRefusal ??= decision;
  }
  return firstRefusal ?? ALLOWED;
}

/** Decides one resource by the steps of the language, in their order (spec: policy 4.2). */
function decideResource(
  principal: Principal,
  request: AccessRequest,
  names: readonly ResourceName[],
  options: DecideOptions,
  reach: Reach,
): Decision {
  if (principal.kind === 'root') return decideRoot(principal, request, names);
  if (request.controlLevels !== undefined && principal.exemptFromControl !== true) {
    for (const level of request.controlLevels) {
      const decision = evaluate(level.account, request, names, 'ControlPolicy');
      if (decision.effect !== 'Allow') return decision;
    }
  }
  if (principal.session !== undefined) {
    const decision = evaluate(principal.session.account, request, names, 'SessionPolicy');
    if (decision.effect !== 'Allow') return decision;
  }
  const byIdentity = decideIdentity(principal.identity, request, names, options);
  if (reach === 'any-account') return byIdentity;
  const isOwner = isOwnedBy(names, principal.account);
  if (request.resourcePolicy === undefined) {
    return byIdentity.effect === 'Allow' && !isOwner ? nothingAllows(firstText(names)) : byIdentity;
  }
  const { resourcePolicy } = request;
  const byResource = evaluateResourcePolicy(resourcePolicy, principal, request, names, 'ResourceBasedPolicy');
  return merge(byIdentity, byResource, isOwner);
}

/**
 * Step 6: any explicit deny denies. Within an account either side may allow, across accounts both must (spec: policy
 * 4.2, 4.6).
 */
function merge(byIdentity: Decision, byResource: Decision, isOwner: boolean): Decision {
  if (byIdentity.effect === 'ExplicitDeny') return byIdentity;
  if (byResource.effect === 'ExplicitDeny') return byResource;
  const first = isOwner ? byResource : byIdentity;
  return first.effect === 'Allow' ? byResource : byIdentity;
}

/** Step 1: the account may do everything to what it owns, and cannot assume roles (spec: policy 4.2). */
function decideRoot(
  { account }: RootPrincipal,
  { actions }: AccessRequest,
  names: readonly ResourceName[],
): Decision {
  const assumesRole = actions.some(action => equalsFolded(action, 'sts:AssumeRole'));
  return isOwnedBy(names, account) && !assumesRole ? ALLOWED : nothingAllows(firstText(names));
}

/** Step 4: all attachments at account scope as one set; if it is silent, those at the resource group's scope. */
function decideIdentity(
  policies: CompiledPolicies,
  request: AccessRequest,
  names: readonly ResourceName[],
  { resourceGroupDenyWins = false }: DecideOptions,
): Decision {
  const decision = evaluate(policies.account, request, names, 'AccountLevelIdentityBasedPolicy');
  if (decision.effect === 'ExplicitDeny' || request.resourceGroupId === undefined) return decision;
  const group = policies.resourceGroups.get(request.resourceGroupId);
  const isReached = decision.effect === 'ImplicitDeny' || resourceGroupDenyWins;
  if (group === undefined || !isReached) return decision;
  const inGroup = evaluate(group, request, names, 'ResourceGroupLevelIdentityBasedPolicy');
  return decision.effect === 'Allow' && inGroup.effect === 'ImplicitDeny' ? decision : inGroup;
}

/** Whether every name of a resource says that it belongs to the account. */
export function isOwnedBy(names: readonly ResourceName[], account: string): boolean {
  for (const name of names) {
    if (!belongsTo(name, account)) return false;
  }
  return true;
}

function nothingAllows(resource: string): Denied {
  return implicitDeny('AccountLevelIdentityBasedPolicy', resource);
}

function firstText(names: readonly ResourceName[]): string {
  return names[0]?.text ?? '';
}
