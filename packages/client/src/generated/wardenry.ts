// Made from the declarations of the server by npm run gen.

import { type JsonInput, operation } from '../operation.ts';

const version = '2026-11-01';

export interface AuthorizeRequest {
  /** What is asked. It holds a list of {principal | accessKeyId, action, resource, context?, resourceGroupId?, resourceTags?, controlPolicies?}. */
  readonly checks: JsonInput;
  /** Whether to say why: the step, the policies and the statements that decided. false by default. */
  readonly explain?: boolean | undefined;
  /** Answers Allow to everything, says in wouldBe what the decision would have been, and records it: for services that are about to be guarded. false by default. */
  readonly dryRun?: boolean | undefined;
}
export interface AuthorizeReply {
  readonly RequestId: string;
  readonly decisions: readonly {
    readonly decision: string;
    readonly wouldBe?: string;
    readonly explanation?: unknown;
  }[];
}
export type AuthorizeCode =
  | 'EntityNotExist.Principal'
  | 'InvalidPrincipal.Inactive'
  | 'DecisionTooCostly'
  | 'MissingParameter.checks'
  | 'InvalidParameter.checks'
  | 'InvalidParameter.explain.Format'
  | 'InvalidParameter.dryRun.Format';
/** Decides whether principals of the account may do something, each check in its order. */
export const Authorize = /* @__PURE__ */ operation<AuthorizeRequest, AuthorizeReply, AuthorizeCode>({ version, name: 'Authorize' });

export interface CreateGatewayTokenRequest {
  /** Which proxy presents it. 1 to 128 characters; all characters except control characters other than line breaks and tabs. */
  readonly Description?: string | undefined;
  /** Whether the proxy is told to let every request pass; what would have been refused is recorded. For services that are about to be guarded: no header of a request can ask for it. false by default. */
  readonly DryRun?: boolean | undefined;
}
export interface CreateGatewayTokenReply {
  readonly RequestId: string;
  readonly GatewayToken: {
    readonly TokenId: string;
    readonly Description: string;
    readonly DryRun: boolean;
    readonly CreateDate: string;
    readonly Token: string;
  };
}
export type CreateGatewayTokenCode =
  | 'LimitExceeded.GatewayToken'
  | 'InvalidParameter.Description.Length'
  | 'InvalidParameter.Description.InvalidChars'
  | 'InvalidParameter.DryRun.Format';
/** Creates a token with which a proxy asks at /v1/auth-request about the requests it receives; it is shown this once and can do nothing else. */
export const CreateGatewayToken = /* @__PURE__ */ operation<CreateGatewayTokenRequest, CreateGatewayTokenReply, CreateGatewayTokenCode>({ version, name: 'CreateGatewayToken' });

export interface DeleteGatewayTokenRequest {
  /** Id of the token: what stands before its dot. 1 to 64 characters; letters, digits, "-". */
  readonly TokenId: string;
}
export interface DeleteGatewayTokenReply {
  readonly RequestId: string;
}
export type DeleteGatewayTokenCode =
  | 'EntityNotExist.GatewayToken'
  | 'MissingTokenId'
  | 'InvalidParameter.TokenId.Length'
  | 'InvalidParameter.TokenId.InvalidChars';
/** Deletes a gateway token; whoever presents it is refused from then on, on every node. */
export const DeleteGatewayToken = /* @__PURE__ */ operation<DeleteGatewayTokenRequest, DeleteGatewayTokenReply, DeleteGatewayTokenCode>({ version, name: 'DeleteGatewayToken' });

export interface EndAccountSessionsRequest {}
export interface EndAccountSessionsReply {
  readonly RequestId: string;
}
export type EndAccountSessionsCode = never;
/** Ends every session of the roles of this account, and every session that its users or identity providers began elsewhere. */
export const EndAccountSessions = /* @__PURE__ */ operation<EndAccountSessionsRequest, EndAccountSessionsReply, EndAccountSessionsCode>({ version, name: 'EndAccountSessions' });

export interface EndOIDCProviderSessionsRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
}
export interface EndOIDCProviderSessionsReply {
  readonly RequestId: string;
}
export type EndOIDCProviderSessionsCode =
  | 'EntityNotExist.OIDCProvider'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format';
/** Ends every session that began with a token of an OIDC provider. */
export const EndOIDCProviderSessions = /* @__PURE__ */ operation<EndOIDCProviderSessionsRequest, EndOIDCProviderSessionsReply, EndOIDCProviderSessionsCode>({ version, name: 'EndOIDCProviderSessions' });

export interface EndRoleSessionsRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
}
export interface EndRoleSessionsReply {
  readonly RequestId: string;
}
export type EndRoleSessionsCode =
  | 'EntityNotExist.Role'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars';
/** Ends every session of a role; who may assume it can do so again. */
export const EndRoleSessions = /* @__PURE__ */ operation<EndRoleSessionsRequest, EndRoleSessionsReply, EndRoleSessionsCode>({ version, name: 'EndRoleSessions' });

export interface EndSAMLProviderSessionsRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly SAMLProviderName: string;
}
export interface EndSAMLProviderSessionsReply {
  readonly RequestId: string;
}
export type EndSAMLProviderSessionsCode =
  | 'EntityNotExist.SAMLProvider'
  | 'MissingSAMLProviderName'
  | 'InvalidParameter.SAMLProviderName.Length'
  | 'InvalidParameter.SAMLProviderName.InvalidChars'
  | 'InvalidParameter.SAMLProviderName.Format';
/** Ends every session that began with an assertion of a SAML provider. */
export const EndSAMLProviderSessions = /* @__PURE__ */ operation<EndSAMLProviderSessionsRequest, EndSAMLProviderSessionsReply, EndSAMLProviderSessionsCode>({ version, name: 'EndSAMLProviderSessions' });

export interface EndUserSessionsRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface EndUserSessionsReply {
  readonly RequestId: string;
}
export type EndUserSessionsCode =
  | 'EntityNotExist.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Ends every session of roles that a user has assumed, with whichever AccessKey. */
export const EndUserSessions = /* @__PURE__ */ operation<EndUserSessionsRequest, EndUserSessionsReply, EndUserSessionsCode>({ version, name: 'EndUserSessions' });

export interface GetServerInfoRequest {}
export interface GetServerInfoReply {
  readonly RequestId: string;
  readonly Name: string;
  readonly Version: string;
  readonly Database: string;
  readonly AccountCount: number;
}
export type GetServerInfoCode = never;
/** Tells what the server is and how many accounts it holds. */
export const GetServerInfo = /* @__PURE__ */ operation<GetServerInfoRequest, GetServerInfoReply, GetServerInfoCode>({ version, name: 'GetServerInfo' });

export interface ListGatewayTokensRequest {}
export interface ListGatewayTokensReply {
  readonly RequestId: string;
  readonly GatewayTokens: {
    readonly GatewayToken: readonly {
      readonly TokenId: string;
      readonly Description: string;
      readonly DryRun: boolean;
      readonly CreateDate: string;
    }[];
  };
}
export type ListGatewayTokensCode = never;
/** Lists the gateway tokens of the account, the oldest first. */
export const ListGatewayTokens = /* @__PURE__ */ operation<ListGatewayTokensRequest, ListGatewayTokensReply, ListGatewayTokensCode>({ version, name: 'ListGatewayTokens' });

export interface VerifyRequestRequest {
  /** Method of the request. 1 to 32 characters. */
  readonly method: string;
  /** Path as it was received, still percent-encoded. 1 to 65536 characters. */
  readonly path: string;
  /** Query as it was received, still percent-encoded, without the question mark. 1 to 65536 characters. */
  readonly query?: string | undefined;
  /** Headers as they were received; what is not signed may be left out, but no x-acs-* header. It holds an object of values, or of lists of values, by name; or a list of names and values in turn. */
  readonly headers: JsonInput;
  /** Body as it was received, in base64. 1 to 900000 characters; base64 with padding. */
  readonly body?: string | undefined;
  /** In place of the body: its digest in lower-case hexadecimal, by the hash of the signature. RPC V1 signs the form itself, so that it needs the body. 64 to 64 characters; 64 lower-case hexadecimal digits. */
  readonly bodySha256?: string | undefined;
  /** What the request would do, to have it decided as well. It holds {action, resource, context?, resourceGroupId?, resourceTags?, controlPolicies?}. */
  readonly check?: JsonInput | undefined;
  /** Whether to say why: the step, the policies and the statements that decided. false by default. */
  readonly explain?: boolean | undefined;
  /** Answers Allow to everything, says in wouldBe what the decision would have been, and records it: for services that are about to be guarded. false by default. */
  readonly dryRun?: boolean | undefined;
}
export interface VerifyRequestReply {
  readonly RequestId: string;
  readonly identity?: {
    readonly AccountId: string;
    readonly IdentityType: string;
    readonly PrincipalId: string;
    readonly UserId?: string;
    readonly RoleId?: string;
    readonly Arn: string;
  };
  readonly unsignedParameters: readonly string[];
  readonly refusal?: {
    readonly code: string;
    readonly message: string;
    readonly status: number;
  };
  readonly decision?: string;
  readonly wouldBe?: string;
  readonly explanation?: unknown;
}
export type VerifyRequestCode =
  | 'InvalidProxyRequest'
  | 'InvalidParameter.bodySha256'
  | 'DecisionTooCostly'
  | 'Missingmethod'
  | 'InvalidParameter.method.Length'
  | 'Missingpath'
  | 'InvalidParameter.path.Length'
  | 'InvalidParameter.query.Length'
  | 'MissingParameter.headers'
  | 'InvalidParameter.headers'
  | 'InvalidParameter.body.Length'
  | 'InvalidParameter.body.Format'
  | 'InvalidParameter.bodySha256.Length'
  | 'InvalidParameter.bodySha256.Format'
  | 'InvalidParameter.check'
  | 'InvalidParameter.explain.Format'
  | 'InvalidParameter.dryRun.Format';
/** Verifies a signed request that a service received, tells who sent it and, if asked, whether it is allowed. */
export const VerifyRequest = /* @__PURE__ */ operation<VerifyRequestRequest, VerifyRequestReply, VerifyRequestCode>({ version, name: 'VerifyRequest' });
