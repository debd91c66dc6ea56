import { apiError } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Subject } from '../users/index.ts';
import type { AccessKey } from './access-key.ts';
import { accessKeyNotExist } from './errors.ts';
import { findKey } from './store.ts';

/**
 * Finds a key of one owner. The call was authorized on that owner alone, so somebody else's key does not exist for it.
 *
 * @throws ApiError `EntityNotExist.User.AccessKey`
 */
export async function keyOfOwner(scope: Scope, owner: Subject, accessKeyId: string): Promise<AccessKey> {
  const key = await findKey(scope, accessKeyId);
  if (key === undefined || key.ownerId !== owner.id) {
    throw apiError(accessKeyNotExist, { accessKey: accessKeyId, owner: owner.title });
  }
  return key;
}

/** The id of the user whom a key belongs to; undefined for keys of the account itself and for keys it does not have. */
export async function ownerOfKey(scope: Scope, accessKeyId: string): Promise<string | undefined> {
  const key = await findKey(scope, accessKeyId);
  return key === undefined || key.ownerId === '' ? undefined : key.ownerId;
}
