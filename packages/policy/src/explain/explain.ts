import type { AccessRequest } from '../decide/access-request.ts';
import { isComplete } from '../decide/access-request.ts';
import { decideAssumeRole } from '../decide/assume-role.ts';
import type { DecideOptions } from '../decide/decide.ts';
import { decide, decideForRole } from '../decide/decide.ts';
import type { Decision, PolicyType } from '../decide/decision.ts';
import { evaluate } from '../decide/evaluate.ts';
import type { PolicySet } from '../policies/compile.ts';
import type { CompiledTrust, TrustedPrincipal } from '../policies/trust.ts';
import type { IdentityPrincipal, Principal, RootPrincipal } from '../principal.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import { resourceName } from '../resources/resource-name.ts';
import type { Explanation, ResourceExplanation, StepExplanation } from './explanation.ts';
import { tellOfSet, tellOfTrust } from './statements.ts';

/**
 * Decides as `decide` does, and says why: every step with the statements that applied in it, those that nearly did and
 * what they missed, and what a step that was not reached would have said. Takes time in proportion to all statements.
 */
export function explain(
  principal: Principal,
  request: AccessRequest,
  options: DecideOptions = {},
): Explanation {
  return explainBy(principal, request, options, one => decide(principal, one, options));
}

/** The same for `decideAssumeRole`: the caller's own side, and the trust policy as its last step. */
export function explainAssumeRole(
  caller: TrustedPrincipal | RootPrincipal,
  trust: CompiledTrust,
  request: AccessRequest,
  options: DecideOptions = {},
): Explanation {
  const decision = decideAssumeRole(caller, trust, request, options);
  if (caller.kind === 'root') return { ...explain(caller, request, options), decision };
  const step = trustStep(caller, trust, request);
  if (caller.kind === 'service' || caller.kind === 'federated') {
    const asked = isComplete(request) ? request.resources : [];
    const resources = asked.map(([resource = '']) => ({ resource, effect: decision.effect, steps: [step] }));
    return { decision, resources };
  }
  const own = explainBy(caller, request, options, one => decideForRole(caller, one, options));
  const resources = own.resources.map((each, index) => {
    const alone = { ...request, resources: request.resources.slice(index, index + 1) };
    const { effect } = decideAssumeRole(caller, trust, alone, options);
    return { ...each, effect, steps: [...each.steps, step] };
  });
  return { decision, resources };
}

function explainBy(
  principal: Principal,
  request: AccessRequest,
  options: DecideOptions,
  decideOn: (request: AccessRequest) => Decision,
): Explanation {
  const decision = decideOn(request);
  if (!isComplete(request)) return { decision, resources: [] };
  const resources = request.resources.map((texts): ResourceExplanation => {
    const { effect } = decideOn({ ...request, resources: [texts] });
    return { resource: texts[0] ?? '', effect, steps: stepsOf(principal, request, texts, effect, options) };
  });
  return { decision, resources };
}

function stepsOf(
  principal: Principal,
  request: AccessRequest,
  texts: readonly string[],
  effect: Decision['effect'],
  options: DecideOptions,
): readonly StepExplanation[] {
  if (principal.kind === 'root') {
    return [{ policyType: 'Root', outcome: effect, statements: [], leftOut: 0 }];
  }
  const walk = new Walk(request, texts.map(resourceName));
  if (principal.exemptFromControl !== true) {
    for (const [level, policies] of (request.controlLevels ?? []).entries()) {
      walk.take(policies.account, { policyType: 'ControlPolicy', level });
    }
  }
  if (principal.session !== undefined) walk.take(principal.session.account, { policyType: 'SessionPolicy' });
  takeIdentity(walk, principal, request, options);
  // Nothing else is left that could turn an Allow of every step into a refusal.
  if (walk.allows && effect !== 'Allow')
    walk.add({ policyType: 'Reach', outcome: effect, statements: [], leftOut: 0 });
  return walk.steps;
}

/** Step 4: attachments at account scope, and if they are silent those at the scope of the resource group. */
function takeIdentity(
  walk: Walk,
  { identity }: IdentityPrincipal,
  { resourceGroupId }: AccessRequest,
  { resourceGroupDenyWins = false }: DecideOptions,
): void {
  const group = resourceGroupId === undefined ? undefined : identity.resourceGroups.get(resourceGroupId);
  const account = walk.take(
    identity.account,
    { policyType: 'AccountLevelIdentityBasedPolicy' },
    group !== undefined,
  );
  if (group === undefined || resourceGroupId === undefined) return;
  const step = { policyType: 'ResourceGroupLevelIdentityBasedPolicy', resourceGroupId } as const;
  const isReached = account === 'ImplicitDeny' || (account === 'Allow' && resourceGroupDenyWins);
  walk.takeLast(group, step, isReached, account === 'Allow');
}

type StepTitle = Pick<StepExplanation, 'level' | 'resourceGroupId'> & { readonly policyType: PolicyType };

/** Goes through the steps of one resource's decision; the first that does not allow ends it. */
class Walk {
  readonly steps: StepExplanation[] = [];
  readonly #request: AccessRequest;
  readonly #names: readonly ResourceName[];
  #isOver = false;
  #allows = false;

  constructor(request: AccessRequest, names: readonly ResourceName[]) {
    this.#request = request;
    this.#names = names;
  }

  /** Whether every step that was reached allows. */
  get allows(): boolean {
    return this.#allows && !this.#isOver;
  }

  /**
   * Takes a step.
   *
   * @param isOpen whether a later step may allow what this one leaves open
   */
  take(set: PolicySet, title: StepTitle, isOpen = false): StepExplanation['outcome'] {
    const outcome = this.#outcomeOf(set, title, !this.#isOver);
    this.#allows = outcome === 'Allow';
    if (outcome === 'ExplicitDeny' || (outcome === 'ImplicitDeny' && !isOpen)) this.#isOver = true;
    return outcome;
  }

  /**
   * Takes the step behind one that left the decision open, or that a strict reading looks behind.
   *
   * @param wasAllowed whether silence of this step leaves an Allow as it is
   */
  takeLast(set: PolicySet, title: StepTitle, isReached: boolean, wasAllowed: boolean): void {
    const outcome = this.#outcomeOf(set, title, isReached && !this.#isOver);
    if (outcome === 'NotReached') return;
    this.#allows = outcome === 'Allow' || (outcome === 'ImplicitDeny' && wasAllowed);
    this.#isOver = !this.#allows;
  }

  add(step: StepExplanation): void {
    this.steps.push(step);
  }

  #outcomeOf(set: PolicySet, title: StepTitle, isReached: boolean): StepExplanation['outcome'] {
    const outcome = isReached
      ? evaluate(set, this.#request, this.#names, title.policyType).effect
      : 'NotReached';
    this.steps.push({ ...title, outcome, ...tellOfSet(set, this.#request, this.#names, isReached) });
    return outcome;
  }
}

/** The trust policy's side, which is looked at whatever the caller's own side says (spec: policy 4.3). */
function trustStep(caller: TrustedPrincipal, trust: CompiledTrust, request: AccessRequest): StepExplanation {
  const told = tellOfTrust(trust, caller, request);
  const applied = (effect: 'Allow' | 'Deny') =>
    told.statements.some(each => each.effect === effect && each.outcome === 'Applied');
  const outcome = applied('Deny') ? 'ExplicitDeny' : applied('Allow') ? 'Allow' : 'ImplicitDeny';
  return { policyType: 'AssumeRolePolicy', outcome, ...told };
}
