// Made from the declarations of the server by npm run gen.

import { operation } from '../operation.ts';

const version = '2015-04-01';

export interface AssumeRoleRequest {
  /** ARN of the role to assume. 1 to 256 characters; acs:ram::<account>:role/<name>. */
  readonly RoleArn: string;
  /** Name of the session; audit records show it. 2 to 64 characters; letters, digits, "." "@" "-" "_". */
  readonly RoleSessionName: string;
  /** Seconds that the session lasts, up to the longest that the role allows. 900 to 43200, 3600 by default. */
  readonly DurationSeconds?: number | undefined;
  /** A policy that the session is narrowed to: it can do what both the role and this policy allow. 1 to 20000 characters. */
  readonly Policy?: string | undefined;
  /** The external id that the trust policy of the role asks for. 2 to 1224 characters; letters, digits, "_" "+" "=" "," "." "@" ":" "/" "-". */
  readonly ExternalId?: string | undefined;
  /** Who stands behind the caller; kept for the whole session. 2 to 64 characters; letters, digits, "." "@" "-" "_". */
  readonly SourceIdentity?: string | undefined;
}
export interface AssumeRoleReply {
  readonly RequestId: string;
  readonly AssumedRoleUser: {
    readonly Arn: string;
    readonly AssumedRoleId: string;
  };
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly AccessKeySecret: string;
    readonly SecurityToken: string;
    readonly Expiration: string;
  };
  readonly SourceIdentity?: string;
}
export type AssumeRoleCode =
  | 'InvalidParameter.PolicySize'
  | 'InvalidParameter.PolicyGrammar'
  | 'InvalidParameter.Policy'
  | 'InvalidParameter.DurationSeconds'
  | 'InvalidParameter.SourceIdentity'
  | 'LimitExceeded.RoleChain'
  | 'NoPermission'
  | 'EntityNotExist.Role'
  | 'MissingParameter.RoleArn'
  | 'InvalidParameter.RoleArn'
  | 'MissingParameter.RoleSessionName'
  | 'InvalidParameter.RoleSessionName'
  | 'InvalidParameter.Policy.Length'
  | 'InvalidParameter.ExternalId.Length'
  | 'InvalidParameter.ExternalId.InvalidChars'
  | 'InvalidParameter.SourceIdentity.Length'
  | 'InvalidParameter.SourceIdentity.InvalidChars';
/** Exchanges the identity of a RAM user or of a session for a session of a role. */
export const AssumeRole = /* @__PURE__ */ operation<AssumeRoleRequest, AssumeRoleReply, AssumeRoleCode>({ version, name: 'AssumeRole' });

export interface AssumeRoleWithOIDCRequest {
  /** ARN of the OIDC identity provider. 1 to 256 characters; acs:ram::<account>:oidc-provider/<name>. */
  readonly OIDCProviderArn: string;
  /** ARN of the role to assume. 1 to 256 characters; acs:ram::<account>:role/<name>. */
  readonly RoleArn: string;
  /** The token as the provider signed it. 4 to 20000 characters. */
  readonly OIDCToken: string;
  /** Name of the session; audit records show it. 2 to 64 characters; letters, digits, "." "@" "-" "_". */
  readonly RoleSessionName: string;
  /** A policy that the session is narrowed to: it can do what both the role and this policy allow. 1 to 20000 characters. */
  readonly Policy?: string | undefined;
  /** Seconds that the session lasts, up to the longest that the role allows. 900 to 43200, 3600 by default. */
  readonly DurationSeconds?: number | undefined;
}
export interface AssumeRoleWithOIDCReply {
  readonly RequestId: string;
  readonly AssumedRoleUser: {
    readonly Arn: string;
    readonly AssumedRoleId: string;
  };
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly AccessKeySecret: string;
    readonly SecurityToken: string;
    readonly Expiration: string;
  };
  readonly SourceIdentity?: string;
  readonly OIDCTokenInfo: {
    readonly Issuer: string;
    readonly Subject: string;
    readonly ClientIds: string;
    readonly IssuanceTime: string;
    readonly ExpirationTime: string;
    readonly VerificationInfo: string;
  };
}
export type AssumeRoleWithOIDCCode =
  | 'AuthenticationFail.NoPermission'
  | 'AuthenticationFail.OIDCToken.Invalid'
  | 'AuthenticationFail.OIDCToken.Expired'
  | 'AuthenticationFail.OIDCToken.AudienceNotMatch'
  | 'AuthenticationFail.OIDCToken.IssuerNotMatch'
  | 'AuthenticationFail.OIDCToken.InvalidSignature'
  | 'AuthenticationFail.OIDCToken.IssuerConfigurationBroken'
  | 'AuthenticationFail.OIDCToken.HttpsUrlInvalid'
  | 'AuthenticationFail.OIDCToken.PublicKeyFingerprintMismatch'
  | 'ServiceUnavailable'
  | 'EntityNotExist.Role'
  | 'InvalidParameter.DurationSeconds'
  | 'InvalidParameter.PolicySize'
  | 'InvalidParameter.PolicyGrammar'
  | 'MissingParameter.OIDCProviderArn'
  | 'InvalidParameter.OIDCProviderArn'
  | 'MissingParameter.RoleArn'
  | 'InvalidParameter.RoleArn'
  | 'MissingParameter.OIDCToken'
  | 'InvalidParameter.OIDCToken.Length'
  | 'MissingParameter.RoleSessionName'
  | 'InvalidParameter.RoleSessionName'
  | 'InvalidParameter.Policy.Length';
