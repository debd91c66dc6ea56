/** What belongs to the installation and to no account. */

export interface JobLeasesTable {
  job: string;
  holder: string;
  /** Raised by every new holder: a write with an older token is refused. */
  token: number;
  expires_at: number;
}

/** Data keys wrapped by the master key. */
export interface DataKeysTable {
  data_key_id: number;
  wrapped: string;
  created_at: number;
}

/** Keys that the tokens of sessions are sealed with, sealed themselves; the newest seals, the others open. */
export interface SessionKeysTable {
  /** Counts up from 1. */
  key_id: number;
  sealed_key: string;
  created_at: number;
}

/** Facts about the installation: that it is bootstrapped, which version wrote it. */
export interface InstallationTable {
  name: string;
  value: string;
}
