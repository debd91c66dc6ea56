import { type Caller, callerArn, type Identity, principalId } from '../../kernel/identity.ts';
import { object, optional, type Rendered, secretField, textField, timeField } from '../../kernel/response.ts';

/** Who somebody is (spec: wire 7.4). */
export const callerIdentityFields = {
  AccountId: textField,
  IdentityType: textField,
  PrincipalId: textField,
  UserId: textField,
  Arn: textField,
} as const;

const identityTypes = { root: 'Account', user: 'RAMUser', gateway: 'GatewayToken' } as const;

/** Fills `callerIdentityFields`. */
export function callerIdentity(caller: Caller | Identity): Rendered<typeof callerIdentityFields> {
  return {
    AccountId: caller.accountId,
    IdentityType: identityTypes[caller.kind],
    PrincipalId: principalId(caller),
    UserId: principalId(caller),
    Arn: callerArn(caller),
  };
}

/** Who a session acts as, and the keys to do so. */
export const sessionFields = {
  AssumedRoleUser: object({ Arn: textField, AssumedRoleId: textField }),
  Credentials: object({
    AccessKeyId: textField,
    AccessKeySecret: secretField,
    SecurityToken: secretField,
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
