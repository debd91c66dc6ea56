import { type Caller, callerArn, type Identity, principalId } from '../../kernel/callers/identity.ts';
import type { RecordedCredentials } from '../../kernel/callers/sessions.ts';
import { object, optional, type Rendered, secretField, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { IssuedSession } from './session/issue-session.ts';

/** Who somebody is (spec: wire 7.4). */
export const callerIdentityFields = {
  AccountId: textField,
  IdentityType: textField,
  PrincipalId: textField,
  /** Of the account itself, and of users. */
  UserId: optional(textField),
  /** Of sessions. */
  RoleId: optional(textField),
  Arn: textField,
} as const;

const identityTypes = {
  root: 'Account',
  user: 'RAMUser',
  session: 'AssumedRoleUser',
  gateway: 'GatewayToken',
  federated: 'Federated',
} as const;

/** Fills `callerIdentityFields`. */
export function callerIdentity(caller: Caller | Identity): Rendered<typeof callerIdentityFields> {
  return {
    AccountId: caller.accountId,
    IdentityType: identityTypes[caller.kind],
    PrincipalId: principalId(caller),
    ...(caller.kind === 'session' ? { RoleId: caller.roleId } : { UserId: principalId(caller) }),
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

/** Fills `sessionFields`; its ARN is that of a session under the role, unlike that which the session is told later. */
export function sessionMembers({
  identity,
  credentials,
  expiresAt,
}: IssuedSession): Rendered<typeof sessionFields> {
  const { accountId, roleId, roleName, sessionName, sourceIdentity } = identity;
  return {
    AssumedRoleUser: {
      Arn: `acs:ram::${accountId}:role/${roleName}/${sessionName}`,
      AssumedRoleId: `${roleId}:${sessionName}`,
    },
    Credentials: {
      AccessKeyId: credentials.accessKeyId,
      AccessKeySecret: credentials.accessKeySecret,
      SecurityToken: credentials.securityToken,
      Expiration: isoSeconds(expiresAt),
    },
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
  };
}

/** What is written down of a session that was given out. */
export function recordedCredentials({ credentials, expiresAt }: IssuedSession): RecordedCredentials {
  return { accessKeyId: credentials.accessKeyId, expiration: isoSeconds(expiresAt) };
}

/** What the assertion of a SAML provider said. */
export const samlAssertionFields = {
  SubjectType: textField,
  Subject: textField,
  Recipient: textField,
  Issuer: textField,
} as const;
