/**
 * OIDC providers: who may vouch for programs that have no AccessKey. They promise that an issuer is registered once, and
 * that a role's trust in one ends with it.
 */
import type { Area } from '../../kernel/area.ts';
import { imsAddClientId, imsRemoveClientId } from './client-ids.ts';
import { imsCreateOidcProvider } from './create-oidc-provider.ts';
import { imsDeleteOidcProvider } from './delete-oidc-provider.ts';
import { wardenryEndOidcProviderSessions } from './end-oidc-provider-sessions.ts';
import { imsAddFingerprint, imsRemoveFingerprint } from './fingerprints.ts';
import { imsGetOidcProvider } from './get-oidc-provider.ts';
import { imsListOidcProviders } from './list-oidc-providers.ts';
import { imsUpdateOidcProvider } from './update-oidc-provider.ts';

export { fingerprintKey, type OidcProvider } from './oidc-provider.ts';
export { findOidcProvider } from './store.ts';

/** Operations on OIDC providers. */
export const oidcProviders: Area = {
  name: 'oidc-providers',
  operations: [
    imsCreateOidcProvider,
    imsGetOidcProvider,
    imsListOidcProviders,
    imsUpdateOidcProvider,
    imsDeleteOidcProvider,
    imsAddClientId,
    imsRemoveClientId,
    imsAddFingerprint,
    imsRemoveFingerprint,
    wardenryEndOidcProviderSessions,
  ],
};
