/**
 * The part of an explanation that a person is shown, as this version of the engine and of the server writes it. Of what
 * is not known to be so, nothing is shown but the JSON.
 */
export interface ShownExplanation {
  readonly decision: ShownDecision;
  /** How it came to the decision, for every resource in order. */
  readonly resources?: readonly ShownResource[];
}

/** The decision, with the step that ended it when it is a refusal. */
export interface ShownDecision {
  readonly effect: string;
  readonly policyType?: string;
  readonly resource?: string;
  /** The denying statements. */
  readonly matched?: readonly ShownReference[];
}

/** A statement by its policy and its place there, from 0. */
export interface ShownReference {
  readonly policyName: string;
  readonly version?: string;
  readonly statement: number;
}

/** A resource and the steps of its decision. */
export interface ShownResource {
  readonly resource: string;
  readonly effect: string;
  readonly steps: readonly ShownStep[];
}

/** A step of the decision, and the statements that applied in it or nearly did. */
export interface ShownStep {
  readonly policyType: string;
  readonly level?: number;
  readonly resourceGroupId?: string;
  readonly outcome: string;
  readonly statements: readonly ShownStatement[];
}

/** A statement, and what it missed when it did not apply. */
export interface ShownStatement extends ShownReference {
  readonly effect: string;
  readonly outcome: string;
  readonly misses: readonly ShownMiss[];
}

/** One thing that kept a statement from applying: the element, what it says, and what the request has. */
export type ShownMiss =
  | {
      readonly element: 'Action' | 'NotAction';
      readonly patterns: readonly string[];
      readonly value: readonly string[];
    }
  | {
      readonly element: 'Resource' | 'NotResource';
      readonly pattern: string;
      readonly segment: string;
      readonly expected: string;
      readonly seen: string;
    }
  | {
      readonly element: 'Condition';
      readonly operator: string;
      readonly key: string;
      readonly expected: readonly string[];
      readonly seen?: readonly string[] | undefined;
      readonly reason: string;
    }
  | { readonly element: 'Principal'; readonly expected: readonly string[]; readonly seen: string };
