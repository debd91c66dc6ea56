import type { PolicySet } from '../policies/compile.ts';
import type { CompiledStatement } from '../policies/statement.ts';
import { searchStatements } from '../policies/statement-index.ts';
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
  if (searchStatements(set.deny, request, names)) {
    const denying = new Set<CompiledStatement>();
    searchStatements(set.deny, request, names, denying);
    const ordered = [...denying].toSorted((left, right) => left.order - right.order);
    const matched = ordered.map(({ reference }) => reference);
    return { effect: 'ExplicitDeny', policyType, resource, matched };
  }
  return searchStatements(set.allow, request, names) ? ALLOWED : implicitDeny(policyType, resource);
}
