import type { AccessRequest } from '../decide/access-request.ts';
import { isComplete } from '../decide/access-request.ts';
import { decideAssumeRole } from '../decide/assume-role.ts';
import type { DecideOptions } from '../decide/decide.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import type { TrustedPrincipal } from '../policies/principals.ts';
import type { CompiledTrust } from '../policies/trust.ts';
import type { Principal, RootPrincipal } from '../principal.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import { resourceNames } from '../resources/resource-name.ts';
import type { Explanation, ResourceExplanation, StepExplanation } from './explanation.ts';
import { bareStep, callerSteps, stepsOf, trustStep } from './steps.ts';

/**
 * Decides as `decide` does, and says why: every step with the statements that applied in it, those that nearly did and
 * what they missed, and what a step that was not reached would have said. Takes time in proportion to all statements,
 * and its answer is bounded in size. Throws only what the request's context throws, of which it may read more keys.
 */
export function explain(
  principal: Principal,
  request: AccessRequest,
  options: DecideOptions = {},
): Explanation {
  return explainBy(
    request,
    one => decide(principal, one, options),
    (names, effect) =>
      principal.kind === 'root'
        ? [bareStep('Root', effect)]
        : stepsOf({ principal, request, names }, options),
  );
}

/** The same for `decideAssumeRole`: the caller's own side, and the trust policy as its last step. */
export function explainAssumeRole(
  caller: TrustedPrincipal | RootPrincipal,
  trust: CompiledTrust,
  request: AccessRequest,
  options: DecideOptions = {},
): Explanation {
  if (caller.kind === 'root') return explain(caller, request, options);
  return explainBy(
    request,
    one => decideAssumeRole(caller, trust, one, options),
    names => {
      const trusted = trustStep({ principal: caller, request, names }, trust);
      if (caller.kind === 'service' || caller.kind === 'federated') return [trusted];
      return [...callerSteps({ principal: caller, request, names }, options), trusted];
    },
  );
}

/** Explains each resource by its own decision, so that an explanation never says otherwise than the decision. */
function explainBy(
  request: AccessRequest,
  decideOn: (request: AccessRequest) => Decision,
  stepsFor: (names: readonly ResourceName[], effect: Decision['effect']) => readonly StepExplanation[],
): Explanation {
  const decision = decideOn(request);
  if (!isComplete(request)) return { decision, resources: [] };
  const isOnly = request.resources.length === 1;
  const resources = request.resources.map((texts): ResourceExplanation => {
    const { effect } = isOnly ? decision : decideOn({ ...request, resources: [texts] });
    return { resource: texts[0] ?? '', effect, steps: stepsFor(resourceNames(texts), effect) };
  });
  return { decision, resources };
}
