/** The SQL of SAML providers. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import {
  count,
  insert,
  nextEpoch,
  remove,
  type SamlProvidersTable,
  select,
  update,
} from '../../store/index.ts';
import { metadataColumns, metadataIn } from './metadata/metadata-columns.ts';
import type { ListedSamlProvider, SamlProvider } from './saml-provider.ts';

/** @returns undefined when the account has no provider of this name, whatever its case */
export async function findSamlProvider(scope: Scope, name: string): Promise<SamlProvider | undefined> {
  const row = await select(scope, 'saml_providers')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row && providerOf(row);
}

// Without the documents, of which a page would hold megabytes.
const listedColumns = ['name', 'description', 'created_at', 'updated_at'] as const;

/**
 * Providers in the order of their names.
 *
 * @param after name key behind which to begin
 * @param limit rows at most
 */
export async function listSamlProvidersAfter(
  scope: Scope,
  after: string | undefined,
  limit: number,
): Promise<ListedSamlProvider[]> {
  const ordered = select(scope, 'saml_providers').select(listedColumns).orderBy('name_key').limit(limit);
  const rows = await (after === undefined ? ordered : ordered.where('name_key', '>', after)).execute();
  return rows.map(listedOf);
}

/** How many providers the account has. */
export function countSamlProviders(scope: Scope): Promise<number> {
  return count(scope, 'saml_providers');
}

/** Stores a new provider; the caller has seen that its name is free. */
export function insertSamlProvider(scope: ChangeScope, provider: SamlProvider): Promise<void> {
  return insert(scope, 'saml_providers', {
    provider_id: provider.providerId,
    name: provider.name,
    name_key: nameKey(provider.name),
    session_epoch: provider.sessionEpoch,
    created_at: provider.createdAt,
    ...changingColumns(provider),
  });
}

/** Stores what may change of a provider. */
export async function updateSamlProviderRow(scope: ChangeScope, provider: SamlProvider): Promise<void> {
  await update(scope, 'saml_providers')
    .set(changingColumns(provider))
    .where('provider_id', '=', provider.providerId)
    .execute();
}

/** Begins another epoch of a provider: sessions that were born in one before have ended. */
export async function endSessionsOfSamlProvider(scope: ChangeScope, providerId: string): Promise<void> {
  await update(scope, 'saml_providers')
    .set({ session_epoch: nextEpoch(scope.now) })
    .where('provider_id', '=', providerId)
    .execute();
}

export async function removeSamlProviderRow(scope: ChangeScope, { providerId }: SamlProvider): Promise<void> {
  await remove(scope, 'saml_providers').where('provider_id', '=', providerId).execute();
}

function changingColumns(provider: SamlProvider) {
  return {
    description: provider.description,
    sign_algorithm: provider.signAlgorithm,
    updated_at: provider.updatedAt,
    ...metadataColumns(provider.metadata),
  };
}

function providerOf(row: SamlProvidersTable): SamlProvider {
  return {
    ...listedOf(row),
    providerId: row.provider_id,
    metadata: metadataIn(row),
    signAlgorithm: row.sign_algorithm,
    sessionEpoch: row.session_epoch,
  };
}

function listedOf(row: Pick<SamlProvidersTable, (typeof listedColumns)[number]>): ListedSamlProvider {
  return {
    name: row.name,
    description: row.description,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
