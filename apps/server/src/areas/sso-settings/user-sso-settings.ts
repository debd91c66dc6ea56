import type { IdpMetadata, SignAlgorithm } from '../saml-providers/index.ts';

/** How the users of an account log on through their company's identity provider (spec: domain 8.1). */
export interface UserSsoSettings {
  /** Whether users log on through the identity provider, and no longer with a password. */
  readonly isEnabled: boolean;
  /** The one identity provider of the account; there always while it is enabled. */
  readonly metadata?: IdpMetadata | undefined;
  /** A domain that names in assertions may end in besides those of the account, none of the installation; empty for none. */
  readonly auxiliaryDomain: string;
  /** Whether names in assertions must end in a domain, or must not. */
  readonly isDomainRequired: boolean;
  readonly signAlgorithm: SignAlgorithm;
}

/** Of an account that never set any: the documented defaults. */
export const defaultUserSsoSettings: UserSsoSettings = Object.freeze({
  isEnabled: false,
  auxiliaryDomain: '',
  isDomainRequired: true,
  signAlgorithm: 'rsa-sha1',
});
