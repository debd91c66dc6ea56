import { nameKey } from '../../kernel/callers/identity.ts';
import { apiError } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scope.ts';
import { policyErrors } from './errors.ts';
import type { CustomPolicy, Policy, PolicyType, PolicyVersion } from './policy.ts';
import {
  customPoliciesByKey,
  findCustomPolicy,
  findCustomPolicyVersion,
  versionsOfCustomPolicy,
} from './store.ts';
import { type SystemPolicy, systemPolicies, systemPolicy, versionInForce } from './system/index.ts';
import { versionNumber } from './version-id.ts';

/** The system policies that lists show, in their order. */
export const listedSystemPolicies: readonly Policy[] = systemPolicies.map(policyOf);

/**
 * Looks a policy up by its name, without case.
 *
 * @returns undefined when there is none of this type
 */
export async function findPolicy(scope: Scope, type: PolicyType, name: string): Promise<Policy | undefined> {
  return type === 'Custom' ? findCustomPolicy(scope, nameKey(name)) : findSystemPolicy(name);
}

/**
 * The document of a system policy that decides.
 *
 * @param name without regard to case
 */
export function systemDocument(name: string): string | undefined {
  const policy = systemPolicy(name);
  return policy && versionInForce(policy).document;
}

/** A system policy by its name, without case. */
function findSystemPolicy(name: string): Policy | undefined {
  const found = systemPolicy(name);
  return found && policyOf(found);
}

/**
 * Looks up a policy that must be there.
 *
 * @throws ApiError `EntityNotExist.Policy`
 */
export async function requirePolicy(scope: Scope, type: PolicyType, name: string): Promise<Policy> {
  const policy = await findPolicy(scope, type, name);
  if (policy === undefined) throw apiError(policyErrors.policyNotExist, { type, name });
  return policy;
}

/**
 * Looks up a policy that is to be changed.
 *
 * @throws ApiError `EntityNotExist.Policy`, or `NoPermission` when only a system policy has the name
 */
export async function requireChangeable(scope: Scope, name: string): Promise<CustomPolicy> {
  const policy = await findCustomPolicy(scope, nameKey(name));
  if (policy !== undefined) return policy;
  const system = findSystemPolicy(name);
  throw system === undefined
    ? apiError(policyErrors.policyNotExist, { type: 'Custom', name })
    : apiError(policyErrors.systemPolicyChanged, { name: system.name });
}

/**
 * Looks several policies up by their keys.
 *
 * @returns those that exist, in no particular order
 */
export async function findPolicies(
  scope: Scope,
  references: readonly Pick<Policy, 'type' | 'key'>[],
): Promise<readonly Policy[]> {
  const keysOf = (type: PolicyType) =>
    references.filter(reference => reference.type === type).map(reference => reference.key);
  const system = keysOf('System').flatMap(name => findSystemPolicy(name) ?? []);
  return [...system, ...(await customPoliciesByKey(scope, keysOf('Custom')))];
}

/** All versions of a policy, the oldest first. */
export async function versionsOf(scope: Scope, policy: Policy): Promise<readonly PolicyVersion[]> {
  return policy.type === 'Custom' ? versionsOfCustomPolicy(scope, policy.key) : systemVersions(policy);
}

/**
 * One version of a policy.
 *
 * @param id such as `v3`
 * @throws ApiError `EntityNotExist.Policy.Version`
 */
export async function requireVersion(scope: Scope, policy: Policy, id: string): Promise<PolicyVersion> {
  const number = versionNumber(id);
  const version = number === undefined ? undefined : await findVersion(scope, policy, number);
  if (version === undefined) throw apiError(policyErrors.versionNotExist, { id, name: policy.name });
  return version;
}

async function findVersion(scope: Scope, policy: Policy, number: number): Promise<PolicyVersion | undefined> {
  return policy.type === 'Custom'
    ? findCustomPolicyVersion(scope, policy.key, number)
    : systemVersions(policy).find(version => version.number === number);
}

function systemVersions(policy: Policy): readonly PolicyVersion[] {
  return systemPolicy(policy.name)?.versions ?? [];
}

function policyOf(policy: SystemPolicy): Policy {
  const { name, description, versions } = policy;
  const inForce = versionInForce(policy);
  return {
    type: 'System',
    key: name,
    name,
    description,
    defaultVersion: inForce.number,
    createdAt: versions[0].createdAt,
    updatedAt: inForce.createdAt,
  };
}
