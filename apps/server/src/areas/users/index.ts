/**
 * Users: the identities of people and programs inside an account. A user's id never changes and is never used again;
 * its name is unique in the account without regard to case and may change.
 */
import type { Area, UserDependent } from '../../kernel/area.ts';
import { imsCreateUser, ramCreateUser } from './create-user.ts';
import { imsDeleteUser, ramDeleteUser } from './delete-user.ts';
import { imsGetUser, ramGetUser } from './get-user.ts';
import { imsListUserBasicInfos, imsListUsers, ramListUsers } from './list-users.ts';
import type { KeyOwnerLookup } from './lookup.ts';
import { imsUpdateUser, ramUpdateUser } from './update-user.ts';

export { userNotExist } from './errors.ts';
export {
  type KeyOwnerLookup,
  userByName,
  userByPrincipalName,
  userResource,
  withPrincipalNames,
} from './lookup.ts';
export {
  userName,
  userNameOrCaller,
  userPrincipalName,
  userPrincipalNameOrCaller,
} from './parameters.ts';
export { countUsers, findUsersById } from './store.ts';
export { taggableUsers } from './taggable.ts';
export type { PrincipalUser, User } from './user.ts';

/**
 * The operations on users.
 *
 * @param dependents what later areas keep of a user: groups, AccessKeys, policies, login profiles
 * @param ownerOfKey how to find whose an AccessKey is
 */
export function usersArea(dependents: readonly UserDependent[], ownerOfKey: KeyOwnerLookup): Area {
  return {
    name: 'users',
    operations: [
      ramCreateUser,
      imsCreateUser,
      ramGetUser,
      imsGetUser(ownerOfKey),
      ramUpdateUser,
      imsUpdateUser,
      ramDeleteUser(dependents),
      imsDeleteUser(dependents),
      ramListUsers,
      imsListUsers,
      imsListUserBasicInfos,
    ],
  };
}
