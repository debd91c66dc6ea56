/** A key that a person's device holds and that replaces password and second factor. Times are milliseconds since 1970. */
export interface Passkey {
  /** `PASSKEY-` and what makes it unique; never changes. */
  readonly passkeyId: string;
  readonly name: string;
  readonly createdAt: number;
  /** Undefined for one that was never used. */
  readonly lastUsedAt: number | undefined;
}
