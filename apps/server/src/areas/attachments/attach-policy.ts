import { apiError } from '../../kernel/errors.ts';
import type { Limits } from '../../kernel/limits.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import type { Policy, PolicyType } from '../policies/index.ts';
import { attachmentOperation } from './attachment-operations.ts';
import { groups, type Principal, type PrincipalKind, roles, users } from './principal.ts';
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
    rule: (scope, principal, policy) => attachPolicy(scope, kind, principal, policy),
  });
}

async function attachPolicy(
  scope: ChangeScope,
  { errors }: PrincipalKind,
  principal: Principal,
  policy: Policy,
): Promise<void> {
  const held = (await attachmentsOf(scope, principal)).filter(({ policyType }) => policyType === policy.type);
  if (held.some(({ policyKey }) => policyKey === policy.key)) {
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
  await insertAttachment(scope, principal, policy);
}

/** The two types are counted apart (spec: domain 1.4). */
function limitOf(type: PolicyType, limits: Limits): number {
  return type === 'System' ? limits.systemPoliciesPerPrincipal : limits.customPoliciesPerPrincipal;
}
