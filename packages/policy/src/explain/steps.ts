import type { AccessRequest } from '../decide/access-request.ts';
import type { DecideOptions } from '../decide/decide.ts';
import { isOwnedBy } from '../decide/decide.ts';
import type { PolicyType } from '../decide/decision.ts';
import { evaluate, evaluateResourcePolicy } from '../decide/evaluate.ts';
import type { PolicySet } from '../policies/compile.ts';
import type { TrustedPrincipal } from '../policies/principals.ts';
import type { CompiledResourcePolicy } from '../policies/trust.ts';
import type { IdentityPrincipal } from '../principal.ts';
import type { StepExplanation } from './explanation.ts';
import { type Asked, tellOfResourcePolicy, tellOfSet } from './tell.ts';

/** Somebody who asks for one resource, and what else its decision looks at. */
export interface AskedResource<P extends TrustedPrincipal = TrustedPrincipal> extends Asked {
  readonly principal: P;
  readonly request: AccessRequest;
}

/** The steps of a decision by identity policies, up to the merge with a policy of the resource (spec: policy 4.2). */
export function stepsOf(
  asked: AskedResource<IdentityPrincipal>,
  options: DecideOptions,
): readonly StepExplanation[] {
  const { limits, isOpen } = takeLimits(asked);
  const sides = [...identitySteps(asked, options, isOpen), ...resourcePolicySteps(asked, isOpen)];
  return [...limits, ...sides, ...reachSteps(asked, sides)];
}

/** The steps of the caller's side of AssumeRole, whose other side is the trust policy (spec: policy 4.3). */
export function callerSteps(
  asked: AskedResource<IdentityPrincipal>,
  options: DecideOptions,
): readonly StepExplanation[] {
  const { limits, isOpen } = takeLimits(asked);
  return [...limits, ...identitySteps(asked, options, isOpen)];
}

/** The role's side, which is looked at whatever the caller's own side says. */
export function trustStep(asked: AskedResource, trust: CompiledResourcePolicy): StepExplanation {
  return takeResourcePolicy('AssumeRolePolicy', trust, asked, true);
}

/** A step that no statement takes part in. */
export function bareStep(
  policyType: StepExplanation['policyType'],
  outcome: StepExplanation['outcome'],
): StepExplanation {
  return { policyType, outcome, statements: [], leftOut: 0 };
}

/** What says of which step an explanation speaks. */
type StepTitle = Pick<StepExplanation, 'level' | 'resourceGroupId'> & { readonly policyType: PolicyType };

/** Steps 2 and 3, which only limit: the first that does not allow ends the decision. */
function takeLimits(asked: AskedResource<IdentityPrincipal>): {
  readonly limits: readonly StepExplanation[];
  /** Whether all of them allow. */
  readonly isOpen: boolean;
} {
  const limits: StepExplanation[] = [];
  let isOpen = true;
  for (const { title, set } of limitsOf(asked)) {
    const step = takeSet(title, set, asked, isOpen);
    limits.push(step);
    isOpen &&= step.outcome === 'Allow';
  }
  return { limits, isOpen };
}

function limitsOf({
  principal,
  request: { controlLevels = [] },
}: AskedResource<IdentityPrincipal>): readonly { readonly title: StepTitle; readonly set: PolicySet }[] {
  const levels = principal.exemptFromControl === true ? [] : controlLevels;
  const { session } = principal;
  return [
    ...levels.map(({ account }, level) => ({
      title: { policyType: 'ControlPolicy', level } as const,
      set: account,
    })),
    ...(session === undefined
      ? []
      : [{ title: { policyType: 'SessionPolicy' } as const, set: session.account }]),
  ];
}

/** Step 4. The scope of the resource group is told of whenever there is one, so that a Deny there is not overlooked. */
function identitySteps(
  asked: AskedResource<IdentityPrincipal>,
  { resourceGroupDenyWins = false }: DecideOptions,
  isOpen: boolean,
): readonly StepExplanation[] {
  const { account: inAccount, resourceGroups } = asked.principal.identity;
  const { resourceGroupId } = asked.request;
  const account = takeSet({ policyType: 'AccountLevelIdentityBasedPolicy' }, inAccount, asked, isOpen);
  const inGroup = resourceGroupId === undefined ? undefined : resourceGroups.get(resourceGroupId);
  if (inGroup === undefined || resourceGroupId === undefined) return [account];
  const isReached =
    account.outcome === 'ImplicitDeny' || (account.outcome === 'Allow' && resourceGroupDenyWins);
  const title = { policyType: 'ResourceGroupLevelIdentityBasedPolicy', resourceGroupId } as const;
  return [account, takeSet(title, inGroup, asked, isReached)];
}

/** Step 5, if the resource has a policy. */
function resourcePolicySteps(
  asked: AskedResource<IdentityPrincipal>,
  isOpen: boolean,
): readonly StepExplanation[] {
  const { resourcePolicy } = asked.request;
  return resourcePolicy === undefined
    ? []
    : [takeResourcePolicy('ResourceBasedPolicy', resourcePolicy, asked, isOpen)];
}

/** Says so when one side allows what is of another account, for which both would have to (spec: policy 4.6). */
function reachSteps(
  { principal, names }: AskedResource<IdentityPrincipal>,
  sides: readonly StepExplanation[],
): readonly StepExplanation[] {
  if (isOwnedBy(names, principal.account)) return [];
  const isAllowedBy = (type: 'identity' | 'resource') =>
    sides.some(
      ({ policyType, outcome }) =>
        (policyType === 'ResourceBasedPolicy') === (type === 'resource') && outcome === 'Allow',
    );
  const isDenied = sides.some(({ outcome }) => outcome === 'ExplicitDeny');
  const isOneSided = isAllowedBy('identity') !== isAllowedBy('resource');
  return isOneSided && !isDenied ? [bareStep('Reach', 'ImplicitDeny')] : [];
}

function takeSet(
  title: StepTitle,
  set: PolicySet,
  asked: AskedResource,
  isReached: boolean,
): StepExplanation {
  const { request, names } = asked;
  const outcome = isReached ? evaluate(set, request, names, title.policyType).effect : 'NotReached';
  return { ...title, outcome, ...tellOfSet(set, asked, isReached) };
}

function takeResourcePolicy(
  policyType: PolicyType,
  policy: CompiledResourcePolicy,
  asked: AskedResource,
  isReached: boolean,
): StepExplanation {
  const { principal, request, names } = asked;
  const outcome = isReached
    ? evaluateResourcePolicy(policy, principal, request, names, policyType).effect
    : 'NotReached';
  return { policyType, outcome, ...tellOfResourcePolicy(policy, asked, isReached) };
}
