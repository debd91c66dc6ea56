import { ram, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findGroupsById, type Group } from '../groups/index.ts';
import {
  type Policy,
  policyErrors,
  policyName,
  policyResource,
  policyType,
  requirePolicy,
} from '../policies/index.ts';
import { findRolesById, type Role } from '../roles/index.ts';
import { findUsersById, type User } from '../users/index.ts';
import { WHOLE_ACCOUNT } from './grant.ts';
import type { PrincipalType } from './principal.ts';
import { type Attachment, attachmentsTo } from './store.ts';
import {
  groupHolderFields,
  renderGroupHolder,
  renderRoleHolder,
  renderUserHolder,
  roleHolderFields,
  userHolderFields,
} from './wire.ts';

/** RAM ListEntitiesForPolicy. */
export const ramListEntitiesForPolicy = readOperation({
  api: ram,
  name: 'ListEntitiesForPolicy',
  summary: [
    'Lists the users, groups and roles that a policy is attached to.',
    '查询被授予某策略的用户、用户组和角色。',
  ],
  parameters: { name: policyName, type: policyType },
  response: {
    Users: wrappedList('User', userHolderFields),
    Groups: wrappedList('Group', groupHolderFields),
    Roles: wrappedList('Role', roleHolderFields),
  },
  errors: [policyErrors.policyNotExist],
  authorization: { kind: 'policy', resources: ({ type, name }) => [policyResource(type, name)] },
  run: async (scope, { type, name }) => listHolders(scope, await requirePolicy(scope, type, name)),
  render: ({ users, groups, roles }, { context }) => ({
    Users: { User: users.map(({ holder, attachedAt }) => renderUserHolder(holder, attachedAt)) },
    Groups: { Group: groups.map(({ holder, attachedAt }) => renderGroupHolder(holder, attachedAt)) },
    Roles: { Role: roles.map(({ holder, attachedAt }) => renderRoleHolder(holder, attachedAt, context)) },
  }),
});

interface Held<Holder> {
  readonly holder: Holder;
  readonly attachedAt: number;
}

interface Holders {
  readonly users: readonly Held<User>[];
  readonly groups: readonly Held<Group>[];
  readonly roles: readonly Held<Role>[];
}

/**
 * Who holds a policy, for whatever part of the account: users, groups and roles, each once and in the order in which they
 * got it.
 */
async function listHolders(scope: Scope, policy: Policy): Promise<Holders> {
  return holdersBy(scope, firstOfEach(await attachmentsTo(scope, policy)));
}

/** Who holds a policy for the whole account. */
export async function listAccountHolders(scope: Scope, policy: Policy): Promise<Holders> {
  const attachments = await attachmentsTo(scope, policy);
  return holdersBy(
    scope,
    attachments.filter(({ resourceGroupId }) => resourceGroupId === WHOLE_ACCOUNT),
  );
}

/** Of several attachments to one principal the first. */
function firstOfEach(attachments: readonly Attachment[]): readonly Attachment[] {
  const byPrincipal = Map.groupBy(
    attachments,
    ({ principalType, principalId }) => `${principalType} ${principalId}`,
  );
  return Array.from(byPrincipal.values()).flatMap(([first]) => first ?? []);
}

async function holdersBy(scope: Scope, attachments: readonly Attachment[]): Promise<Holders> {
  const to = (type: PrincipalType) => attachments.filter(({ principalType }) => principalType === type);
  const [toUsers, toGroups, toRoles] = [to('user'), to('group'), to('role')];
  return {
    users: heldBy(toUsers, await findUsersById(scope, toUsers.map(principalIdOf))),
    groups: heldBy(toGroups, await findGroupsById(scope, toGroups.map(principalIdOf))),
    roles: heldBy(toRoles, await findRolesById(scope, toRoles.map(principalIdOf))),
  };
}

function principalIdOf({ principalId }: Attachment): string {
  return principalId;
}

/** Attachments with the principals that they name, in the order of the attachments. */
function heldBy<Holder>(
  attachments: readonly Attachment[],
  principals: ReadonlyMap<string, Holder>,
): readonly Held<Holder>[] {
  return attachments.flatMap(({ principalId, attachedAt }) => {
    const holder = principals.get(principalId);
    return holder === undefined ? [] : [{ holder, attachedAt }];
  });
}
