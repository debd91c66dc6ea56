/** The SQL of OIDC providers. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { commaList } from '../../kernel/text/list-text.ts';
import {
  count,
  insert,
  nextEpoch,
  type OidcProvidersTable,
  remove,
  select,
  update,
} from '../../store/index.ts';
import { issuerKey, type OidcProvider } from './oidc-provider.ts';

/** Providers of one account: as many as their quota can be set to. */
const MOST = 10_000;

/** @returns undefined when the account has no provider of this name, whatever its case */
export async function findOidcProvider(scope: Scope, name: string): Promise<OidcProvider | undefined> {
  const row = await select(scope, 'oidc_providers')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row && providerOf(row);
}

/**
 * Finds who has an issuer, however it is spelt.
 *
 * @returns undefined when the account has no provider with it
 */
export async function findOidcProviderByIssuer(
  scope: Scope,
  issuerUrl: string,
): Promise<OidcProvider | undefined> {
  const key = issuerKey(issuerUrl);
  const providers = await listOidcProvidersAfter(scope, undefined, MOST);
  return providers.find(provider => issuerKey(provider.issuerUrl) === key);
}

/**
 * Providers in the order of their names.
 *
 * @param after name key behind which to begin
 * @param limit rows at most
 */
export async function listOidcProvidersAfter(
  scope: Scope,
  after: string | undefined,
  limit: number,
): Promise<OidcProvider[]> {
  const ordered = select(scope, 'oidc_providers').selectAll().orderBy('name_key').limit(limit);
  const rows = await (after === undefined ? ordered : ordered.where('name_key', '>', after)).execute();
  return rows.map(providerOf);
}

/** How many providers the account has. */
export function countOidcProviders(scope: Scope): Promise<number> {
  return count(scope, 'oidc_providers');
}

/** Stores a new provider; the caller has seen that its name and its issuer are free. */
export function insertOidcProvider(scope: ChangeScope, provider: OidcProvider): Promise<void> {
  return insert(scope, 'oidc_providers', {
    provider_id: provider.providerId,
    name_key: nameKey(provider.name),
    session_epoch: 0,
    ...columnsOf(provider),
  });
}

/** Stores a provider as it now is. */
export async function updateOidcProviderRow(scope: ChangeScope, provider: OidcProvider): Promise<void> {
  await update(scope, 'oidc_providers')
    .set(columnsOf(provider))
    .where('name_key', '=', nameKey(provider.name))
    .execute();
}

/** Begins another epoch of a provider: sessions that were born in one before have ended. */
export async function endSessionsOfOidcProvider(scope: ChangeScope, { name }: OidcProvider): Promise<void> {
  await update(scope, 'oidc_providers')
    .set({ session_epoch: nextEpoch(scope.now) })
    .where('name_key', '=', nameKey(name))
    .execute();
}

export async function removeOidcProviderRow(scope: ChangeScope, { name }: OidcProvider): Promise<void> {
  await remove(scope, 'oidc_providers').where('name_key', '=', nameKey(name)).execute();
}

function columnsOf(
  provider: OidcProvider,
): Omit<OidcProvidersTable, 'account_id' | 'provider_id' | 'name_key' | 'session_epoch'> {
  return {
    name: provider.name,
    issuer_url: provider.issuerUrl,
    client_ids: commaList.textOf(provider.clientIds),
    fingerprints: commaList.textOf(provider.fingerprints),
    issuance_limit_hours: provider.issuanceLimitTime,
    description: provider.description,
    created_at: provider.createdAt,
    updated_at: provider.updatedAt,
  };
}

function providerOf(row: OidcProvidersTable): OidcProvider {
  return {
    providerId: row.provider_id,
    name: row.name,
    issuerUrl: row.issuer_url,
    clientIds: commaList.itemsOf(row.client_ids),
    fingerprints: commaList.itemsOf(row.fingerprints),
    issuanceLimitTime: row.issuance_limit_hours,
    description: row.description,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
