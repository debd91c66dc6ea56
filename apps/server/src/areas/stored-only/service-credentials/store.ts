/** The SQL of service credentials. */
import type { ChangeScope, Scope } from '../../../kernel/scope.ts';
import { count, insert, remove, type ServiceCredentialsTable, select, update } from '../../../store/index.ts';
import type { ServiceCredential } from './service-credential.ts';

// All but the hash of the secret, which nothing asks for.
const shownColumns = [
  'credential_id',
  'owner_id',
  'name',
  'service_name',
  'status',
  'expires_at',
  'created_at',
] as const;

/** Whose credentials to list, and for which service. */
export interface CredentialFilter {
  /** Empty for the account itself; absent for everybody. */
  readonly ownerId?: string | undefined;
  readonly serviceName?: string | undefined;
}

/**
 * Credentials in the order of their ids.
 *
 * @param after id behind which to begin
 * @param limit rows at most
 */
export async function listCredentialsAfter(
  scope: Scope,
  { ownerId, serviceName }: CredentialFilter,
  after: string | undefined,
  limit: number,
): Promise<ServiceCredential[]> {
  let credentials = select(scope, 'service_credentials')
    .select(shownColumns)
    .orderBy('credential_id')
    .limit(limit);
  if (ownerId !== undefined) credentials = credentials.where('owner_id', '=', ownerId);
  if (serviceName !== undefined) credentials = credentials.where('service_name', '=', serviceName);
  if (after !== undefined) credentials = credentials.where('credential_id', '>', after);
  return (await credentials.execute()).map(credentialOf);
}

/** @returns undefined when the owner has no such credential */
export async function findCredential(
  scope: Scope,
  ownerId: string,
  credentialId: string,
): Promise<ServiceCredential | undefined> {
  const row = await select(scope, 'service_credentials')
    .select(shownColumns)
    .where('credential_id', '=', credentialId)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
  return row && credentialOf(row);
}

/** How many credentials an owner has for a service. */
export function countCredentialsFor(scope: Scope, ownerId: string, serviceName: string): Promise<number> {
  return count(scope, 'service_credentials', credentials =>
    credentials.where('owner_id', '=', ownerId).where('service_name', '=', serviceName),
  );
}

/**
 * Stores a new credential.
 *
 * @param secretHash SHA-256 of the secret, in hexadecimal
 */
export function insertCredential(
  scope: ChangeScope,
  credential: ServiceCredential,
  secretHash: string,
): Promise<void> {
  return insert(scope, 'service_credentials', {
    credential_id: credential.credentialId,
    owner_id: credential.ownerId,
    name: credential.name,
    service_name: credential.serviceName,
    status: credential.status,
    secret_hash: secretHash,
    expires_at: credential.expiresAt ?? null,
    created_at: credential.createdAt,
  });
}

/** Stores what may change of a credential. */
export async function updateCredentialRow(
  scope: ChangeScope,
  { credentialId, name, status }: ServiceCredential,
): Promise<void> {
  await update(scope, 'service_credentials')
    .set({ name, status })
    .where('credential_id', '=', credentialId)
    .execute();
}

export async function removeCredential(
  scope: ChangeScope,
  { credentialId }: ServiceCredential,
): Promise<void> {
  await remove(scope, 'service_credentials').where('credential_id', '=', credentialId).execute();
}

/** Removes everything that an owner has. */
export async function removeCredentialsOf(scope: ChangeScope, ownerId: string): Promise<void> {
  await remove(scope, 'service_credentials').where('owner_id', '=', ownerId).execute();
}

function credentialOf(row: Pick<ServiceCredentialsTable, (typeof shownColumns)[number]>): ServiceCredential {
  return {
    credentialId: row.credential_id,
    ownerId: row.owner_id,
    name: row.name,
    serviceName: row.service_name,
    status: row.status,
    expiresAt: row.expires_at ?? undefined,
    createdAt: row.created_at,
  };
}
