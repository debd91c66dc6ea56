/** An application of another account, installed in this one; what that account says of it is not known here. */
export interface ExternalApplication {
  readonly applicationId: string;
  /** Names of what it is granted; `openid` is always among them. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}
