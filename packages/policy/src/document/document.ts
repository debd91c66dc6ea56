import type { Condition } from '../conditions/condition.ts';

/**
 * What documents are for, which decides its grammar and size: the rights of a user, group or role; the limits of
 * one role session; who may assume a role; the limits of a member account; who may use a resource of a service that
 * keeps policies of its own, such as a bucket (spec: policy 1, 4).
 */
export const documentKinds = ['identity', 'session', 'trust', 'control', 'resource'] as const;

/** What one document is for. */
export type DocumentKind = (typeof documentKinds)[number];

/** A policy document that was read. */
export interface PolicyDocument {
  readonly kind: DocumentKind;
  readonly statements: readonly Statement[];
}

/** What a statement does to the requests that it applies to. */
export type Effect = 'Allow' | 'Deny';

/**
 * One statement, its texts as written. Documents that passed `parseDocument` have every part that their kind
 * asks for. In stored documents a part is `undefined` when it is absent or cannot be read.
 */
export interface Statement {
  readonly effect: Effect;
  readonly action: PatternList | undefined;
  readonly resource: PatternList | undefined;
  readonly principals: Principals | undefined;
  /** Empty when the statement has no conditions; `undefined` when they cannot be read. */
  readonly conditions: readonly Condition[] | undefined;
  /** Whether all of the statement was understood. One that was not never allows anything. */
  readonly intact: boolean;
}

/** The values of `Action` and `Resource`, or of `NotAction` and `NotResource`, which are the negated ones. */
export interface PatternList {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** Who may assume a role, by type (spec: policy 1.7). */
export interface Principals {
  /** ARNs of accounts (`acs:ram::<account>:root`), users and roles. */
  readonly RAM: readonly string[];
  /** Names of services, such as `ecs.aliyuncs.com`. */
  readonly Service: readonly string[];
  /** ARNs of identity providers. */
  readonly Federated: readonly string[];
}
