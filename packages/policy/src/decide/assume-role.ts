import type { TrustedPrincipal } from '../policies/principals.ts';
import type { CompiledTrust } from '../policies/trust.ts';
import type { RootPrincipal } from '../principal.ts';
import { resourceNames } from '../resources/resource-name.ts';
import type { AccessRequest } from './access-request.ts';
import { isComplete } from './access-request.ts';
import type { DecideOptions } from './decide.ts';
import { decide, decideForRole } from './decide.ts';
import type { Decision } from './decision.ts';
import { implicitDeny } from './decision.ts';
import { evaluateResourcePolicy } from './evaluate.ts';

/**
 * Decides whether somebody may assume a role (spec: policy 4.3). The request's action is `sts:AssumeRole`, its
 * resource the role. For users and roles both sides must allow: their own policies, and the role's trust policy.
 * An explicit deny of either side is reported before an implicit one. Services and federated callers have no
 * policies; the trust policy alone decides. The account itself cannot assume roles.
 */
export function decideAssumeRole(
  caller: TrustedPrincipal | RootPrincipal,
  trust: CompiledTrust,
  request: AccessRequest,
  options: DecideOptions = {},
): Decision {
  if (caller.kind === 'root') return decide(caller, request, options);
  const trusted = decideTrust(caller, trust, request);
  if (caller.kind === 'service' || caller.kind === 'federated') return trusted;
  const permitted = decideForRole(caller, request, options);
  const callerSideDecides = permitted.effect === 'ExplicitDeny' || trusted.effect === 'Allow';
  if (callerSideDecides) return permitted;
  return trusted.effect === 'ExplicitDeny' || permitted.effect === 'Allow' ? trusted : permitted;
}

/** The side of the role (spec: policy 4.3). */
function decideTrust(caller: TrustedPrincipal, trust: CompiledTrust, request: AccessRequest): Decision {
  const [texts = []] = request.resources;
  if (!isComplete(request)) return implicitDeny('AssumeRolePolicy', texts[0] ?? '');
  return evaluateResourcePolicy(trust, caller, request, resourceNames(texts), 'AssumeRolePolicy');
}
