/** Parameters of the operations that exchange one identity for another (spec: wire 7). */
import { integer, lettersDigitsAnd, type TextFormat, text } from '../../kernel/parameters.ts';
import { type RamKind, ramResource } from './ram-arn.ts';

/** Longer than any ARN that can be well formed. */
const longestArn = 256;

function arnOf(kind: RamKind): TextFormat {
  const form = `acs:ram::<account>:${kind}/<name>`;
  return { label: [form, form], accepts: arn => ramResource(arn, kind) !== undefined };
}

/** The role that the caller wants to become. */
export const roleArn = text('RoleArn', {
  required: true,
  min: 1,
  max: longestArn,
  format: arnOf('role'),
  missingCode: 'MissingParameter.RoleArn',
  invalidCode: 'InvalidParameter.RoleArn',
  doc: ['ARN of the role to assume.', '要扮演的角色的 ARN。'],
});

/** What the session is to be called in audit records. */
export const roleSessionName = text('RoleSessionName', {
  required: true,
  min: 2,
  max: 64,
  characters: lettersDigitsAnd('.@-_'),
  missingCode: 'MissingParameter.RoleSessionName',
  invalidCode: 'InvalidParameter.RoleSessionName',
  doc: ['Name of the session; audit records show it.', '会话名称，用于在审计记录中区分调用者。'],
});

/** How long the session lasts; the role may set a lower bound. */
export const durationSeconds = integer('DurationSeconds', {
  min: 900,
  max: 43_200,
  default: 3600,
  invalidCode: 'InvalidParameter.DurationSeconds',
  doc: [
    'Seconds that the session lasts, up to the longest that the role allows.',
    '会话有效期（秒），不超过角色的最大会话时间。',
  ],
});

/**
 * What the session is narrowed to. Its length has a documented code of its own, which the rule answers; the bound here only
 * keeps absurd texts away from it. An empty one is refused there: whoever wanted to narrow must not get everything.
 */
export const sessionPolicy = text('Policy', {
  min: 1,
  max: 20_000,
  emptyIsSent: true,
  doc: [
    'A policy that the session is narrowed to: it can do what both the role and this policy allow.',
    '会话策略：会话的权限为角色权限与该策略的交集。',
  ],
});

/** A word that a trust policy may ask for. */
export const externalId = text('ExternalId', {
  min: 2,
  max: 1224,
  characters: lettersDigitsAnd('_+=,.@:/-'),
  doc: ['The external id that the trust policy of the role asks for.', '角色信任策略要求的外部 ID。'],
});

/** Who stands behind the caller. */
export const sourceIdentity = text('SourceIdentity', {
  min: 2,
  max: 64,
  characters: lettersDigitsAnd('.@-_'),
  doc: [
    'Who stands behind the caller; kept for the whole session.',
    '调用者背后的实际身份，在会话期间保留。',
  ],
});

/** The provider whose assertion is presented. */
export const samlProviderArn = text('SAMLProviderArn', {
  required: true,
  min: 1,
  max: longestArn,
  format: arnOf('saml-provider'),
  missingCode: 'MissingParameter.SAMLProviderArn',
  invalidCode: 'InvalidParameter.SAMLProviderArn',
  doc: ['ARN of the SAML identity provider.', 'SAML 身份提供商的 ARN。'],
});

/** The proof that the provider gave. */
export const samlAssertion = text('SAMLAssertion', {
  required: true,
  min: 4,
  max: 100_000,
  characters: lettersDigitsAnd('+/=\r\n'),
  sensitive: true,
  missingCode: 'MissingParameter.SAMLAssertion',
  doc: ['The whole SAML response, in Base64.', '完整的 SAML 响应，Base64 编码。'],
});

/** The provider whose token is presented. */
export const oidcProviderArn = text('OIDCProviderArn', {
  required: true,
  min: 1,
  max: longestArn,
  format: arnOf('oidc-provider'),
  missingCode: 'MissingParameter.OIDCProviderArn',
  invalidCode: 'InvalidParameter.OIDCProviderArn',
  doc: ['ARN of the OIDC identity provider.', 'OIDC 身份提供商的 ARN。'],
});

/** The proof that the provider gave. */
export const oidcToken = text('OIDCToken', {
  required: true,
  min: 4,
  max: 20_000,
  sensitive: true,
  missingCode: 'MissingParameter.OIDCToken',
  doc: ['The token as the provider signed it.', '身份提供商签发的令牌原文。'],
});
