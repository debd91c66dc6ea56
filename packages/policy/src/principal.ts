import type { CompiledPolicies } from './policies/compile.ts';

/** Who asks. */
export type Principal = RootPrincipal | IdentityPrincipal;

/** The account itself. It has no policies. */
export interface RootPrincipal {
  readonly kind: 'root';
  /** The account's id. */
  readonly account: string;
}

/** A user, or a role that somebody has assumed. */
export interface IdentityPrincipal {
  readonly kind: 'user' | 'role';
  /** The id of the account that the user or role belongs to. */
  readonly account: string;
  /** The user's or the role's name. */
  readonly name: string;
  /** The user's policies and those of its groups; the role's policies. */
  readonly identity: CompiledPolicies;
  /** The policy that the session was made with, if it was made with one (spec: policy 4.4). */
  readonly session?: CompiledPolicies;
  /** Whether control policies do not bind it: service-linked roles, and the management account's identities. */
  readonly exemptFromControl?: boolean;
}

/** A service that asks for a role, such as `ecs.aliyuncs.com`. */
export interface ServicePrincipal {
  readonly kind: 'service';
  readonly name: string;
}

/** Somebody whom an identity provider vouches for. */
export interface FederatedPrincipal {
  readonly kind: 'federated';
  /** The ARN of the identity provider. */
  readonly provider: string;
}
