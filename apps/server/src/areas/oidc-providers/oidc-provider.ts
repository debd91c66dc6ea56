/** An identity provider whose OIDC tokens roles of the account may trust (spec: domain 8.3). */
export interface OidcProvider {
  readonly name: string;
  /** Exactly as tokens carry it in `iss`. */
  readonly issuerUrl: string;
  /** Audiences that are accepted, in the order in which they were added. */
  readonly clientIds: readonly string[];
  /** SHA-1 of certificates of the authority that the issuer's server certificate is from, in hexadecimal. */
  readonly fingerprints: readonly string[];
  /** Hours that a token may be old. */
  readonly issuanceLimitTime: number;
  readonly description: string;
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}
