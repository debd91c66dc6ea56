import type { StatementReference } from '../policies/attachment.ts';
import type { PolicySet } from '../policies/compile.ts';
import type { TrustedPrincipal } from '../policies/principals.ts';
import { ALLOWS, DENIES, SILENT, searchStatements } from '../policies/search-statements.ts';
import type { CompiledStatement } from '../policies/statement.ts';
import type { CompiledResourcePolicy, PrincipalStatement } from '../policies/trust.ts';
import { appliesTo } from '../policies/trust.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { Decision, PolicyType } from './decision.ts';
import { ALLOWED, implicitDeny } from './decision.ts';

/**
 * Decides one resource, given by its names, by one set of documents: any applying Deny denies, else any applying
 * Allow allows, else nothing does (spec: policy 4.1). `policyType` is what a refusal names as its step.
 */
export function evaluate(
  set: PolicySet,
  request: RequestedAction,
  names: readonly ResourceName[],
  policyType: PolicyType,
): Decision {
  const resource = names[0]?.text ?? '';
  switch (searchStatements(set.index, request, names)) {
    case ALLOWS:
      return ALLOWED;
    case SILENT:
      return implicitDeny(policyType, resource);
    case DENIES:
      return {
        effect: 'ExplicitDeny',
        policyType,
        resource,
        matched: denyingStatements(set, request, names),
      };
  }
}

/** Every Deny that applies, in the order of the documents. */
function denyingStatements(
  { index }: PolicySet,
  request: RequestedAction,
  names: readonly ResourceName[],
): readonly StatementReference[] {
  const denying = new Set<CompiledStatement>();
  searchStatements(index, request, names, denying);
  const ordered = [...denying].toSorted((left, right) => left.order - right.order);
  return ordered.map(({ reference }) => reference);
}

/** The same by the policy of the resource, for somebody who asks for it. */
export function evaluateResourcePolicy(
  { deny, allow }: CompiledResourcePolicy,
  principal: TrustedPrincipal,
  request: RequestedAction,
  names: readonly ResourceName[],
  policyType: PolicyType,
): Decision {
  const resource = names[0]?.text ?? '';
  const isApplying = (statement: PrincipalStatement) => appliesTo(statement, principal, request, names);
  const denying = deny.filter(isApplying);
  if (denying.length > 0) {
    const matched = denying.map(({ reference }) => reference);
    return { effect: 'ExplicitDeny', policyType, resource, matched };
  }
  return allow.some(isApplying) ? ALLOWED : implicitDeny(policyType, resource);
}
