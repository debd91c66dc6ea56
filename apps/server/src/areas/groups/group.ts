import type { User } from '../users/index.ts';

/** A group of users. Times are milliseconds since 1970; texts that nobody gave are empty. */
export interface Group {
  /** 18 digits; never changes and is never used again. */
  readonly groupId: string;
  /** Unique in the account without regard to case; keeps the case it was given in. */
  readonly name: string;
  /** Only IMS gives and shows it. */
  readonly displayName: string;
  readonly comments: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What may be said about a group; what is undefined was not said. */
export interface GroupProfile {
  readonly displayName?: string | undefined;
  readonly comments?: string | undefined;
}

/** A group seen from a user who belongs to it. */
export interface JoinedGroup extends Group {
  readonly joinedAt: number;
}

/** A user seen from a group it belongs to. */
export interface Member extends User {
  readonly joinedAt: number;
}
