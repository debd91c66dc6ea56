import { object, optional, textField, timeField } from '../../kernel/response.ts';

/** Who a session acts as, and the keys to do so. */
export const sessionFields = {
  AssumedRoleUser: object({ Arn: textField, AssumedRoleId: textField }),
  Credentials: object({
    AccessKeyId: textField,
    AccessKeySecret: textField,
    SecurityToken: textField,
    Expiration: timeField,
  }),
  SourceIdentity: optional(textField),
} as const;

/** What the assertion of a SAML provider said. */
export const samlAssertionFields = {
  SubjectType: textField,
  Subject: textField,
  Recipient: textField,
  Issuer: textField,
} as const;

/** What the token of an OIDC provider said. */
export const oidcTokenFields = {
  Issuer: textField,
  Subject: textField,
  ClientIds: textField,
  IssuanceTime: timeField,
  ExpirationTime: timeField,
  VerificationInfo: textField,
} as const;
