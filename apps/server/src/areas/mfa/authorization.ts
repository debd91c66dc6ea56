/**
 * What calls on second factors are authorized on, and what users may do with their own without a policy, as long as the
 * account lets its users manage them (spec: domain 5, 7): set up what they lack, see it, and discard a device that is bound
 * to nobody. A factor that protects a user is taken away by a policy alone: else its AccessKey would do as well as it.
 */
import type { ResourceName } from '../../kernel/operation.ts';
import type { Localized } from '../../kernel/parameters.ts';
import type { Scope } from '../../kernel/scope.ts';
import { openToUsers, securityPreference } from '../security-preference/index.ts';
import { imsSubjectTarget, type SubjectTarget, userTarget } from '../users/index.ts';
import { allDevices, deviceResource } from './lookup.ts';
import { ownDeviceName } from './serial-number.ts';
import { findDevice, hasDevice } from './store.ts';

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

/** The target of a call that makes a device: who has one needs no other, so that no user takes up names and quota alone. */
export async function newDeviceTarget(scope: Scope): Promise<FactorTarget> {
  const userId = callingUserId(scope);
  const own = userId !== undefined && !(await hasDevice(scope, userId));
  return factorTarget(scope, { resource: allDevices, own });
}

/** The target of a call on a device: it is its maker's own, by the id, whatever either of them is called. */
export async function deviceTarget(scope: Scope, serialNumber: string): Promise<FactorTarget> {
  const name = ownDeviceName(scope.accountId, serialNumber);
  const device = name === undefined ? undefined : await findDevice(scope, name);
  const userId = callingUserId(scope);
  const own = userId !== undefined && userId === device?.makerId;
  return factorTarget(scope, { resource: deviceResource(name), own });
}

/** Factors that a policy lets anybody manage, and the account its users, each their own; an explicit deny wins (spec: domain 0.28). */
export const ofFactorManager = {
  kind: 'policy',
  resources: (_command: unknown, target: FactorTarget) => [target.resource],
  selfService: (target: FactorTarget) => target.selfManaged,
} as const;

/**
 * The summary of an operation that is authorized so.
 *
 * @param whom which users the account lets do it, when not each for itself
 */
export function factorSummary(summary: Localized, whom?: Localized): Localized {
  return openToUsers('AllowUserToManageMFADevices', summary, whom);
}

/** What no user may do with its own factors but by a policy. */
export const ofFactorAdministrator = { kind: 'policy', resources: ofFactorManager.resources } as const;

function callingUserId({ context: { caller } }: Scope): string | undefined {
  return caller.kind === 'user' ? caller.userId : undefined;
}

async function factorTarget(scope: Scope, { resource, own }: SubjectTarget): Promise<FactorTarget> {
  return { resource, selfManaged: own && (await securityPreference(scope)).manageMfaDevices };
}