/** Exchanges the token of an OIDC provider for a session of a role. */
export const AssumeRoleWithOIDC = /* @__PURE__ */ operation<AssumeRoleWithOIDCRequest, AssumeRoleWithOIDCReply, AssumeRoleWithOIDCCode>({ version, name: 'AssumeRoleWithOIDC', anonymous: true });

export interface AssumeRoleWithSAMLRequest {
  /** ARN of the SAML identity provider. 1 to 256 characters; acs:ram::<account>:saml-provider/<name>. */
  readonly SAMLProviderArn: string;
  /** ARN of the role to assume. 1 to 256 characters; acs:ram::<account>:role/<name>. */
  readonly RoleArn: string;
  /** The whole SAML response, in Base64. 4 to 100000 characters; letters, digits, "+" "/" "=" "" "
". */
  readonly SAMLAssertion: string;
  /** A policy that the session is narrowed to: it can do what both the role and this policy allow. 1 to 20000 characters. */
  readonly Policy?: string | undefined;
  /** Seconds that the session lasts, up to the longest that the role allows. 900 to 43200, 3600 by default. */
  readonly DurationSeconds?: number | undefined;
}
export interface AssumeRoleWithSAMLReply {
  readonly RequestId: string;
  readonly AssumedRoleUser: {
    readonly Arn: string;
    readonly AssumedRoleId: string;
  };
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly AccessKeySecret: string;
    readonly SecurityToken: string;
    readonly Expiration: string;
  };
  readonly SourceIdentity?: string;
  readonly SAMLAssertionInfo: {
    readonly SubjectType: string;
    readonly Subject: string;
    readonly Recipient: string;
    readonly Issuer: string;
  };
}
export type AssumeRoleWithSAMLCode =
  | 'EntityNotExist.SAMLProvider'
  | 'AuthenticationFail.IDPMetadata.Invalid'
  | 'AuthenticationFail.SAMLAssertion.Invalid'
  | 'AuthenticationFail.SAMLAssertion.Expired'
  | 'EntityNotExist.RoleArn'
  | 'NoPermission'
  | 'InvalidParameter.DurationSeconds'
  | 'InvalidParameter.PolicySize'
  | 'InvalidParameter.PolicyGrammar'
  | 'MissingParameter.SAMLProviderArn'
  | 'InvalidParameter.SAMLProviderArn'
  | 'MissingParameter.RoleArn'
  | 'InvalidParameter.RoleArn'
  | 'MissingParameter.SAMLAssertion'
  | 'InvalidParameter.SAMLAssertion.Length'
  | 'InvalidParameter.SAMLAssertion.InvalidChars'
  | 'InvalidParameter.Policy.Length';
/** Exchanges the assertion of a SAML provider for a session of a role. */
export const AssumeRoleWithSAML = /* @__PURE__ */ operation<AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLReply, AssumeRoleWithSAMLCode>({ version, name: 'AssumeRoleWithSAML', anonymous: true });

export interface GetCallerIdentityRequest {}
export interface GetCallerIdentityReply {
  readonly RequestId: string;
  readonly AccountId: string;
  readonly IdentityType: string;
  readonly PrincipalId: string;
  readonly UserId?: string;
  readonly RoleId?: string;
  readonly Arn: string;
}
export type GetCallerIdentityCode = never;
/** Tells the caller who it is. */
export const GetCallerIdentity = /* @__PURE__ */ operation<GetCallerIdentityRequest, GetCallerIdentityReply, GetCallerIdentityCode>({ version, name: 'GetCallerIdentity' });
