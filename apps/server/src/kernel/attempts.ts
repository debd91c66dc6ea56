/** Counting attempts to prove who one is, so that nobody can guess on and on (spec: security Q13). */

/** How many failures in a row are let pass. */
export interface AttemptLimit {
  /** At least 1; the attempt after so many failures is not judged any more. */
  readonly failures: number;
  /** Milliseconds after the last failure in which nothing is judged; then counting begins anew. */
  readonly lockedFor: number;
}

/**
 * The failures of the identities of one account. An attempt is counted as failed before it is judged and on its own, so
 * that nothing that goes wrong later, and no number of attempts at the same time, can undo or outrun the count.
 */
export interface Attempts {
  /**
   * Counts an attempt as failed, durably.
   *
   * @param userId whose identity; empty for the account itself
   * @returns false when too many failed before it: it must not be judged, and was not counted
   * @throws StorageUnavailable
   */
  reserve(userId: string, limit: AttemptLimit): Promise<boolean>;
  /**
   * Forgets the failures, because an attempt was right.
   *
   * @throws StorageUnavailable
   */
  forget(userId: string): Promise<void>;
}
