import { type Operation, ram, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findPolicies, type Policy } from '../policies/index.ts';
import { WHOLE_ACCOUNT } from './grant.ts';
import { groups, type Principal, type PrincipalKind, roles, users } from './principal.ts';
import { attachmentsOf } from './store.ts';
import { heldPolicyFields, renderHeldPolicy } from './wire.ts';

/** RAM ListPoliciesForUser: what is attached to the user itself, not to its groups. */
export const ramListPoliciesForUser = listPoliciesFor(users);

/** RAM ListPoliciesForGroup. */
export const ramListPoliciesForGroup = listPoliciesFor(groups);

/** RAM ListPoliciesForRole. */
export const ramListPoliciesForRole = listPoliciesFor(roles);

function listPoliciesFor(kind: PrincipalKind): Operation {
  return readOperation({
    api: ram,
    name: `ListPoliciesFor${kind.noun}`,
    summary: [
      `Lists the policies attached to a ${kind.noun.toLowerCase()}.`,
      `查询${kind.chinese}被授予的策略列表。`,
    ],
    parameters: { principal: kind.name },
    response: { Policies: wrappedList('Policy', heldPolicyFields) },
    errors: [kind.notExist],
    authorization: { kind: 'policy', resources: ({ principal }) => [kind.resource(principal)] },
    run: async (scope, { principal }) => listHeldPolicies(scope, await kind.find(scope, principal)),
    render: held => ({
      Policies: { Policy: held.map(({ policy, attachedAt }) => renderHeldPolicy(policy, attachedAt)) },
    }),
  });
}

interface HeldPolicy {
  readonly policy: Policy;
  readonly attachedAt: number;
}

/** Only what is attached for the whole account; ListPolicyAttachments shows the rest (RAM ListPoliciesForUser). */
async function listHeldPolicies(scope: Scope, principal: Principal): Promise<readonly HeldPolicy[]> {
  const attachments = (await attachmentsOf(scope, principal)).filter(
    ({ resourceGroupId }) => resourceGroupId === WHOLE_ACCOUNT,
  );
  const policies = await findPolicies(
    scope,
    attachments.map(({ policyType, policyKey }) => ({ type: policyType, key: policyKey })),
  );
  return attachments.flatMap(({ policyType, policyKey, attachedAt }) => {
    const policy = policies.find(({ type, key }) => type === policyType && key === policyKey);
    return policy === undefined ? [] : [{ policy, attachedAt }];
  });
}
