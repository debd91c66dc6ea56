import { apiError } from '../../kernel/errors.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import type { Subject } from '../users/index.ts';
import { tooManyAccessKeys } from './errors.ts';
import type { SealedKey } from './key-bin.ts';
import { countKeysOf, insertKey } from './store.ts';

/**
 * Gives an owner another key, whether it is new or comes back from the recycle bin. Changes of one account happen one
 * after another, so that two calls at the same time cannot both take the last place (spec: domain 2.3).
 *
 * @throws ApiError `LimitExceeded.User.AccessKey`
 */
export async function addKey(scope: ChangeScope, owner: Subject, key: SealedKey): Promise<void> {
  const { accessKeysPerAccount, accessKeysPerUser } = scope.context.limits;
  const limit = owner.id === '' ? accessKeysPerAccount : accessKeysPerUser;
  if ((await countKeysOf(scope, owner.id)) >= limit) {
    throw apiError(tooManyAccessKeys, { limit, owner: owner.title });
  }
  await insertKey(scope, key);
  scope.touch('access-key', key.accessKeyId);
}
