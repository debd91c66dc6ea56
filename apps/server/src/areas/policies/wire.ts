import { booleanField, integerField, type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { Policy, PolicyVersion } from './policy.ts';
import { versionIdOf } from './version-id.ts';

/** What every reply about a policy shows. */
export const policyFields = {
  PolicyName: textField,
  PolicyType: textField,
  Description: textField,
  DefaultVersion: textField,
  CreateDate: timeField,
} as const;

/** A policy with its latest change. */
export const datedPolicyFields = { ...policyFields, UpdateDate: timeField } as const;

/** A policy as lists show it. */
export const listedPolicyFields = { ...datedPolicyFields, AttachmentCount: integerField } as const;

/** A version with its document. */
export const versionFields = {
  VersionId: textField,
  IsDefaultVersion: booleanField,
  PolicyDocument: textField,
  CreateDate: timeField,
} as const;

/** Fills {@link policyFields}. */
export function renderPolicy(policy: Policy): Rendered<typeof policyFields> {
  return {
    PolicyName: policy.name,
    PolicyType: policy.type,
    Description: policy.description,
    DefaultVersion: versionIdOf(policy.defaultVersion),
    CreateDate: isoSeconds(policy.createdAt),
  };
}

/** Fills {@link datedPolicyFields}. */
export function renderDatedPolicy(policy: Policy): Rendered<typeof datedPolicyFields> {
  return { ...renderPolicy(policy), UpdateDate: isoSeconds(policy.updatedAt) };
}

/**
 * Fills {@link listedPolicyFields}.
 *
 * @param attachmentCount users, groups and roles of the account that hold the policy
 */
export function renderListedPolicy(
  policy: Policy,
  attachmentCount: number,
): Rendered<typeof listedPolicyFields> {
  return { ...renderDatedPolicy(policy), AttachmentCount: attachmentCount };
}

/** Fills {@link versionFields}. */
export function renderVersion(version: PolicyVersion, isDefault: boolean): Rendered<typeof versionFields> {
  return {
    VersionId: versionIdOf(version.number),
    IsDefaultVersion: isDefault,
    PolicyDocument: version.document,
    CreateDate: isoSeconds(version.createdAt),
  };
}
