/** What the second evaluator takes and gives: texts and plain values, none of the types of the engine. */

export type PlainKind = 'identity' | 'session' | 'trust' | 'control' | 'resource';

/** A policy as storage holds it. */
export interface PlainPolicy {
  readonly name: string;
  readonly text: string;
}

/** A user or a role with everything that is attached to it. */
export interface PlainIdentity {
  readonly kind: 'user' | 'role';
  readonly account: string;
  readonly name: string;
  /** Attached at account scope, to itself or to its groups. */
  readonly policies: readonly PlainPolicy[];
  /** Attached at the scope of a resource group, by the group's id. */
  readonly inResourceGroups: Readonly<Record<string, readonly PlainPolicy[]>>;
  /** What its session was made with. */
  readonly session?: PlainPolicy;
  readonly exemptFromControl: boolean;
}

export interface PlainRoot {
  readonly kind: 'root';
  readonly account: string;
}

export type PlainCaller =
  | PlainIdentity
  | PlainRoot
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'federated'; readonly provider: string };

/** As much of a caller as a trust policy looks at. */
export type CallerName =
  | Pick<PlainIdentity, 'kind' | 'account' | 'name'>
  | Exclude<PlainCaller, PlainIdentity>;

export interface PlainRequest {
  /** The alternative names of the action. */
  readonly actions: readonly string[];
  /** The resources, each by its alternative names. */
  readonly resources: readonly (readonly string[])[];
  /** Values by condition key, in any spelling but none in two. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly resourceGroupId?: string;
}

/** Everything around a request. */
export interface PlainSurroundings {
  /** Control policies by level, the account's own first; left out where no directory guards the account. */
  readonly control?: readonly (readonly PlainPolicy[])[];
  /** The policy of the resources that are asked for, if they have one. */
  readonly resource?: PlainPolicy;
  /** Whether a Deny at resource group scope counts although the account scope allows. */
  readonly strict: boolean;
}

/** The answer, with all that a decision says. */
export type Verdict =
  | { readonly effect: 'Allow' }
  | {
      readonly effect: 'ExplicitDeny' | 'ImplicitDeny';
      /** The step that ended the decision. */
      readonly step: string;
      readonly resource: string;
      /** The denying statements, as `policy#place`, in order. */
      readonly denying: readonly string[];
    };
