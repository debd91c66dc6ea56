import type { IdpMetadata, SignAlgorithm } from './metadata/idp-metadata.ts';

/** What lists show of a SAML provider. */
export interface ListedSamlProvider {
  readonly name: string;
  readonly description: string;
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An identity provider whose SAML assertions roles of the account may trust (spec: domain 8.2). */
export interface SamlProvider extends ListedSamlProvider {
  /** Never changes and is never given out again: a session stays bound to the provider that vouched for it. */
  readonly providerId: string;
  /** Absent until somebody gives it: until then the provider vouches for nobody. */
  readonly metadata?: IdpMetadata | undefined;
  readonly signAlgorithm: SignAlgorithm;
  /** Sessions born under a lower number have ended. */
  readonly sessionEpoch: number;
}
