/** What the recycle bin keeps (spec: domain 3.5). Times are milliseconds since 1970. */
import { DAY } from '../../kernel/time.ts';

/** How long something is in the bin. */
export interface Stay {
  readonly recycledAt: number;
  /** From when on nothing brings it back. */
  readonly purgeAt: number;
}

/** A user who was deleted: what of it comes back, but for its password. */
export interface RecycledUser extends Stay {
  readonly userId: string;
  /** May be the name of another user by now, and of others in the bin. */
  readonly name: string;
  readonly displayName: string;
  readonly createdAt: number;
}

/** A key of a user that was deleted. */
export interface RecycledKey extends Stay {
  readonly accessKeyId: string;
  /** Id of a user, or of one in the bin. */
  readonly userId: string;
  readonly createdAt: number;
}

/**
 * The stay of what is deleted now.
 *
 * @param days for which it can be restored
 */
export function stayFrom(now: number, days: number): Stay {
  return { recycledAt: now, purgeAt: now + days * DAY };
}
