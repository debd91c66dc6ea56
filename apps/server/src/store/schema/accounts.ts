/** Accounts, their root identities and their aliases. */

/** One account; its row is the lock and the revision of everything in it. */
export interface AccountsTable {
  account_id: string;
  revision: number;
  created_at: number;
  /** Sessions born under another number have ended. */
  session_epoch: number;
}

/** The root identity of an account. */
export interface RootsTable {
  account_id: string;
  logon_name: string;
  password_hash: string;
  /** 1 while the one-time password of the first start is in force. */
  password_reset_required: number;
  created_at: number;
}

/** The name of an account in place of its id: lower case, and of one account only. */
export interface AccountAliasesTable {
  account_id: string;
  alias: string;
  set_at: number;
}
