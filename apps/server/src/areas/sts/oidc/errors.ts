/**
 * What AssumeRoleWithOIDC can answer beside what every exchange can. Codes and sentences are the published ones, which
 * programs compare and people search for (spec: domain 2.9, wire 7.3); where more can be said, a sentence follows.
 */
import { errorKind } from '../../../kernel/errors.ts';

export const providerNotRegistered = errorKind(
  'AuthenticationFail.NoPermission',
  401,
  'No such OIDC Provider registered.',
);

export const notTrusted = errorKind('AuthenticationFail.NoPermission', 401, 'There is no permission');

export const notThreeParts = errorKind(
  'AuthenticationFail.OIDCToken.Invalid',
  401,
  "The number of Jwt field should be divided into 3 parts with '.' .",
);

export const notBase64Url = errorKind(
  'AuthenticationFail.OIDCToken.Invalid',
  401,
  'Cannot decode base64 encoded response(format invalided).',
);

export const algorithmUnknown = errorKind(
  'AuthenticationFail.OIDCToken.Invalid',
  401,
  'The algorithm {algorithm} that be specified in Jwt header is unknown.',
);

export const contentInvalid = errorKind(
  'AuthenticationFail.OIDCToken.Invalid',
  401,
  'The Jwt content is invalid that cannot be recognized. {reason}',
);

export const tokenExpired = errorKind(
  'AuthenticationFail.OIDCToken.Expired',
  401,
  'This JsonWebToken is expired.',
);

export const audienceNotMatch = errorKind(
  'AuthenticationFail.OIDCToken.AudienceNotMatch',
  401,
  'Invalid audience.',
);

export const issuerNotMatch = errorKind(
  'AuthenticationFail.OIDCToken.IssuerNotMatch',
  401,
  "The issuer in the OIDC Token doesn't match the OIDC Provider registered.",
);

export const signatureInvalid = errorKind(
  'AuthenticationFail.OIDCToken.InvalidSignature',
  401,
  'OIDC token validate failed: invalid signature.',
);

export const issuerBroken = errorKind(
  'AuthenticationFail.OIDCToken.IssuerConfigurationBroken',
  401,
  'Get public keys from OIDC Provider failed, the issuer is {issuer}. {reason}',
);

export const certificateNotTrusted = errorKind(
  'AuthenticationFail.OIDCToken.HttpsUrlInvalid',
  401,
  'Invoke url failed due to certificate chain validation',
);

export const urlRefused = errorKind(
  'AuthenticationFail.OIDCToken.HttpsUrlInvalid',
  401,
  'The url {url} must not be fetched: {reason}.',
);

export const fingerprintMismatch = errorKind(
  'AuthenticationFail.OIDCToken.PublicKeyFingerprintMismatch',
  401,
  'The root ca certificate is not in ca whitelist of this url: {url}. Add its SHA-1 fingerprint to the OIDC provider with AddFingerprintToOIDCProvider.',
);

export const tooManyFetches = errorKind(
  'ServiceUnavailable',
  503,
  'Too many issuers are being asked for their keys at this moment. Try again after the time in x-acs-retry-after.',
);

/** Everything that is wrong with a token, its provider or its issuer. */
export const tokenErrors = [
  providerNotRegistered,
  notTrusted,
  notThreeParts,
  notBase64Url,
  algorithmUnknown,
  contentInvalid,
  tokenExpired,
  audienceNotMatch,
  issuerNotMatch,
  signatureInvalid,
  issuerBroken,
  certificateNotTrusted,
  urlRefused,
  fingerprintMismatch,
  tooManyFetches,
] as const;
