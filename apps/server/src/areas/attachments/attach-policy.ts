import { apiError } from '../../kernel/errors.ts';
import type { Limits } from '../../kernel/limits.ts';
import { changeOperation, type Operation, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import {
  type Policy,
  type PolicyType,
  policyErrors,
  policyName,
  policyResource,
  policyType,
  requirePolicy,
} from '../policies/index.ts';
import { resourceGroupNotExist } from './errors.ts';
import { assertResourceGroup, resourceGroupId } from './parameters.ts';
import { groups, type Principal, type PrincipalKind, users } from './principal.ts';
import { attachmentsOf, insertAttachment } from './store.ts';

/** RAM AttachPolicyToUser. */
export const ramAttachPolicyToUser = attachPolicyTo(users);

/** RAM AttachPolicyToGroup. */
export const ramAttachPolicyToGroup = attachPolicyTo(groups);

function attachPolicyTo(kind: PrincipalKind): Operation {
  return changeOperation({
    api: ram,
    name: `AttachPolicyTo${kind.noun}`,
    summary: [`Attaches a policy to a ${kind.noun.toLowerCase()}.`, `为${kind.chinese}添加策略。`],
    parameters: { principal: kind.name, policy: policyName, type: policyType, resourceGroupId },
    response: {},
    errors: [
      resourceGroupNotExist,
      kind.notExist,
      policyErrors.policyNotExist,
      kind.errors.alreadyAttached,
      kind.errors.tooMany,
    ],
    authorization: {
      kind: 'policy',
      resources: ({ principal, type, policy }) => [kind.resource(principal), policyResource(type, policy)],
    },
    run: async (scope, command) => {
      assertResourceGroup(command.resourceGroupId);
      const principal = await kind.find(scope, command.principal);
      const policy = await requirePolicy(scope, command.type, command.policy);
      await attachPolicy(scope, kind, principal, policy);
    },
    render: () => ({}),
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
  scope.touch('attachment', principal.id);
}

/** The two types are counted apart (spec: domain 1.4). */
function limitOf(type: PolicyType, limits: Limits): number {
  return type === 'System' ? limits.systemPoliciesPerPrincipal : limits.customPoliciesPerPrincipal;
}
