/** Users as RAM and as IMS show them (spec: domain 1.2). Texts that nobody gave and times that never were are empty. */
import { type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import { tagsFields, tagsMembers } from '../tags/index.ts';
import type { PrincipalUser, TaggedUser, User } from './user.ts';

const profileFields = {
  DisplayName: textField,
  MobilePhone: textField,
  Email: textField,
  Comments: textField,
  CreateDate: timeField,
} as const;

function profile(user: User): Rendered<typeof profileFields> {
  return {
    DisplayName: user.displayName,
    MobilePhone: user.mobilePhone,
    Email: user.email,
    Comments: user.comments,
    CreateDate: isoSeconds(user.createdAt),
  };
}

function lastLogin(user: User): string {
  return user.lastLoginAt === undefined ? '' : isoSeconds(user.lastLoginAt);
}

/** RAM's reply to CreateUser. */
export const ramNewUserFields = { UserId: textField, UserName: textField, ...profileFields } as const;

/** Fills `ramNewUserFields`. */
export function ramNewUser(user: User): Rendered<typeof ramNewUserFields> {
  return { UserId: user.userId, UserName: user.name, ...profile(user) };
}

/** RAM's users in lists and after an update. */
export const ramUserFields = { ...ramNewUserFields, UpdateDate: timeField } as const;

/** Fills `ramUserFields`. */
export function ramUser(user: User): Rendered<typeof ramUserFields> {
  return { ...ramNewUser(user), UpdateDate: isoSeconds(user.updatedAt) };
}

/** RAM's reply to GetUser. */
export const ramUserDetailFields = { ...ramUserFields, LastLoginDate: timeField } as const;

/** Fills `ramUserDetailFields`. */
export function ramUserDetail(user: User): Rendered<typeof ramUserDetailFields> {
  return { ...ramUser(user), LastLoginDate: lastLogin(user) };
}

/** IMS' users after an update. */
export const imsUserFields = {
  UserId: textField,
  UserPrincipalName: textField,
  ...profileFields,
  UpdateDate: timeField,
  LastLoginDate: timeField,
  ProvisionType: textField,
} as const;

/** Fills `imsUserFields`. */
export function imsUser(user: PrincipalUser): Rendered<typeof imsUserFields> {
  return {
    UserId: user.userId,
    UserPrincipalName: user.principalName,
    ...profile(user),
    UpdateDate: isoSeconds(user.updatedAt),
    LastLoginDate: lastLogin(user),
    ProvisionType: 'Manual',
  };
}

/** IMS' users after a creation. */
export const imsNewUserFields = { ...imsUserFields, ...tagsFields } as const;

/** Fills `imsNewUserFields`. */
export function imsNewUser(user: TaggedUser): Rendered<typeof imsNewUserFields> {
  return { ...imsUser(user), ...tagsMembers(user.tags) };
}

/** IMS' reply to GetUser. */
export const imsUserDetailFields = { ...imsNewUserFields, UserName: textField } as const;

/** Fills `imsUserDetailFields`. */
export function imsUserDetail(user: TaggedUser): Rendered<typeof imsUserDetailFields> {
  return { ...imsNewUser(user), UserName: user.name };
}

// Nothing freezes a user yet.
const status = 'active';

/** IMS' users in ListUsers. */
export const imsListedUserFields = { ...imsNewUserFields, Status: textField } as const;

/** Fills `imsListedUserFields`. */
export function imsListedUser(user: TaggedUser): Rendered<typeof imsListedUserFields> {
  return { ...imsNewUser(user), Status: status };
}

/** IMS' users in ListUserBasicInfos. */
export const imsUserBasicFields = {
  UserId: textField,
  UserPrincipalName: textField,
  DisplayName: textField,
  Status: textField,
} as const;

/** Fills `imsUserBasicFields`. */
export function imsUserBasic(user: PrincipalUser): Rendered<typeof imsUserBasicFields> {
  return {
    UserId: user.userId,
    UserPrincipalName: user.principalName,
    DisplayName: user.displayName,
    Status: status,
  };
}
