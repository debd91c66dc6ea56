import { apiError } from '../../kernel/errors.ts';
import type { Limits } from '../../kernel/limits.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import type { PolicyType } from '../policies/index.ts';
import { attachmentOperation } from './attachment-operations.ts';
import type { AttachmentErrors } from './errors.ts';
import { type Grant, WHOLE_ACCOUNT } from './grant.ts';
import { groups, type PrincipalKind, roles, users } from './principal.ts';
import { attachmentsOf, insertAttachment } from './store.ts';

/** RAM AttachPolicyToUser. */
export const ramAttachPolicyToUser = attachPolicyTo(users);

/** RAM AttachPolicyToGroup. */
export const ramAttachPolicyToGroup = attachPolicyTo(groups);

/** RAM AttachPolicyToRole. */
export const ramAttachPolicyToRole = attachPolicyTo(roles);

function attachPolicyTo(kind: PrincipalKind): Operation {
  const { noun, chinese, errors } = kind;
  return attachmentOperation(kind, {
    name: `AttachPolicyTo${noun}`,
    summary: [`Attaches a policy to a ${noun.toLowerCase()}.`, `为${chinese}添加策略。`],
    errors: [errors.alreadyAttached, errors.tooMany],
    rule: (scope, grant) => attachPolicy(scope, grant, errors),
  });
}

/**
 * Attaches a policy. What is attached for the account and what is attached for resource groups is counted apart, and so are
 * the two types; a policy counts for every group that it is attached for (spec: domain 1.4).
 *
 * @throws ApiError `alreadyAttached`, `tooMany`
 */
export async function attachPolicy(
  scope: ChangeScope,
  grant: Grant,
  errors: Pick<AttachmentErrors, 'alreadyAttached' | 'tooMany'>,
): Promise<void> {
  const { principal, policy, resourceGroupId } = grant;
  const ofScopeKind = (id: string) => (id === WHOLE_ACCOUNT) === (resourceGroupId === WHOLE_ACCOUNT);
  const held = (await attachmentsOf(scope, principal)).filter(
    attachment => attachment.policyType === policy.type && ofScopeKind(attachment.resourceGroupId),
  );
  const isSame = (each: (typeof held)[number]) =>
    each.policyKey === policy.key && each.resourceGroupId === resourceGroupId;
  if (held.some(isSame)) {
    throw apiError(errors.alreadyAttached, {
      principal: principal.name,
      type: policy.type,
      policy: policy.name,
    });
  }
  const limit = limitOf(policy.type, scope.context.limits);
  if (held.length >= limit) {
    throw apiError(errors.tooMany, { principal: principal.name, type: policy.type, limit });
  }
  await insertAttachment(scope, grant);
  scope.touch('attachment', principal.id);
}

function limitOf(type: PolicyType, limits: Limits): number {
  return type === 'System' ? limits.systemPoliciesPerPrincipal : limits.customPoliciesPerPrincipal;
}
