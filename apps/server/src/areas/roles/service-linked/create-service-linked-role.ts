import type { AttachFixedPolicy } from '../../../kernel/area.ts';
import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, type Operation, resourceManager } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import type { ChangeScope } from '../../../kernel/scope.ts';
import { type LinkedService, linkedServiceNamed, linkedServices } from '../../policies/index.ts';
import { roleAlreadyExists } from '../errors.ts';
import { allRoles } from '../lookup.ts';
import type { Role } from '../role.ts';
import { findRoleByName, insertRole } from '../store.ts';
import { descriptionNotAllowed, serviceNotExist, suffixNotAllowed } from './errors.ts';
import { customSuffix, fixedDescription, serviceName } from './parameters.ts';
import { named, newLinkedRole, newLinkedRoleFields } from './wire.ts';

interface NewLinkedRole {
  readonly service: string;
  readonly customSuffix?: string;
  readonly description?: string;
}

/**
 * The service that a call means.
 *
 * @throws ApiError `EntityNotExist.Service`, `InvalidParameter.CustomSuffix.NotAllowed`,
 *   `InvalidParameter.Description.NotAllowed`
 */
function requireService({ service, customSuffix, description }: NewLinkedRole): LinkedService {
  const found = linkedServiceNamed(service);
  if (found === undefined) {
    const known = linkedServices.map(({ name }) => name).join(', ');
    throw apiError(serviceNotExist, { service, known });
  }
  if (customSuffix !== undefined) throw apiError(suffixNotAllowed, { service });
  if (description !== undefined) throw apiError(descriptionNotAllowed, { service });
  return found;
}

/** Trusts the service and nobody else. */
function trustIn({ name }: LinkedService): string {
  const statement = { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: [name] } };
  return JSON.stringify({ Statement: [statement], Version: '1' });
}

/**
 * Creates the role of a service with its policy. It counts among the account's roles, and is not held up by their quota
 * (RAM, "Service-linked roles").
 *
 * @param roleId drawn in the preparation
 * @throws ApiError `EntityAlreadyExists.Role`
 */
async function createLinkedRole(
  scope: ChangeScope,
  roleId: string,
  service: LinkedService,
  attachFixed: AttachFixedPolicy,
): Promise<Role> {
  const { roleName: name, description, policy } = service;
  if ((await findRoleByName(scope, name)) !== undefined) throw apiError(roleAlreadyExists, { role: name });
  const role: Role = {
    roleId,
    name,
    description: description[0],
    trustDocument: trustIn(service),
    maxSessionDuration: 3600,
    sessionEpoch: 0,
    createdAt: scope.now,
    updatedAt: scope.now,
    service: service.name,
  };
  await insertRole(scope, role);
  await attachFixed(scope, role, policy.name);
  scope.touch('role', roleId);
  return role;
}

/**
 * ResourceManager CreateServiceLinkedRole.
 *
 * @param attachFixed gives the role its policy
 */
export function resourceManagerCreateServiceLinkedRole(attachFixed: AttachFixedPolicy): Operation {
  return changeOperation({
    api: resourceManager,
    name: 'CreateServiceLinkedRole',
    summary: [
      'Creates the role of a service, which only the service takes on and nobody edits.',
      '创建服务关联角色，仅所属服务可以扮演，且不可修改。',
    ],
    parameters: { service: serviceName, customSuffix, description: fixedDescription },
    response: { Role: object(newLinkedRoleFields) },
    errors: [serviceNotExist, suffixNotAllowed, descriptionNotAllowed, roleAlreadyExists],
    authorization: {
      kind: 'policy',
      resources: () => [allRoles],
      conditions: ({ service }) => ({ 'ram:ServiceName': service }),
    },
    prepare: ({ ids }, command) => ({ roleId: ids.roleId(), service: requireService(command) }),
    run: async (scope, _command, { roleId, service }) =>
      named(scope, await createLinkedRole(scope, roleId, service, attachFixed)),
    render: (made, { context }) => ({ Role: newLinkedRole(made, context) }),
  });
}
