/**
 * Users: the identities of people and programs inside an account. A user's id never changes and is never used again;
 * its name is unique in the account without regard to case and may change.
 */
import type { Area, UserBelonging, UserDependent } from '../../kernel/area.ts';
import { imsCreateUser, ramCreateUser } from './create-user.ts';
import { imsDeleteUser, ramDeleteUser } from './delete-user.ts';
import { wardenryEndUserSessions } from './end-user-sessions.ts';
import { imsGetUser, ramGetUser } from './get-user.ts';
import { imsListUserBasicInfos, imsListUsers, ramListUsers } from './list-users.ts';
import type { KeyOwnerLookup } from './lookup.ts';
import { imsUpdateUser, ramUpdateUser } from './update-user.ts';
import type { UserBin } from './user-bin.ts';

export { addUser } from './add-user.ts';
export { emailAddress, phoneNumber } from './contact-formats.ts';
export { notExactlyOne, tooManyUsers, userAlreadyExists, userNotExist } from './errors.ts';
export {
  allUsers,
  assertExactlyOne,
  type KeyOwnerLookup,
  referencedResource,
  userByName,
  userByPrincipalName,
  userResource,
  withPrincipalName,
  withPrincipalNames,
} from './lookup.ts';
export { onNamedPrincipal, onNamedUser } from './named-user.ts';
export {
  optionalAccessKeyId,
  optionalUserId,
  userId,
  userName,
  userNameOrCaller,
  userPrincipalName,
  userPrincipalNameOrCaller,
} from './parameters.ts';
export {
  countUsers,
  findUserById,
  findUserByName,
  findUsersById,
  listUsersAfter,
} from './store.ts';
export {
  imsSubject,
  imsSubjectTarget,
  ramSubject,
  ramSubjectTarget,
  type Subject,
  type SubjectTarget,
  userAsSubject,
  userTarget,
} from './subject.ts';
export { taggableUsers } from './taggable.ts';
export type { PrincipalUser, User } from './user.ts';
export type { UserBin } from './user-bin.ts';

/**
 * The operations on users.
 *
 * @param dependents what later areas keep of a user and RAM wants gone first: groups, AccessKeys, policies, login profiles
 * @param belongings what else they keep of it
 * @param ownerOfKey how to find whose an AccessKey is
 * @param takeIn the recycle bin that takes deleted users in
 */
export function usersArea(
  dependents: readonly UserDependent[],
  belongings: readonly UserBelonging[],
  ownerOfKey: KeyOwnerLookup,
  takeIn: UserBin,
): Area {
  return {
    name: 'users',
    operations: [
      ramCreateUser,
      imsCreateUser,
      ramGetUser,
      imsGetUser(ownerOfKey),
      ramUpdateUser,
      imsUpdateUser,
      ramDeleteUser(dependents, belongings, takeIn),
      imsDeleteUser([...dependents, ...belongings], takeIn),
      ramListUsers,
      imsListUsers,
      imsListUserBasicInfos,
      wardenryEndUserSessions,
    ],
  };
}
