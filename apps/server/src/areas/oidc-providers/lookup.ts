/** From the names that callers use to OIDC providers, and to the resources that calls are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { oidcProviderNotExist } from './errors.ts';
import type { OidcProvider } from './oidc-provider.ts';
import { findOidcProvider } from './store.ts';

/** All OIDC providers of the account (spec: policy 6.2). */
export const allOidcProviders: ResourceName = { relativeId: 'oidc-provider/*' };

/** The resource that calls on a provider are authorized on. */
export function oidcProviderResource(name: string): ResourceName {
  return { relativeId: `oidc-provider/${name}` };
}

/**
 * Finds the provider that a call names.
 *
 * @throws ApiError `EntityNotExist.OIDCProvider`
 */
export async function oidcProviderByName(scope: Scope, name: string): Promise<OidcProvider> {
  const provider = await findOidcProvider(scope, name);
  if (provider === undefined) throw apiError(oidcProviderNotExist, { provider: name });
  return provider;
}
