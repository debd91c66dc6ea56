/** What the oidc-providers area can answer (spec: domain 2.9a). */
import { errorKind } from '../../kernel/errors.ts';

export const oidcProviderNotExist = errorKind(
  'EntityNotExist.OIDCProvider',
  404,
  'The OIDC provider "{provider}" does not exist; ListOIDCProviders shows those that do.',
);

export const oidcProviderAlreadyExists = errorKind(
  'EntityAlreadyExists.OIDCProvider',
  409,
  'The OIDC provider "{provider}" already exists; names differ in more than letter case.',
);

export const issuerUrlTaken = errorKind(
  'EntityAlreadyExists.OIDCProvider.Url',
  409,
  'The OIDC provider "{provider}" has the issuer {issuer} already; an issuer is registered once.',
);

export const tooManyOidcProviders = errorKind(
  'LimitExceeded.OIDCProvider',
  409,
  'The limit of {limit} OIDC providers is reached; delete one that no role trusts any more.',
);

export const clientIdAlreadyExists = errorKind(
  'EntityAlreadyExists.OIDCProvider.ClientId',
  409,
  'The OIDC provider "{provider}" has the client id "{value}" already.',
);

export const clientIdNotExist = errorKind(
  'EntityNotExist.OIDCProvider.ClientId',
  404,
  'The OIDC provider "{provider}" has no client id "{value}"; GetOIDCProvider shows those that it has.',
);

export const tooManyClientIds = errorKind(
  'LimitExceeded.OIDCProvider.ClientId',
  409,
  'An OIDC provider has {limit} client ids at most; remove one that no program uses any more.',
);

export const fingerprintAlreadyExists = errorKind(
  'EntityAlreadyExists.OIDCProvider.Fingerprint',
  409,
  'The OIDC provider "{provider}" has the fingerprint {value} already.',
);

export const fingerprintNotExist = errorKind(
  'EntityNotExist.OIDCProvider.Fingerprint',
  404,
  'The OIDC provider "{provider}" has no fingerprint {value}; GetOIDCProvider shows those that it has.',
);

export const tooManyFingerprints = errorKind(
  'LimitExceeded.OIDCProvider.Fingerprint',
  409,
  'An OIDC provider has {limit} fingerprints at most; remove that of a certificate that has expired.',
);
