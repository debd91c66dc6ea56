import { certificates, encodedMetadata, keyDescriptor, service } from '../../saml-metadata.ts';
import type { Account } from '../account.ts';
import { call, difficult, pages, plain, type ValidCalls } from './valid-call.ts';

const METADATA = encodedMetadata();
const OTHER_METADATA = encodedMetadata({
  keys: keyDescriptor(certificates.ec),
  services: service('HTTP-POST', 'https://idp.example/post'),
});

/** A provider with metadata; gives its name. */
async function provider(account: Account): Promise<string> {
  const name = account.fresh('idp');
  await account.do('Ims CreateSAMLProvider', {
    SAMLProviderName: name,
    EncodedSAMLMetadataDocument: METADATA,
    Description: 'of a test',
  });
  return name;
}

/** A call about a fresh provider. */
const about = (more: Readonly<Record<string, string>>) =>
  call(async account => {
    const name = await provider(account);
    return [{ SAMLProviderName: name, ...more }, `saml-provider/${name}`];
  });

/** Operations on SAML providers, and the settings of user SSO. */
export const samlCalls: ValidCalls = {
  'Ims CreateSAMLProvider': [
    call(account => {
      const parameters = {
        SAMLProviderName: account.fresh('idp'),
        EncodedSAMLMetadataDocument: METADATA,
        Description: difficult,
        AuthnSignAlgo: 'rsa-sha256',
      };
      return [parameters, 'saml-provider/*'];
    }),
    call(account => [{ SAMLProviderName: account.fresh('idp') }, 'saml-provider/*'], 'without metadata'),
  ],
  'Ims GetSAMLProvider': [about({})],
  'Ims ListSAMLProviders': pages('Ims ListSAMLProviders', 'saml-provider/*', async account => {
    await provider(account);
    await provider(account);
  }),
  'Ims UpdateSAMLProvider': [
    about({
      NewDescription: difficult,
      NewEncodedSAMLMetadataDocument: OTHER_METADATA,
      AuthnSignAlgo: 'rsa-sha256',
    }),
    about({ NewDescription: '' }),
  ],
  'Ims DeleteSAMLProvider': [about({})],
  'Ims GetUserSsoSettings': [
    call(async account => {
      const given = { MetadataDocument: METADATA, AuxiliaryDomain: 'corp.example' };
      await account.do('Ims SetUserSsoSettings', { SsoEnabled: 'false', ...given });
      return [{}, '*'];
    }),
  ],
  'Ims SetUserSsoSettings': [
    plain(
      {
        SsoEnabled: 'false',
        MetadataDocument: METADATA,
        AuxiliaryDomain: 'corp.example',
        SsoLoginWithDomain: 'false',
        AuthnSignAlgo: 'rsa-sha256',
      },
      '*',
    ),
    plain({ MetadataDocument: '', AuxiliaryDomain: '' }, '*'),
  ],
};
