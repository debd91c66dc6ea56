import type { PolicyVersion } from '../policy.ts';

/** A policy that is part of the product and the same in every account. */
export interface SystemPolicy {
  readonly name: string;
  /** One English sentence. */
  readonly description: string;
  /** The oldest first. The last one is in force; a release that changes a document adds to them. */
  readonly versions: readonly [PolicyVersion, ...PolicyVersion[]];
}

/** One statement of a system policy, as its document spells it. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  /** Every resource when absent. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const firstRelease = Date.UTC(2026, 10, 1);

/**
 * Writes a system policy.
 *
 * @param name as the policy is known to users of the RAM API
 * @param description one English sentence
 */
export function stating(
  name: string,
  description: string,
  ...statements: readonly Statement[]
): SystemPolicy {
  const document = {
    Version: '1',
    Statement: statements.map(({ Resource = '*', Condition, ...statement }) => ({
      ...statement,
      Resource,
      ...(Condition === undefined ? {} : { Condition }),
    })),
  };
  const first = { number: 1, document: JSON.stringify(document, undefined, 2), createdAt: firstRelease };
  return { name, description, versions: [first] };
}

/**
 * Writes a system policy that allows some actions.
 *
 * @param name as the policy is known to users of the RAM API
 * @param description one English sentence
 * @param actions action patterns
 */
export function allowing(
  name: string,
  description: string,
  actions: string | readonly string[],
): SystemPolicy {
  return stating(name, description, { Effect: 'Allow', Action: actions });
}
