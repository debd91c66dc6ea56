/** What AssumeRoleWithSAML can answer beside what all sessions share (spec: domain 2.9). */
import { errorKind } from '../../../kernel/errors.ts';

export const samlProviderNotExist = errorKind(
  'EntityNotExist.SAMLProvider',
  404,
  'No SAML provider "{provider}" is registered in the account {account}.',
);

export const samlRoleNotExist = errorKind(
  'EntityNotExist.RoleArn',
  404,
  'The role "{role}" does not exist in the account {account}.',
);

export const metadataMissing = errorKind(
  'AuthenticationFail.IDPMetadata.Invalid',
  401,
  'The SAML provider "{provider}" has no metadata, so nothing can be checked against it. Give it by UpdateSAMLProvider.',
);

export const assertionInvalid = errorKind(
  'AuthenticationFail.SAMLAssertion.Invalid',
  401,
  'The SAML response is refused: {problem}.',
);

export const assertionExpired = errorKind(
  'AuthenticationFail.SAMLAssertion.Expired',
  401,
  'The SAML response has expired: {problem}. Log on at the identity provider again.',
);

export const assertionSpent = errorKind(
  'AuthenticationFail.SAMLAssertion.Invalid',
  401,
  'The SAML response was used before, and each is taken once. Log on at the identity provider again.',
);

export const roleTrustsNot = errorKind(
  'NoPermission',
  403,
  'You are not authorized to do this action. The trust policy of the role "{role}" does not allow the SAML provider "{provider}" to assume it.',
);
