/**
 * What calls on second factors are authorized on, and what users may do with their own without a policy, as long as the
 * account lets its users manage them (spec: domain 5, 7): factors of the user who calls, and the device that bears the
 * name of that user, so that nobody takes names or quota from others.
 */
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { securityPreference } from '../security-preference/index.ts';
import { imsSubjectTarget, type SubjectTarget, userTarget } from '../users/index.ts';

/** What a call on a second factor is about, as far as its authorization asks. */
export interface FactorTarget {
  readonly resource: ResourceName;
  /** Whether it is the caller's own, and the account lets its users manage theirs. */
  readonly selfManaged: boolean;
}

/** The target of a RAM call on the factors of a user (spec: policy 6.1). */
export async function ramFactorTarget(scope: Scope, userName: string): Promise<FactorTarget> {
  return factorTarget(scope, await userTarget(scope, userName));
}

/**
 * The target of an IMS call on the factors of a user (spec: policy 6.2).
 *
 * @param principalName absent for the caller
 */
export async function imsFactorTarget(
  scope: Scope,
  principalName: string | undefined,
): Promise<FactorTarget> {
  return factorTarget(scope, await imsSubjectTarget(scope, principalName));
}

/**
 * The target of a call on a device.
 *
 * @param name of the device; undefined for one of somebody else
 */
export async function deviceTarget(
  scope: Scope,
  resource: ResourceName,
  name: string | undefined,
): Promise<FactorTarget> {
  const { own } = await userTarget(scope, name);
  return factorTarget(scope, { resource, own });
}

/** Factors that a policy lets anybody manage, and the account its users, each their own; an explicit deny wins (spec: domain 0.28). */
export const ofFactorManager = {
  kind: 'policy',
  resources: (_command: unknown, target: FactorTarget) => [target.resource],
  selfService: (target: FactorTarget) => target.selfManaged,
} as const;

async function factorTarget(scope: Scope, { resource, own }: SubjectTarget): Promise<FactorTarget> {
  return { resource, selfManaged: own && (await securityPreference(scope)).manageMfaDevices };
}
