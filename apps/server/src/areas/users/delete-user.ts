import type { UserBelonging, UserDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { removeTags } from '../tags/index.ts';
import { notExactlyOne, userConflicts, userNotExist } from './errors.ts';
import {
  assertExactlyOne,
  referencedName,
  referencedResource,
  referencedUser,
  userByName,
} from './lookup.ts';
import { onNamedUser } from './named-user.ts';
import { optionalUserId, optionalUserPrincipalName, userName } from './parameters.ts';
import { removeUserRow } from './store.ts';
import type { User } from './user.ts';
import type { UserBin } from './user-bin.ts';

const conflictOrder = Object.keys(userConflicts);

/**
 * RAM's rule: a user is deleted only when nothing is left of it (spec: domain 2.1).
 *
 * @param dependents in the order in which what is left is reported
 * @throws ApiError the first `DeleteConflict.User.…`
 */
async function assertBare(scope: Scope, user: User, dependents: readonly UserDependent[]): Promise<void> {
  for (const dependent of dependents) {
    if ((await dependent.count(scope, user.userId)) > 0) {
      throw apiError(userConflicts[dependent.noun], { user: user.name });
    }
  }
}

/** Moves a user into the recycle bin; everything it has goes with it, its AccessKeys into the bin too (spec: domain 3.5). */
async function deleteUser(
  scope: ChangeScope,
  user: User,
  belongings: readonly UserBelonging[],
  takeIn: UserBin,
): Promise<void> {
  await takeIn(scope, user);
  for (const belonging of belongings) await belonging.remove(scope, user.userId);
  await removeTags(scope, 'user', [user.userId]);
  await removeUserRow(scope, user.userId);
  scope.touch('user', user.userId);
}

/**
 * @param dependents what must be gone first, in any order
 * @param belongings what goes with the user
 */
export function ramDeleteUser(
  dependents: readonly UserDependent[],
  belongings: readonly UserBelonging[],
  takeIn: UserBin,
): Operation {
  const ordered = dependents.toSorted(
    (a, b) => conflictOrder.indexOf(a.noun) - conflictOrder.indexOf(b.noun),
  );
  return changeOperation({
    api: ram,
    name: 'DeleteUser',
    summary: [
      'Moves a user who has nothing left into the recycle bin.',
      '将已无任何关联对象的用户移入回收站。',
    ],
    parameters: { userName },
    response: {},
    errors: [userNotExist, ...Object.values(userConflicts)],
    ...onNamedUser,
    async run(scope, command) {
      const user = await userByName(scope, command.userName);
      await assertBare(scope, user, ordered);
      await deleteUser(scope, user, [...ordered, ...belongings], takeIn);
    },
    render: () => ({}),
  });
}

const imsReference = { userPrincipalName: optionalUserPrincipalName, userId: optionalUserId } as const;
const ways = Object.values(imsReference).map(parameter => parameter.wire);

/** @param belongings everything that a user can have */
export function imsDeleteUser(belongings: readonly UserBelonging[], takeIn: UserBin): Operation {
  return changeOperation({
    api: ims,
    name: 'DeleteUser',
    summary: [
      'Moves a user into the recycle bin, with its AccessKeys; all else that it has is removed.',
      '将用户及其 AccessKey 移入回收站，并移除其他所有关联对象。',
    ],
    parameters: imsReference,
    response: {},
    errors: [notExactlyOne, userNotExist],
    target(scope, command) {
      assertExactlyOne(command, ways);
      return referencedName(scope, command);
    },
    authorization: { kind: 'policy', resources: (command, name) => [referencedResource(command, name)] },
    run: async (scope, command) =>
      deleteUser(scope, await referencedUser(scope, command), belongings, takeIn),
    render: () => ({}),
  });
}
