/** What is written beside the state: the change feed, the journal and the nonces. */

/** The change feed of an account: what each revision touched. */
export interface ChangesTable {
  account_id: string;
  revision: number;
  kind: string;
  id: string;
  at: number;
}

export interface JournalTable {
  writer: number;
  sequence: number;
  account_id: string;
  at: number;
  record: string;
  mac: string;
}

export interface JournalWritersTable {
  writer: number;
  node: string;
  started_at: number;
}

/** PostgreSQL: one row a nonce, shared by all nodes. */
export interface NoncesTable {
  digest: Uint8Array;
  expires_at: number;
}

/** SQLite: the nonces of one committed batch in one row; the process keeps them in memory and reads them at its start. */
export interface NonceBatchesTable {
  batch: number;
  expires_at: number;
  digests: Uint8Array;
}
