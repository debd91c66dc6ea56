/** An identity provider whose OIDC tokens roles of the account may trust (spec: domain 8.3). */
export interface OidcProvider {
  /** Never changes and is never given out again: a session stays bound to the provider that vouched for it. */
  readonly providerId: string;
  readonly name: string;
  /** Exactly as tokens carry it in `iss`. */
  readonly issuerUrl: string;
  /** Audiences that are accepted, in the order in which they were added. */
  readonly clientIds: readonly string[];
  /** SHA-1 of certificates of the authority that the issuer's server certificate is from, in hexadecimal as it was given. */
  readonly fingerprints: readonly string[];
  /** Hours that a token may be old. */
  readonly issuanceLimitTime: number;
  readonly description: string;
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What is compared of a fingerprint: letter case says nothing in hexadecimal. */
export function fingerprintKey(fingerprint: string): string {
  return fingerprint.toLowerCase();
}

/**
 * What is compared of an issuer that is registered once: the place of its discovery document, of which a slash at the end
 * is no part (OpenID Connect Discovery 4.1). Tokens must carry the very text that is registered.
 *
 * @param issuerUrl a URL
 */
export function issuerKey(issuerUrl: string): string {
  const { href } = new URL(issuerUrl);
  return href.endsWith('/') ? href.slice(0, -1) : href;
}
