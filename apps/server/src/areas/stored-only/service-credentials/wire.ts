/** Service credentials as IMS shows them. */
import { type Rendered, secretField, textField, timeField } from '../../../kernel/response.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import type { OwnedCredential } from './service-credential.ts';

export const credentialFields = {
  ServiceCredentialId: textField,
  ServiceCredentialName: textField,
  ServiceName: textField,
  UserPrincipalName: textField,
  Status: textField,
  CreateTime: timeField,
  ExpirationTime: timeField,
} as const;

/** A credential with its secret: the reply to CreateServiceCredential, the only one that ever shows it. */
export const newCredentialFields = { ...credentialFields, ServiceCredentialSecret: secretField } as const;

/** Fills `credentialFields`. */
export function credentialMembers(credential: OwnedCredential): Rendered<typeof credentialFields> {
  const { expiresAt } = credential;
  return {
    ServiceCredentialId: credential.credentialId,
    ServiceCredentialName: credential.name,
    ServiceName: credential.serviceName,
    UserPrincipalName: credential.principalName,
    Status: credential.status,
    CreateTime: isoSeconds(credential.createdAt),
    ExpirationTime: expiresAt === undefined ? '' : isoSeconds(expiresAt),
  };
}
