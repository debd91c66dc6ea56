import type { DecideOptions } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import type { DocumentKind } from '../document/document.ts';

/** What a file of cases holds; the format is explained in `corpus/README.md`. */
export interface CaseFile {
  readonly cases: readonly DecisionCase[];
  readonly validation: readonly ValidationCase[];
}

/** A case about a decision: documents, a request, and the answer that must come out. */
export interface DecisionCase extends CaseHead {
  readonly policies: CasePolicies;
  readonly request: CaseRequest;
  /** Choices of whoever runs the decision, as the server has them among its settings. */
  readonly options: DecideOptions;
  readonly expected: Decision['effect'];
}

/** A case about a document: whether it may be written. */
export interface ValidationCase extends CaseHead {
  readonly kind: DocumentKind;
  /** The text of the document. */
  readonly text: string;
  readonly expected: 'Accept' | 'Reject';
}

/** What a case is called. */
export interface CaseHead {
  /** Unique in its file. */
  readonly id: string;
  /** Empty when the case has none. */
  readonly title: string;
  /** How we know what is expected, such as `documented`; empty when the case does not say. */
  readonly basis: string;
}

/** The documents of a case, by what they are attached to. */
export interface CasePolicies {
  /** Attached to the user or role itself, at account scope. */
  readonly identity: readonly CaseDocument[];
  /** Attached to the user's groups, at account scope. */
  readonly groups: readonly CaseDocument[];
  /** Attached to the user or role at the scope of a resource group, by the group's id. */
  readonly resourceGroupIdentity: ReadonlyMap<string, readonly CaseDocument[]>;
  /** What the session was made with. */
  readonly session?: CaseDocument;
  /** Control policies: one list for each level, the member account's own first. */
  readonly control?: readonly (readonly CaseDocument[])[];
  /** The trust policy of the role that is asked for. With one, the case is about assuming that role. */
  readonly trust?: CaseDocument;
}

/** A document of a case. */
export interface CaseDocument {
  /** How explanations name it: its file, or its place among the policies, such as `identity[0]`. */
  readonly name: string;
  readonly text: string;
}

/** Who asks for what. */
export interface CaseRequest {
  readonly principal: CasePrincipal;
  readonly action: string;
  /** All of them must be allowed; at least one. */
  readonly resources: readonly string[];
  /** Values by condition key, no key in two spellings. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** The id of the resource group that the resources are in. */
  readonly resourceGroup?: string;
}

/** Who asks. */
export type CasePrincipal =
  | { readonly type: 'root'; readonly account: string }
  | {
      readonly type: 'user' | 'role';
      readonly account: string;
      readonly name: string;
      /** Whether it is a service-linked role, which control policies do not bind. */
      readonly serviceLinked?: boolean;
    }
  | { readonly type: 'service'; readonly name: string }
  | { readonly type: 'federated'; readonly provider: string };
