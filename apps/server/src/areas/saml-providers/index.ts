/**
 * SAML providers: who may vouch for people and programs that take on a role. They promise that only metadata which can be
 * used is stored, read once and strictly, and that a role's trust in a provider ends with it.
 */
import type { Area } from '../../kernel/area.ts';
import { imsCreateSamlProvider } from './create-saml-provider.ts';
import { imsDeleteSamlProvider } from './delete-saml-provider.ts';
import { wardenryEndSamlProviderSessions } from './end-saml-provider-sessions.ts';
import { imsGetSamlProvider } from './get-saml-provider.ts';
import { imsListSamlProviders } from './list-saml-providers.ts';
import { imsUpdateSamlProvider } from './update-saml-provider.ts';

export type { IdpMetadata, SignAlgorithm } from './metadata/idp-metadata.ts';
export { metadataColumns, metadataIn } from './metadata/metadata-columns.ts';
export {
  clearableMetadataParameter,
  givenMetadata,
  unusableMetadata,
} from './metadata/metadata-parameter.ts';
export { signAlgorithm } from './parameters.ts';
export { findSamlProvider } from './store.ts';

/** Operations on SAML providers. */
export const samlProviders: Area = {
  name: 'saml-providers',
  operations: [
    imsCreateSamlProvider,
    imsGetSamlProvider,
    imsListSamlProviders,
    imsUpdateSamlProvider,
    imsDeleteSamlProvider,
    wardenryEndSamlProviderSessions,
  ],
};
