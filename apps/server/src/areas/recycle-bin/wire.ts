/** The recycle bin as IMS shows it (spec: domain 1.2). */
import { booleanField, type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { PrincipalUser } from '../users/index.ts';
import type { RecycledKey, RecycledUser, Stay } from './recycled.ts';

const stayFields = { CreateDate: timeField, RecycleDate: timeField, DeleteDate: timeField } as const;

function stay(thing: Stay & { readonly createdAt: number }): Rendered<typeof stayFields> {
  return {
    CreateDate: isoSeconds(thing.createdAt),
    RecycleDate: isoSeconds(thing.recycledAt),
    DeleteDate: isoSeconds(thing.purgeAt),
  };
}

/** A user of the bin. */
export const recycledUserFields = {
  UserId: textField,
  UserPrincipalName: textField,
  DisplayName: textField,
  ...stayFields,
} as const;

/** A user of the bin, and the name that IMS shows for it. */
export type PrincipalRecycledUser = RecycledUser & Pick<PrincipalUser, 'principalName'>;

/** Fills `recycledUserFields`. */
export function recycledUser(user: PrincipalRecycledUser): Rendered<typeof recycledUserFields> {
  return {
    UserId: user.userId,
    UserPrincipalName: user.principalName,
    DisplayName: user.displayName,
    ...stay(user),
  };
}

/** Keys of the bin in lists. */
export const recycledKeyFields = { AccessKeyId: textField, ...stayFields } as const;

/** Fills `recycledKeyFields`. */
export function recycledKey(key: RecycledKey): Rendered<typeof recycledKeyFields> {
  return { AccessKeyId: key.accessKeyId, ...stay(key) };
}

/** One key of the bin, and whose it was. */
export const ownedRecycledKeyFields = {
  ...recycledKeyFields,
  UserId: textField,
  UserPrincipalName: textField,
  UserRecycled: booleanField,
} as const;

/** A key of the bin, and whose it was. */
export interface OwnedRecycledKey extends RecycledKey, Pick<PrincipalUser, 'principalName'> {
  /** Whether the user is in the bin itself. */
  readonly userRecycled: boolean;
}

/** Fills `ownedRecycledKeyFields`. */
export function ownedRecycledKey(key: OwnedRecycledKey): Rendered<typeof ownedRecycledKeyFields> {
  return {
    ...recycledKey(key),
    UserId: key.userId,
    UserPrincipalName: key.principalName,
    UserRecycled: key.userRecycled,
  };
}
