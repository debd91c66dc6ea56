/** Whose service credentials a call is about, and what the owner may do without a policy. */
import { apiError } from '../../../kernel/errors.ts';
import type { ResourceName } from '../../../kernel/operation.ts';
import type { Localized } from '../../../kernel/parameters.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { imsKeyTarget } from '../../access-keys/index.ts';
import { openToUsers, securityPreference } from '../../security-preference/index.ts';
import { findUsersById, type Subject, withPrincipalNames } from '../../users/index.ts';
import { credentialNotExist } from './errors.ts';
import type { OwnedCredential, ServiceCredential } from './service-credential.ts';
import { findCredential } from './store.ts';

/** What a call is about, as far as its authorization asks. */
export interface CredentialTarget {
  readonly resource: ResourceName;
  /** Whether the credentials are the caller's own, and the account lets its users manage theirs. */
  readonly selfManaged: boolean;
}

/**
 * The target of a call on the credentials of one user.
 *
 * @param userPrincipalName absent for the caller
 */
export async function credentialTarget(
  scope: Scope,
  { userPrincipalName }: { readonly userPrincipalName?: string },
): Promise<CredentialTarget> {
  const { resource, own } = await imsKeyTarget(scope, userPrincipalName);
  return { resource, selfManaged: own && (await securityPreference(scope)).manageServiceCredentials };
}

/** Credentials that a policy lets anybody manage, and the account its users, each their own; an explicit deny wins. */
export const ofCredentialManager = {
  kind: 'policy',
  resources: (_command: unknown, target: CredentialTarget) => [target.resource],
  selfService: (target: CredentialTarget) => target.selfManaged,
} as const;

/** The summary of an operation that is authorized so. */
export function credentialSummary(summary: Localized): Localized {
  return openToUsers('AllowUserToManageServiceCredentials', summary);
}

/**
 * Finds the credential that a call names.
 *
 * @throws ApiError `EntityNotExist.User.ServiceCredential`, also for one of somebody else
 */
export async function credentialOf(
  scope: Scope,
  owner: Subject,
  credentialId: string,
): Promise<ServiceCredential> {
  const credential = await findCredential(scope, owner.id, credentialId);
  if (credential === undefined) {
    throw apiError(credentialNotExist, { credential: credentialId, owner: owner.title });
  }
  return credential;
}

/** Credentials with the names of their owners, by one query for all. */
export async function withOwners(
  scope: Scope,
  credentials: readonly ServiceCredential[],
): Promise<OwnedCredential[]> {
  const ids = new Set(credentials.map(({ ownerId }) => ownerId).filter(id => id !== ''));
  const users = await withPrincipalNames(scope, [...(await findUsersById(scope, [...ids])).values()]);
  const names = new Map(users.map(({ userId, principalName }) => [userId, principalName]));
  return credentials.map(each => ({ ...each, principalName: names.get(each.ownerId) ?? '' }));
}

/** A credential with the name of its owner. */
export async function withOwner(scope: Scope, credential: ServiceCredential): Promise<OwnedCredential> {
  const [owned = { ...credential, principalName: '' }] = await withOwners(scope, [credential]);
  return owned;
}
