import { apiError } from '../../kernel/errors.ts';
import { changeOperation, type Operation, ram } from '../../kernel/operation.ts';
import { policyErrors, policyName, policyResource, policyType, requirePolicy } from '../policies/index.ts';
import { resourceGroupNotExist } from './errors.ts';
import { assertResourceGroup, resourceGroupId } from './parameters.ts';
import { groups, type PrincipalKind, users } from './principal.ts';
import { removeAttachment } from './store.ts';

/** RAM DetachPolicyFromUser. */
export const ramDetachPolicyFromUser = detachPolicyFrom(users);

/** RAM DetachPolicyFromGroup. */
export const ramDetachPolicyFromGroup = detachPolicyFrom(groups);

function detachPolicyFrom(kind: PrincipalKind): Operation {
  return changeOperation({
    api: ram,
    name: `DetachPolicyFrom${kind.noun}`,
    summary: [`Detaches a policy from a ${kind.noun.toLowerCase()}.`, `为${kind.chinese}移除策略。`],
    parameters: { principal: kind.name, policy: policyName, type: policyType, resourceGroupId },
    response: {},
    errors: [resourceGroupNotExist, kind.notExist, policyErrors.policyNotExist, kind.errors.notAttached],
    authorization: {
      kind: 'policy',
      resources: ({ principal, type, policy }) => [kind.resource(principal), policyResource(type, policy)],
    },
    run: async (scope, command) => {
      assertResourceGroup(command.resourceGroupId);
      const principal = await kind.find(scope, command.principal);
      const policy = await requirePolicy(scope, command.type, command.policy);
      if (!(await removeAttachment(scope, principal, policy))) {
        throw apiError(kind.errors.notAttached, {
          principal: principal.name,
          type: policy.type,
          policy: policy.name,
        });
      }
      scope.touch('attachment', principal.id);
    },
    render: () => ({}),
  });
}
