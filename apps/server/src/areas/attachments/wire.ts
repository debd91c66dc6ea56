import type { RequestContext } from '../../kernel/context.ts';
import { type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { Group } from '../groups/index.ts';
import { type Policy, versionIdOf } from '../policies/index.ts';
import { type Role, roleArn } from '../roles/index.ts';
import type { User } from '../users/index.ts';

/** A policy as its holder sees it. */
export const heldPolicyFields = {
  PolicyName: textField,
  PolicyType: textField,
  Description: textField,
  DefaultVersion: textField,
  AttachDate: timeField,
} as const;

/** Fills {@link heldPolicyFields}. */
export function renderHeldPolicy(policy: Policy, attachedAt: number): Rendered<typeof heldPolicyFields> {
  return {
    PolicyName: policy.name,
    PolicyType: policy.type,
    Description: policy.description,
    DefaultVersion: versionIdOf(policy.defaultVersion),
    AttachDate: isoSeconds(attachedAt),
  };
}

/** A user who holds a policy. */
export const userHolderFields = {
  UserId: textField,
  UserName: textField,
  DisplayName: textField,
  AttachDate: timeField,
} as const;

/** Fills {@link userHolderFields}. */
export function renderUserHolder(user: User, attachedAt: number): Rendered<typeof userHolderFields> {
  return {
    UserId: user.userId,
    UserName: user.name,
    DisplayName: user.displayName,
    AttachDate: isoSeconds(attachedAt),
  };
}

/** A group that holds a policy. */
export const groupHolderFields = {
  GroupName: textField,
  Comments: textField,
  AttachDate: timeField,
} as const;

/** Fills {@link groupHolderFields}. */
export function renderGroupHolder(group: Group, attachedAt: number): Rendered<typeof groupHolderFields> {
  return {
    GroupName: group.name,
    Comments: group.comments,
    AttachDate: isoSeconds(attachedAt),
  };
}

/** A role that holds a policy. */
export const roleHolderFields = {
  RoleId: textField,
  RoleName: textField,
  Arn: textField,
  Description: textField,
  AttachDate: timeField,
} as const;

/** Fills {@link roleHolderFields}. */
export function renderRoleHolder(
  role: Role,
  attachedAt: number,
  context: RequestContext,
): Rendered<typeof roleHolderFields> {
  return {
    RoleId: role.roleId,
    RoleName: role.name,
    Arn: roleArn(context, role),
    Description: role.description,
    AttachDate: isoSeconds(attachedAt),
  };
}
