/** Roles as ResourceManager shows them: with the service side of them (spec: api ResourceManager). */
import type { RequestContext } from '../../../kernel/context.ts';
import {
  booleanField,
  integerField,
  object,
  optional,
  type Rendered,
  textField,
  timeField,
} from '../../../kernel/response.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import { accountAlias, rolePrincipalName } from '../../accounts/index.ts';
import type { Role } from '../role.ts';
import { roleArn } from '../wire.ts';

/** A role with what its account is called by. */
export interface NamedRole {
  readonly role: Role;
  /** The account's alias, or its id. */
  readonly alias: string;
}

/** Reads what a role's account is called by. */
export async function named(scope: Scope, role: Role): Promise<NamedRole> {
  return { role, alias: await accountAlias(scope) };
}

/** The reply to CreateServiceLinkedRole. */
export const newLinkedRoleFields = {
  RoleId: textField,
  RoleName: textField,
  RolePrincipalName: textField,
  Arn: textField,
  Description: textField,
  AssumeRolePolicyDocument: textField,
  IsServiceLinkedRole: booleanField,
  CreateDate: timeField,
} as const;

/** Fills `newLinkedRoleFields`. */
export function newLinkedRole(
  { role, alias }: NamedRole,
  context: RequestContext,
): Rendered<typeof newLinkedRoleFields> {
  return {
    RoleId: role.roleId,
    RoleName: role.name,
    RolePrincipalName: rolePrincipalName(role.name, alias),
    Arn: roleArn(context, role),
    Description: role.description,
    AssumeRolePolicyDocument: role.trustDocument,
    IsServiceLinkedRole: role.service !== undefined,
    CreateDate: isoSeconds(role.createdAt),
  };
}

/** The reply to GetRole. No role shows a deletion task here: as soon as it has one, it is gone. */
export const shownRoleFields = {
  ...newLinkedRoleFields,
  MaxSessionDuration: integerField,
  UpdateDate: timeField,
  LatestDeletionTask: optional(object({ DeletionTaskId: textField, CreateDate: timeField })),
} as const;

/** Fills `shownRoleFields`. */
export function shownRole(shown: NamedRole, context: RequestContext): Rendered<typeof shownRoleFields> {
  const { maxSessionDuration, updatedAt } = shown.role;
  return {
    ...newLinkedRole(shown, context),
    MaxSessionDuration: maxSessionDuration,
    UpdateDate: isoSeconds(updatedAt),
  };
}
