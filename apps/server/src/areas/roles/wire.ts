/** Roles as RAM shows them (spec: domain 1.2). */
import type { RequestContext } from '../../kernel/context.ts';
import { integerField, type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import { tagsFields, tagsMembers } from '../tags/index.ts';
import type { Role, TaggedRole } from './role.ts';

/** The ARN of a role, in the spelling of its name. */
export function roleArn({ accountId }: Pick<RequestContext, 'accountId'>, role: Role): string {
  return `acs:ram::${accountId}:role/${role.name}`;
}

const commonFields = {
  RoleId: textField,
  RoleName: textField,
  Arn: textField,
  Description: textField,
  MaxSessionDuration: integerField,
  CreateDate: timeField,
} as const;

function common(role: Role, context: RequestContext): Rendered<typeof commonFields> {
  return {
    RoleId: role.roleId,
    RoleName: role.name,
    Arn: roleArn(context, role),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
    CreateDate: isoSeconds(role.createdAt),
  };
}

/** The reply to CreateRole. */
export const newRoleFields = { ...commonFields, AssumeRolePolicyDocument: textField } as const;

/** Fills `newRoleFields`. */
export function newRole(role: Role, context: RequestContext): Rendered<typeof newRoleFields> {
  return { ...common(role, context), AssumeRolePolicyDocument: role.trustDocument };
}

/** The reply to GetRole and UpdateRole. */
export const roleFields = { ...newRoleFields, UpdateDate: timeField } as const;

/** Fills `roleFields`. */
export function roleMembers(role: Role, context: RequestContext): Rendered<typeof roleFields> {
  return { ...newRole(role, context), UpdateDate: isoSeconds(role.updatedAt) };
}

/** Roles in ListRoles, which leaves the trust policy out. */
export const listedRoleFields = { ...commonFields, UpdateDate: timeField, ...tagsFields } as const;

/** Fills `listedRoleFields`. */
export function listedRole(
  { role, tags }: TaggedRole,
  context: RequestContext,
): Rendered<typeof listedRoleFields> {
  return { ...common(role, context), UpdateDate: isoSeconds(role.updatedAt), ...tagsMembers(tags) };
}
