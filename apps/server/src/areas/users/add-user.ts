import { apiError } from '../../kernel/errors.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { tooManyUsers, userAlreadyExists } from './errors.ts';
import { countUsers, findUserByName, insertUser } from './store.ts';
import type { User } from './user.ts';

/**
 * Adds a user to the account, whether it is new or comes back from the recycle bin (spec: domain 2.1).
 *
 * @throws ApiError `EntityAlreadyExists.User`, `LimitExceeded.User`
 */
export async function addUser(scope: ChangeScope, user: User): Promise<void> {
  if ((await findUserByName(scope, user.name)) !== undefined) {
    throw apiError(userAlreadyExists, { user: user.name });
  }
  const limit = scope.context.limits.users;
  if ((await countUsers(scope)) >= limit) throw apiError(tooManyUsers, { limit });
  await insertUser(scope, user);
  scope.touch('user', user.userId);
}
