/** What other areas ask of attachments, which come after them in the order of areas. */
import type {
  AttachFixedPolicy,
  GroupDependent,
  PolicyDependent,
  PolicyHolders,
  ResourceGroupDependent,
  RoleDependent,
  UserDependent,
} from '../../kernel/area.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { requirePolicy } from '../policies/index.ts';
import { WHOLE_ACCOUNT } from './grant.ts';
import type { PrincipalType } from './principal.ts';
import {
  countAttachmentsOf,
  countHolders,
  insertAttachment,
  isAttachedFor,
  removeAttachmentsOf,
} from './store.ts';

/** The policies of a user. */
export const userDependent: UserDependent = policiesOf('user');

/** The policies of a group. */
export const groupDependent: GroupDependent = policiesOf('group');

/** The policies of a role. */
export const roleDependent: RoleDependent = policiesOf('role');

/** What is attached for a resource group. */
export const resourceGroupDependent: ResourceGroupDependent = { isUsed: isAttachedFor };

/** The policy that a service has for its role; no quota counts it. */
export const attachFixedPolicy: AttachFixedPolicy = async (scope, { roleId, name }, policyName) => {
  const policy = await requirePolicy(scope, 'System', policyName);
  const principal = { type: 'role', id: roleId, name } as const;
  await insertAttachment(scope, { principal, policy, resourceGroupId: WHOLE_ACCOUNT });
  scope.touch('attachment', roleId);
};

/** The holders of policies. */
export const policyDependent: PolicyDependent = {
  async holders(scope, policyType, policyKeys) {
    const holders = new Map<string, PolicyHolders>();
    for (const counted of await countHolders(scope, policyType, policyKeys)) {
      const others = holders.get(counted.policyKey) ?? { user: 0, group: 0, role: 0 };
      holders.set(counted.policyKey, { ...others, [counted.principalType]: counted.holders });
    }
    return holders;
  },
};

function policiesOf(type: PrincipalType) {
  return {
    noun: 'Policy',
    count: (scope: Scope, id: string) => countAttachmentsOf(scope, { type, id }),
    async remove(scope: ChangeScope, id: string) {
      if (await removeAttachmentsOf(scope, { type, id })) scope.touch('attachment', id);
    },
  } as const;
}
