/** What calls on keys are authorized on, and what users may do with their own keys without a policy (spec: domain 0.27). */
import type { Localized } from '../../kernel/parameters.ts';
import type { Scope } from '../../kernel/scope.ts';
import { openToUsers, securityPreference } from '../security-preference/index.ts';
import { imsSubjectTarget, ramSubjectTarget, type SubjectTarget } from '../users/index.ts';

/** What a call on keys is about, as far as its authorization asks. */
export interface KeyTarget extends SubjectTarget {
  /** Whether the keys are those of the user who calls, and the account lets its users manage theirs. */
  readonly selfManaged: boolean;
}

/**
 * The target of a RAM call on keys (spec: policy 6.1).
 *
 * @param userName absent for the caller
 */
export async function ramKeyTarget(scope: Scope, userName: string | undefined): Promise<KeyTarget> {
  return keyTarget(scope, await ramSubjectTarget(scope, userName));
}

/**
 * The target of an IMS call on keys (spec: policy 6.2).
 *
 * @param principalName absent for the caller
 */
export async function imsKeyTarget(scope: Scope, principalName: string | undefined): Promise<KeyTarget> {
  return keyTarget(scope, await imsSubjectTarget(scope, principalName));
}

/** The target of a call on the keys of a subject. */
export async function keyTarget(scope: Scope, subject: SubjectTarget): Promise<KeyTarget> {
  return { ...subject, selfManaged: subject.own && (await securityPreference(scope)).manageAccessKeys };
}

/** Keys that a policy lets anybody manage, and the account its users, each their own; an explicit deny wins (spec: domain 0.28). */
export const ofKeyManager = {
  kind: 'policy',
  resources: (_command: unknown, target: KeyTarget) => [target.resource],
  selfService: (target: KeyTarget) => target.selfManaged,
} as const;

/** The summary of an operation that is authorized so. */
export function keySummary(summary: Localized): Localized {
  return openToUsers('AllowUserToManageAccessKeys', summary);
}

/** What users may know of their own keys, whatever the account lets them do with these; an explicit deny wins (spec: domain 0.25). */
export const ofKeyOwner = { ...ofKeyManager, selfService: (target: KeyTarget) => target.own } as const;

/** What no user may do with its own keys but by a policy. */
export const ofKeyAdministrator = { kind: 'policy', resources: ofKeyManager.resources } as const;
