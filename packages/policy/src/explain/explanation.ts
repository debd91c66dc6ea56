import type { Decision, PolicyType } from '../decide/decision.ts';
import type { StatementReference } from '../policies/attachment.ts';
import type { UnreadPart } from '../policies/statement.ts';

/** A decision and its reasons, as plain data: it can be written as JSON and read back. */
export interface Explanation {
  /** Exactly what deciding answers. */
  readonly decision: Decision;
  /** How it came to it, for every resource of the request in order. Empty for a request that asks nothing. */
  readonly resources: readonly ResourceExplanation[];
}

/** How one resource was decided. */
export interface ResourceExplanation {
  /** By the first of its names. */
  readonly resource: string;
  readonly effect: Decision['effect'];
  /** The steps in their order (spec: policy 4.2), those that were not reached too. */
  readonly steps: readonly StepExplanation[];
}

/** A step of a decision: one set of documents, or a rule that needs none. */
export interface StepExplanation {
  /** `Root`: the account itself asks. `Reach`: what one side allows does not reach resources of another account. */
  readonly policyType: PolicyType | 'Root' | 'Reach';
  /** Of a control policy: the level, 0 for the account's own. */
  readonly level?: number;
  /** Of the policies at the scope of a resource group: its id. */
  readonly resourceGroupId?: string;
  readonly outcome: Decision['effect'] | 'NotReached';
  /** The statements that applied, in their order, and then those that nearly did, nearest first. */
  readonly statements: readonly StatementExplanation[];
  /** How many more of them there are. */
  readonly leftOut: number;
}

/** A statement, and what it missed when it did not apply. */
export interface StatementExplanation extends StatementReference {
  readonly effect: 'Allow' | 'Deny';
  /**
   * `Shadowed`: it would apply, but its step was not reached. `Unreadable`: an Allow that is not understood in full
   * and therefore never applies, and that would apply, or nearly, by what is understood of it (spec: policy 3.3).
   */
  readonly outcome: 'Applied' | 'Shadowed' | 'NearMiss' | 'Unreadable';
  /** Empty when it applied or would have. */
  readonly misses: readonly Miss[];
  /** What of it is not understood; absent when all of it is. A Deny applies whatever those parts may have meant. */
  readonly unread?: readonly UnreadPart[];
  /**
   * The conditions that hold for want of a value: the request does not have the key, or has nothing under it that the
   * operator can read (spec: policy 3.3). Absent when there are none.
   */
  readonly remarks?: readonly ConditionMiss[];
}

/** One thing that kept a statement from applying. Long lists and long texts are cut. */
export type Miss = ActionMiss | ResourceMiss | ConditionMiss | PrincipalMiss;

/** No pattern of `Action` covers the action, or one of `NotAction` does. */
export interface ActionMiss {
  readonly element: 'Action' | 'NotAction';
  readonly patterns: readonly string[];
  /** The names of the action. */
  readonly value: readonly string[];
}

/** The pattern of `Resource` that came nearest, and the first segment where it parts; or the one of `NotResource` that covers. */
export interface ResourceMiss {
  readonly element: 'Resource' | 'NotResource';
  readonly pattern: string;
  readonly segment: 'service' | 'region' | 'account' | 'relative-id';
  readonly expected: string;
  readonly seen: string;
}

/** A condition that does not hold; among the remarks, one that does. */
export interface ConditionMiss {
  readonly element: 'Condition';
  readonly operator: string;
  readonly key: string;
  readonly expected: readonly string[];
  /** Absent when the request does not have the key. */
  readonly seen?: readonly string[];
  readonly reason: 'missing' | 'unparsable' | 'no-match';
}

/** The statement names other principals. */
export interface PrincipalMiss {
  readonly element: 'Principal';
  readonly expected: readonly string[];
  readonly seen: string;
}
