import type { Tag } from '../tags/index.ts';

/** A RAM user. Times are milliseconds since 1970; texts that nobody gave are empty. */
export interface User {
  /** 18 digits; never changes and is never used again. */
  readonly userId: string;
  /** Unique in the account without regard to case; keeps the case it was given in. */
  readonly name: string;
  readonly displayName: string;
  readonly comments: string;
  /** `<country code>-<number>`. */
  readonly mobilePhone: string;
  readonly email: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Undefined for a user who never logged on. */
  readonly lastLoginAt: number | undefined;
}

/** A user as IMS shows it in full. */
export interface TaggedUser extends PrincipalUser {
  readonly tags: readonly Tag[];
}

/** What may be said about a user; what is undefined was not said. */
export interface Profile {
  readonly displayName?: string | undefined;
  readonly comments?: string | undefined;
  readonly mobilePhone?: string | undefined;
  readonly email?: string | undefined;
}

/** What is to change about a user; what is undefined stays. */
export interface NewProfile extends Profile {
  readonly name?: string | undefined;
}

/** A user and the name that IMS shows for it. */
export interface PrincipalUser extends User {
  /** `<user name>@<default domain>`. */
  readonly principalName: string;
}
