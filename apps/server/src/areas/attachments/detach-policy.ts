import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { attachmentOperation } from './attachment-operations.ts';
import type { Grant } from './grant.ts';
import { groups, type PrincipalKind, roles, users } from './principal.ts';
import { removeAttachment } from './store.ts';

/** RAM DetachPolicyFromUser. */
export const ramDetachPolicyFromUser = detachPolicyFrom(users);

/** RAM DetachPolicyFromGroup. */
export const ramDetachPolicyFromGroup = detachPolicyFrom(groups);

/** RAM DetachPolicyFromRole. */
export const ramDetachPolicyFromRole = detachPolicyFrom(roles);

function detachPolicyFrom(kind: PrincipalKind): Operation {
  const { noun, chinese } = kind;
  const { notAttached } = kind.errors;
  return attachmentOperation(kind, {
    name: `DetachPolicyFrom${noun}`,
    summary: [`Detaches a policy from a ${noun.toLowerCase()}.`, `为${chinese}移除策略。`],
    errors: [notAttached],
    rule: (scope, grant) => detachPolicy(scope, grant, notAttached),
  });
}

/**
 * Detaches a policy from the part of the account that it is attached for, and from no other.
 *
 * @throws ApiError `notAttached`
 */
export async function detachPolicy(scope: ChangeScope, grant: Grant, notAttached: ErrorKind): Promise<void> {
  const { principal, policy } = grant;
  if (!(await removeAttachment(scope, grant))) {
    throw apiError(notAttached, { principal: principal.name, type: policy.type, policy: policy.name });
  }
  scope.touch('attachment', principal.id);
}
