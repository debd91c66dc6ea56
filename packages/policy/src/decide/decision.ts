import type { StatementReference } from '../policies/attachment.ts';

/** The answer to a request. */
export type Decision = Allowed | Denied;

/** The request is allowed. */
export interface Allowed {
  readonly effect: 'Allow';
}

/** The request is refused, by a Deny or for want of an Allow. */
export interface Denied {
  readonly effect: 'ExplicitDeny' | 'ImplicitDeny';
  /** The step that ended the decision. */
  readonly policyType: PolicyType;
  /** The resource that it was about, by the first of its names. */
  readonly resource: string;
  /** The denying statements; empty when no Deny was hit. */
  readonly matched: readonly StatementReference[];
}

/** The steps of a decision, by the names that clients know (spec: policy 5.2). */
export type PolicyType =
  | 'ControlPolicy'
  | 'SessionPolicy'
  | 'AssumeRolePolicy'
  | 'AccountLevelIdentityBasedPolicy'
  | 'ResourceGroupLevelIdentityBasedPolicy'
  | 'ResourceBasedPolicy';

/** The one answer that allows. */
export const ALLOWED: Allowed = Object.freeze({ effect: 'Allow' });

/** A refusal because nothing allows. */
export function implicitDeny(policyType: PolicyType, resource: string): Denied {
  return { effect: 'ImplicitDeny', policyType, resource, matched: [] };
}
