import type { Tag } from '../tags/index.ts';

/** An identity without credentials, which whoever its trust document names may take on for a while. Times are milliseconds since 1970. */
export interface Role {
  /** 18 digits; never changes and is never used again. */
  readonly roleId: string;
  /** Unique in the account without regard to case; keeps the case it was given in, and never changes. */
  readonly name: string;
  /** Empty when nobody gave one. */
  readonly description: string;
  /** JSON text, exactly as it was given. */
  readonly trustDocument: string;
  /** Seconds that a session may last. */
  readonly maxSessionDuration: number;
  /** Sessions born under a lower number have ended. */
  readonly sessionEpoch: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The service whose role it is, `nat.aliyuncs.com`; undefined for the account's own, which alone may be edited. */
  readonly service: string | undefined;
}

/** A role with its tags. */
export interface TaggedRole {
  readonly role: Role;
  readonly tags: readonly Tag[] | undefined;
}
