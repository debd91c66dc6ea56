/** From the names that callers use to SAML providers, and to the resources that calls are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { samlProviderNotExist } from './errors.ts';
import type { SamlProvider } from './saml-provider.ts';
import { findSamlProvider } from './store.ts';

/** All SAML providers of the account (spec: policy 6.2). */
export const allSamlProviders: ResourceName = { relativeId: 'saml-provider/*' };

/** The resource that calls on a provider are authorized on. */
export function samlProviderResource(name: string): ResourceName {
  return { relativeId: `saml-provider/${name}` };
}

/**
 * Finds the provider that a call names.
 *
 * @throws ApiError `EntityNotExist.SAMLProvider`
 */
export async function samlProviderByName(scope: Scope, name: string): Promise<SamlProvider> {
  const provider = await findSamlProvider(scope, name);
  if (provider === undefined) throw apiError(samlProviderNotExist, { provider: name });
  return provider;
}
