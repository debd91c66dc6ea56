import { nameKey } from '../../kernel/callers/identity.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ram } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { LINKED_ROLE_PREFIX } from '../policies/index.ts';
import { type GivenTag, newTagErrors, ramTags, requestTags, tagNew } from '../tags/index.ts';
import { roleAlreadyExists, roleNameReserved, tooManyRoles, trustDocumentMalformed } from './errors.ts';
import { roleResource } from './lookup.ts';
import { description, maxSessionDuration, roleName, trustDocument } from './parameters.ts';
import type { Role } from './role.ts';
import { countRoles, findRoleByName, insertRole } from './store.ts';
import { checkTrustDocument, trustedPrincipals } from './trust-document.ts';
import { newRole, newRoleFields } from './wire.ts';

interface NewRole {
  readonly name: string;
  readonly description?: string;
  readonly trustDocument: string;
  readonly maxSessionDuration: number;
  readonly tags?: readonly GivenTag[];
}

/**
 * Creates a role that may do nothing yet (spec: domain 2.7).
 *
 * @param roleId drawn in the preparation
 * @throws ApiError `EntityAlreadyExists.Role`, `LimitExceeded.Role`, `LimitExceeded.Role.Tag`
 */
async function createRole(scope: ChangeScope, roleId: string, command: NewRole): Promise<Role> {
  const { name, description = '', trustDocument, maxSessionDuration, tags } = command;
  if ((await findRoleByName(scope, name)) !== undefined) throw apiError(roleAlreadyExists, { role: name });
  const limit = scope.context.limits.roles;
  if ((await countRoles(scope)) >= limit) throw apiError(tooManyRoles, { limit });
  const role: Role = {
    roleId,
    name,
    description,
    trustDocument,
    maxSessionDuration,
    sessionEpoch: 0,
    createdAt: scope.now,
    updatedAt: scope.now,
    service: undefined,
  };
  await insertRole(scope, role);
  await tagNew(scope, 'role', { id: roleId, name }, tags);
  scope.touch('role', roleId);
  return role;
}

/** @throws ApiError `InvalidParameter.RoleName.Reserved` */
function assertNotReserved(name: string): void {
  if (!nameKey(name).startsWith(nameKey(LINKED_ROLE_PREFIX))) return;
  throw apiError(roleNameReserved, { prefix: LINKED_ROLE_PREFIX });
}

/** RAM CreateRole. */
export const ramCreateRole = changeOperation({
  api: ram,
  name: 'CreateRole',
  summary: ['Creates a role.', '创建角色。'],
  parameters: { name: roleName, trustDocument, description, maxSessionDuration, tags: ramTags.newTags },
  response: { Role: object(newRoleFields) },
  errors: [
    trustDocumentMalformed,
    roleNameReserved,
    roleAlreadyExists,
    tooManyRoles,
    ...newTagErrors('role'),
  ],
  authorization: {
    kind: 'policy',
    resources: ({ name }) => [roleResource(name)],
    conditions: ({ trustDocument, tags }) => ({ ...requestTags(tags), ...trustedPrincipals(trustDocument) }),
  },
  prepare({ ids }, command) {
    assertNotReserved(command.name);
    checkTrustDocument(command.trustDocument);
    return ids.roleId();
  },
  run: (scope, command, roleId) => createRole(scope, roleId, command),
  render: (role, { context }) => ({ Role: newRole(role, context) }),
});
