import { apiError } from '../../kernel/errors.ts';
import type { Operation } from '../../kernel/operation.ts';
import { attachmentOperation } from './attachment-operations.ts';
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
    async rule(scope, principal, policy) {
      if (await removeAttachment(scope, principal, policy)) return;
      throw apiError(notAttached, { principal: principal.name, type: policy.type, policy: policy.name });
    },
  });
}
