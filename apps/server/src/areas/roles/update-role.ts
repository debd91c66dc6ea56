import { changed } from '../../kernel/changed.ts';
import { changeOperation, ram } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { roleNotExist, roleOfService, trustDocumentMalformed } from './errors.ts';
import { changeableRoleByName, roleResource } from './lookup.ts';
import { newDescription, newMaxSessionDuration, newTrustDocument, roleName } from './parameters.ts';
import type { Role } from './role.ts';
import { updateRoleRow } from './store.ts';
import { checkTrustDocument, trustedPrincipals } from './trust-document.ts';
import { roleFields, roleMembers } from './wire.ts';

/** What is to change about a role; what is undefined stays. */
type RoleChanges = Partial<Pick<Role, 'description' | 'trustDocument' | 'maxSessionDuration'>>;

/**
 * Changes a role; its name stays for its life.
 *
 * @throws ApiError `EntityNotExist.Role`, `NotSupport.ServiceLinkedRole`
 */
async function updateRole(scope: ChangeScope, name: string, changes: RoleChanges): Promise<Role> {
  const { description, trustDocument, maxSessionDuration } = changes;
  const role = await changeableRoleByName(scope, name);
  const updated = changed(role, { description, trustDocument, maxSessionDuration, updatedAt: scope.now });
  await updateRoleRow(scope, updated);
  scope.touch('role', role.roleId);
  return updated;
}

/** RAM UpdateRole. */
export const ramUpdateRole = changeOperation({
  api: ram,
  name: 'UpdateRole',
  summary: [
    'Changes trust policy, description and longest session of a role.',
    '修改角色的信任策略、描述和最长会话时间。',
  ],
  parameters: {
    name: roleName,
    trustDocument: newTrustDocument,
    description: newDescription,
    maxSessionDuration: newMaxSessionDuration,
  },
  response: { Role: object(roleFields) },
  errors: [trustDocumentMalformed, roleNotExist, roleOfService],
  authorization: {
    kind: 'policy',
    resources: ({ name }) => [roleResource(name)],
    conditions: ({ trustDocument }) => (trustDocument === undefined ? {} : trustedPrincipals(trustDocument)),
  },
  prepare(_preparation, { trustDocument }) {
    if (trustDocument !== undefined) checkTrustDocument(trustDocument);
  },
  run: (scope, command) => updateRole(scope, command.name, command),
  render: (role, { context }) => ({ Role: roleMembers(role, context) }),
});
