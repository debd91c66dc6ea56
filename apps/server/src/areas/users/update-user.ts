import { changed } from '../../kernel/changed.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { foreignDomain, notExactlyOne, userAlreadyExists, userNotExist } from './errors.ts';
import {
  assertExactlyOne,
  nameInOwnDomain,
  referencedName,
  referencedResource,
  referencedUser,
  userByName,
  withPrincipalName,
} from './lookup.ts';
import { onNamedUser } from './named-user.ts';
import {
  imsNewProfile,
  newUserName,
  newUserPrincipalName,
  optionalUserId,
  optionalUserPrincipalName,
  ramNewProfile,
  userName,
} from './parameters.ts';
import { findUserByName, updateUserRow } from './store.ts';
import type { NewProfile, User } from './user.ts';
import { imsUser, imsUserFields, ramUser, ramUserFields } from './wire.ts';

const summary = [
  'Changes a user: name, display name, contacts, remarks.',
  '修改用户的名称、显示名称、联系方式和备注。',
] as const;

/**
 * Changes a user. A new name changes the ARN and the principal name, never the id (spec: domain 2.1).
 *
 * @throws ApiError `EntityAlreadyExists.User` when another user has the new name
 */
async function updateUser(scope: ChangeScope, user: User, changes: NewProfile): Promise<User> {
  const { name, displayName, comments, mobilePhone, email } = changes;
  const updatedAt = scope.now;
  const updated = changed(user, { name, displayName, comments, mobilePhone, email, updatedAt });
  const holder = await findUserByName(scope, updated.name);
  if (holder !== undefined && holder.userId !== user.userId) {
    throw apiError(userAlreadyExists, { user: updated.name });
  }
  await updateUserRow(scope, updated);
  scope.touch('user', user.userId);
  return updated;
}

export const ramUpdateUser = changeOperation({
  api: ram,
  name: 'UpdateUser',
  summary,
  parameters: { userName, newUserName, ...ramNewProfile },
  response: { User: object(ramUserFields) },
  errors: [userNotExist, userAlreadyExists],
  ...onNamedUser,
  async run(scope, command) {
    const user = await userByName(scope, command.userName);
    return updateUser(scope, user, { ...command, name: command.newUserName });
  },
  render: user => ({ User: ramUser(user) }),
});

const imsReference = { userPrincipalName: optionalUserPrincipalName, userId: optionalUserId } as const;
const ways = Object.values(imsReference).map(parameter => parameter.wire);

export const imsUpdateUser = changeOperation({
  api: ims,
  name: 'UpdateUser',
  summary,
  parameters: { ...imsReference, newUserPrincipalName, ...imsNewProfile },
  response: { User: object(imsUserFields) },
  errors: [notExactlyOne, userNotExist, foreignDomain, userAlreadyExists],
  target(scope, command) {
    assertExactlyOne(command, ways);
    return referencedName(scope, command);
  },
  authorization: { kind: 'policy', resources: (command, name) => [referencedResource(command, name)] },
  async run(scope, command) {
    const user = await referencedUser(scope, command);
    const { newUserPrincipalName: newName } = command;
    const name =
      newName === undefined ? undefined : await nameInOwnDomain(scope, newUserPrincipalName.wire, newName);
    return withPrincipalName(scope, await updateUser(scope, user, { ...command, name }));
  },
  render: user => ({ User: imsUser(user) }),
});
