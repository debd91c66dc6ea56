/** What an identity provider says of itself, as the log-on and AssumeRoleWithSAML use it (SAML metadata 2.4). */
export interface IdpMetadata {
  /** The document as it was given, in Base64, which may be broken into lines. */
  readonly document: string;
  /** Issuer of its assertions, compared exactly. */
  readonly entityId: string;
  /** Where requests for a log-on go by the binding HTTP-Redirect; empty when it has none. */
  readonly redirectUrl: string;
  /** The same by HTTP-POST; one of both is there always. */
  readonly postUrl: string;
  /** Certificates that its signatures are checked with: one or two, DER in Base64. */
  readonly certificates: readonly string[];
  /** Whether it takes only requests that are signed. */
  readonly wantsSignedRequests: boolean;
}

/** How the requests that go to an identity provider are signed; its own signatures are never taken with SHA-1. */
export const signAlgorithms = ['rsa-sha256', 'rsa-sha1'] as const;

export type SignAlgorithm = (typeof signAlgorithms)[number];
