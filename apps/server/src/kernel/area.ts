import type { AnyOperation } from './operation.ts';
import type { ChangeScope, Scope } from './scope.ts';

/** One noun of the product: the operations it offers. Its folder's index.ts says what other areas may use. */
export interface Area {
  /** The folder's name. */
  readonly name: string;
  readonly operations: readonly AnyOperation[];
}

/** What another area keeps of a user, so that deleting a user can take it along without importing that area. */
export interface UserBelonging {
  /** Removes all of it. */
  remove(scope: ChangeScope, userId: string): Promise<void>;
}

/** What keeps RAM from deleting a user as long as it is there, and goes with the user when IMS deletes it. */
export interface UserDependent extends UserBelonging {
  /** The last word of the code: `DeleteConflict.User.<noun>`. */
  readonly noun: 'Group' | 'AccessKey' | 'LoginProfile' | 'MFADevice' | 'Policy';
  /** How many of them the user has. */
  count(scope: Scope, userId: string): Promise<number>;
}

/** What is left of a group in another area, so that deleting a group can ask about it without importing that area. */
export interface GroupDependent {
  /** The last word of the code: `DeleteConflict.Group.<noun>`. */
  readonly noun: 'Policy';
  /** How many of them the group has. */
  count(scope: Scope, groupId: string): Promise<number>;
  /** Removes them all. */
  remove(scope: ChangeScope, groupId: string): Promise<void>;
}

/** What is left of a role in another area, so that deleting a role can ask about it without importing that area. */
export interface RoleDependent {
  /** The last word of the code: `DeleteConflict.Role.<noun>`. */
  readonly noun: 'Policy';
  /** How many of them the role has. */
  count(scope: Scope, roleId: string): Promise<number>;
  /** Removes them all, as a role of a service goes with its policy. */
  remove(scope: ChangeScope, roleId: string): Promise<void>;
}

/** Gives a new role the one system policy that its service has for it. */
export type AttachFixedPolicy = (
  scope: ChangeScope,
  role: { readonly roleId: string; readonly name: string },
  policyName: string,
) => Promise<void>;

/** What is limited to a resource group in another area, so that deleting the group can ask about it. */
export interface ResourceGroupDependent {
  /** Whether anything is. */
  isUsed(scope: Scope, resourceGroupId: string): Promise<boolean>;
}

/** How many principals of each kind a policy is attached to. */
export type PolicyHolders = Readonly<Record<'user' | 'group' | 'role', number>>;

/** What holds on to a policy in another area, so that policies can show and respect it without importing that area. */
export interface PolicyDependent {
  /**
   * Counts the attachments of some policies.
   *
   * @param policyType which of the two name spaces the keys are of
   * @param policyKeys as the table of attachments stores them
   * @returns holders by policy key; a policy that nobody holds is absent
   */
  holders(
    scope: Scope,
    policyType: 'System' | 'Custom',
    policyKeys: readonly string[],
  ): Promise<ReadonlyMap<string, PolicyHolders>>;
}
