import { nameKey } from '../../kernel/callers/identity.ts';
import { apiError } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import type { TaggableUsers, Tagged, UsersReference } from '../tags/index.ts';
import { notExactlyOne, userNotExist } from './errors.ts';
import { allUsers, referencedResource, userResource } from './lookup.ts';
import { userId, userPrincipalName } from './parameters.ts';
import { findUsersById, findUsersByName } from './store.ts';
import type { User } from './user.ts';

/** How users are named and found by calls about their tags. */
export const taggableUsers: TaggableUsers = {
  id: userId,
  principalName: userPrincipalName,
  notExactlyOne,
  notExist: userNotExist,
  all: allUsers,
  async resources(scope, { ids = [], principalNames = [] }) {
    const users = await findUsersById(scope, ids);
    const names = await namesIn(scope, principalNames);
    return [
      ...ids.map(id => referencedResource({ userId: id }, users.get(id)?.name)),
      ...names.map(({ name }) => userResource(name)),
    ];
  },
  async find(scope, reference) {
    const users = [...(await usersById(scope, reference)), ...(await usersByPrincipalName(scope, reference))];
    const unique = new Map(users.map(user => [user.userId, user]));
    return Array.from(unique.values(), taggedOf);
  },
  byName: async (scope, names) => (await findUsersByName(scope, names)).map(taggedOf),
};

function taggedOf({ userId: id, name }: User): Tagged {
  return { id, name };
}

async function usersById(scope: Scope, { ids = [] }: UsersReference): Promise<readonly User[]> {
  const users = await findUsersById(scope, ids);
  return ids.map(id => required(users.get(id), id));
}

async function usersByPrincipalName(
  scope: Scope,
  { principalNames = [] }: UsersReference,
): Promise<readonly User[]> {
  const named = await namesIn(scope, principalNames);
  const users = await findUsersByName(
    scope,
    named.flatMap(({ name }) => name ?? []),
  );
  const byName = new Map(users.map(user => [nameKey(user.name), user]));
  return named.map(({ name, principalName }) =>
    required(name === undefined ? undefined : byName.get(nameKey(name)), principalName),
  );
}

function required(user: User | undefined, given: string): User {
  if (user === undefined) throw apiError(userNotExist, { user: given });
  return user;
}

/** The user names in principal names; undefined in those of somebody else's domain. */
function namesIn(scope: Scope, principalNames: readonly string[]) {
  return Promise.all(
    principalNames.map(async principalName => ({
      principalName,
      name: await userNameFromPrincipalName(scope, principalName),
    })),
  );
}
