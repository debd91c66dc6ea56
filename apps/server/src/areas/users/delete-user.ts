import type { UserDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { removeTags } from '../tags/index.ts';
import { notExactlyOne, userConflicts, userNotExist } from './errors.ts';
import {
  assertExactlyOne,
  referencedName,
  referencedResource,
  referencedUser,
  userByName,
  userResource,
} from './lookup.ts';
import { optionalUserId, optionalUserPrincipalName, userName } from './parameters.ts';
import { removeUserRow } from './store.ts';
import type { User } from './user.ts';

const conflictOrder = Object.keys(userConflicts);

/**
 * RAM's rule: a user is deleted only when nothing is left of it (spec: domain 2.1).
 *
 * @param dependents in the order in which what is left is reported
 * @throws ApiError the first `DeleteConflict.User.…`
 */
async function deleteBareUser(
  scope: ChangeScope,
  user: User,
  dependents: readonly UserDependent[],
): Promise<void> {
  for (const dependent of dependents) {
    if ((await dependent.count(scope, user.userId)) > 0) {
      throw apiError(userConflicts[dependent.noun], { user: user.name });
    }
  }
  await removeUser(scope, user);
}

/** IMS' rule: a user goes with everything it has (spec: domain 3.5). */
async function deleteUserWithAll(
  scope: ChangeScope,
  user: User,
  dependents: readonly UserDependent[],
): Promise<void> {
  for (const dependent of dependents) await dependent.remove(scope, user.userId);
  await removeUser(scope, user);
}

/** Where both rules end, and so where a recycle bin would take the user in. */
async function removeUser(scope: ChangeScope, user: User): Promise<void> {
  await removeTags(scope, 'user', [user.userId]);
  await removeUserRow(scope, user.userId);
  scope.touch('user', user.userId);
}

/** @param dependents everything that a user can have, in any order */
export function ramDeleteUser(dependents: readonly UserDependent[]): Operation {
  const ordered = dependents.toSorted(
    (a, b) => conflictOrder.indexOf(a.noun) - conflictOrder.indexOf(b.noun),
  );
  return changeOperation({
    api: ram,
    name: 'DeleteUser',
    summary: ['Deletes a user who has nothing left.', '删除已无任何关联对象的用户。'],
    parameters: { userName },
    response: {},
    errors: [userNotExist, ...Object.values(userConflicts)],
    authorization: { kind: 'policy', resources: command => [userResource(command.userName)] },
    run: async (scope, command) => deleteBareUser(scope, await userByName(scope, command.userName), ordered),
    render: () => ({}),
  });
}

const imsReference = { userPrincipalName: optionalUserPrincipalName, userId: optionalUserId } as const;
const ways = Object.values(imsReference).map(parameter => parameter.wire);

/** @param dependents everything that a user can have, in any order */
export function imsDeleteUser(dependents: readonly UserDependent[]): Operation {
  return changeOperation({
    api: ims,
    name: 'DeleteUser',
    summary: ['Deletes a user with all it has.', '删除用户及其所有关联对象。'],
    parameters: imsReference,
    response: {},
    errors: [notExactlyOne, userNotExist],
    target(scope, command) {
      assertExactlyOne(command, ways);
      return referencedName(scope, command);
    },
    authorization: { kind: 'policy', resources: (command, name) => [referencedResource(command, name)] },
    run: async (scope, command) => deleteUserWithAll(scope, await referencedUser(scope, command), dependents),
    render: () => ({}),
  });
}
