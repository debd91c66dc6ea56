/** What was deleted and can still be restored. A row is gone for good once its time is over, whether or not it was cleaned up. */

/** Users of the recycle bin; their names may belong to others by now, in the bin as well. */
export interface RecycledUsersTable {
  account_id: string;
  user_id: string;
  user_name: string;
  user_name_key: string;
  display_name: string;
  created_at: number;
  recycled_at: number;
  /** From when on nothing brings it back. */
  purge_at: number;
}

/** The passwords of users of the recycle bin, and what was asked of them. */
export interface RecycledLoginProfilesTable {
  account_id: string;
  user_id: string;
  /** PHC text; empty for a profile that has no password. */
  password_hash: string;
  password_reset_required: number;
  mfa_bind_required: number;
  created_at: number;
  password_set_at: number;
  /** Since when the password is one that somebody else chose; null once the user has chosen its own. */
  initial_at: number | null;
}

/** AccessKeys of users, out of reach of whatever verifies signatures; what is kept beside a key stays where it is. */
export interface RecycledAccessKeysTable {
  account_id: string;
  access_key_id: string;
  /** A user, or one of the recycle bin. */
  user_id: string;
  /** Sealed for the row of `access_keys` that it comes from and may go back to. */
  sealed_secret: string;
  created_at: number;
  recycled_at: number;
  /** From when on nothing brings it back. */
  purge_at: number;
}
