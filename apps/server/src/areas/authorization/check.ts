import type { CompiledPolicies } from '@wardenry/policy';
import type { PresentedToken } from '../../kernel/decisions.ts';

/** Whom a check is about. */
export type Whom =
  | { readonly kind: 'root' }
  | { readonly kind: 'user'; readonly userName: string }
  | { readonly kind: 'key'; readonly accessKeyId: string }
  | { readonly kind: 'token'; readonly presented: PresentedToken };

/** What a service asks about one action, whoever wants to do it. */
export interface Question {
  /** Every name of the action, the principal one first. */
  readonly actions: readonly [string, ...string[]];
  /** Every name of every resource. */
  readonly resources: readonly (readonly [string, ...string[]])[];
  /** What the service knows of the request that it received, by canonical condition key. */
  readonly conditions: ReadonlyMap<string, string | readonly string[]>;
  readonly resourceGroupId?: string;
  /** Control policies by level, those of the account itself first. */
  readonly controlLevels?: readonly CompiledPolicies[];
}

/** How large what a service sends may be, and how much work; every one is a setting. */
export interface CheckBounds {
  /** Checks of one call. */
  readonly checks: number;
  /** Resources of one check. */
  readonly resources: number;
  /** Condition keys of one check, and values of one key. */
  readonly conditions: number;
  /** Control policies of one check. */
  readonly controlPolicies: number;
  /** Characters of the name of a resource. */
  readonly resourceName: number;
  /** Characters of any other name or value. */
  readonly text: number;
  /** Milliseconds of computing that the decisions of one call may take. */
  readonly computing: number;
}
