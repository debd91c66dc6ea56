import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { imsTags, newTagErrors, requestTags, tagNew } from '../tags/index.ts';
import { addUser } from './add-user.ts';
import { foreignDomain, tooManyUsers, userAlreadyExists } from './errors.ts';
import { allUsers, nameInOwnDomain, withPrincipalName } from './lookup.ts';
import { imsProfile, ramProfile, userName, userPrincipalName } from './parameters.ts';
import type { Profile, User } from './user.ts';
import { imsNewUser, imsNewUserFields, ramNewUser, ramNewUserFields } from './wire.ts';

const summary = ['Creates a user.', '创建用户。'] as const;

/**
 * Creates a user who may do nothing yet (spec: domain 2.1).
 *
 * @param userId drawn in the preparation
 * @throws ApiError `EntityAlreadyExists.User`, `LimitExceeded.User`
 */
async function createUser(scope: ChangeScope, userId: string, name: string, profile: Profile): Promise<User> {
  const user: User = {
    userId,
    name,
    // Terraform takes a name that it did not send for drift, so nothing is made up.
    displayName: profile.displayName ?? '',
    comments: profile.comments ?? '',
    mobilePhone: profile.mobilePhone ?? '',
    email: profile.email ?? '',
    createdAt: scope.now,
    updatedAt: scope.now,
    lastLoginAt: undefined,
  };
  await addUser(scope, user);
  return user;
}

function drawUserId({ ids }: Preparation): string {
  return ids.userId();
}

export const ramCreateUser = changeOperation({
  api: ram,
  name: 'CreateUser',
  summary,
  parameters: { userName, ...ramProfile },
  response: { User: object(ramNewUserFields) },
  errors: [userAlreadyExists, tooManyUsers],
  authorization: { kind: 'policy', resources: () => [allUsers] },
  prepare: drawUserId,
  run: (scope, command, userId) => createUser(scope, userId, command.userName, command),
  render: user => ({ User: ramNewUser(user) }),
});

export const imsCreateUser = changeOperation({
  api: ims,
  name: 'CreateUser',
  summary,
  parameters: { userPrincipalName, ...imsProfile, tags: imsTags.newTags },
  response: { User: object(imsNewUserFields) },
  errors: [foreignDomain, userAlreadyExists, tooManyUsers, ...newTagErrors('user')],
  authorization: {
    kind: 'policy',
    resources: () => [allUsers],
    conditions: ({ tags }) => requestTags(tags),
  },
  prepare: drawUserId,
  async run(scope, command, userId) {
    const name = await nameInOwnDomain(scope, userPrincipalName.wire, command.userPrincipalName);
    const user = await createUser(scope, userId, name, command);
    const tags = await tagNew(scope, 'user', { id: userId, name }, command.tags);
    return { ...(await withPrincipalName(scope, user)), tags };
  },
  render: user => ({ User: imsNewUser(user) }),
});
