/** How users and AccessKeys get into the recycle bin; the oldest make room for those who come (spec: domain 1.4, 3.5). */
import type { KeyBin } from '../access-keys/index.ts';
import { profilesOf } from '../login-profiles/index.ts';
import type { UserBin } from '../users/index.ts';
import { insertRecycledKey, keysBeyond } from './keys-store.ts';
import { forgetKey, purgeKey, purgeUser } from './purge.ts';
import { stayFrom } from './recycled.ts';
import { insertRecycledProfile, insertRecycledUser, usersBeyond } from './users-store.ts';

/** Keeps name, id and password of a user; all else that it has is gone. */
export const takeUserIn: UserBin = async (scope, { userId, name, displayName, createdAt }) => {
  const { daysInRecycleBin, recycledUsers } = scope.context.limits;
  const stay = stayFrom(scope.now, daysInRecycleBin);
  await insertRecycledUser(scope, { userId, name, displayName, createdAt, ...stay });
  const profile = (await profilesOf(scope, [userId])).get(userId);
  if (profile !== undefined) await insertRecycledProfile(scope, profile);
  for (const oldest of await usersBeyond(scope, recycledUsers)) await purgeUser(scope, oldest);
};

/** Keeps the key of a user; a key of the account itself is gone for good. */
export const takeKeyIn: KeyBin = async (scope, { accessKeyId, ownerId: userId, createdAt, sealedSecret }) => {
  if (userId === '') return forgetKey(scope, accessKeyId);
  const { daysInRecycleBin, recycledAccessKeysPerUser } = scope.context.limits;
  const stay = stayFrom(scope.now, daysInRecycleBin);
  await insertRecycledKey(scope, { accessKeyId, userId, createdAt, sealedSecret, ...stay });
  for (const oldest of await keysBeyond(scope, userId, recycledAccessKeysPerUser)) {
    await purgeKey(scope, oldest);
  }
};
